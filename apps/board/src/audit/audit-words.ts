import type { AuditLine } from '../api/types.js';
import { clockText, dateText, readingsOf } from '../time/zone.js';
import { t, wordsBy } from '../words/words.js';

/** What each kind of line says to a person. One that is not here stands for itself. */
const words: Readonly<Record<string, string>> = wordsBy({
  'organisation-made': () => t('Organisation made'),
  'person-invited': () => t('Person invited'),
  'invitation-withdrawn': () => t('Invitation withdrawn'),
  'invitation-released': () => t('Invitation released'),
  'account-made': () => t('Account made'),
  'role-changed': () => t('Role changed'),
  'roster-changed': () => t('Who is on call changed'),
  'account-ended': () => t('Account ended'),
  'password-changed': () => t('Password changed'),
  'second-factor-set': () => t('Second factor set'),
  'second-factor-removed': () => t('Second factor taken away'),
  'recovery-code-used': () => t('Signed in by a recovery code'),
  'recovery-codes-renewed': () => t('Recovery codes made anew'),
  'token-made': () => t('API token made'),
  'token-ended': () => t('API token ended'),
  'calendar-made': () => t('Calendar’s address made'),
  'calendar-ended': () => t('Calendar’s address ended'),
  'sessions-ended': () => t('Signed out everywhere'),
  'logger-made': () => t('Logger registered'),
  'logger-token-renewed': () => t('Logger given another token'),
  'logger-ended': () => t('Logger ended'),
  'endpoint-made': () => t('Program to be told made'),
  'endpoint-secret-renewed': () => t('Secret of a program to be told made anew'),
  'endpoint-ended': () => t('Program is told no more'),
  'link-made': () => t('Link made'),
  'link-used': () => t('Link used'),
  'link-revoked': () => t('Link revoked'),
  'identity-recorded': () => t('Identity recorded'),
  'identity-changed': () => t('Identity changed'),
  'identity-read': () => t('Identity looked at'),
  'identity-erasure-asked': () => t('Erasure of an identity asked for'),
  'identity-erased': () => t('Identity erased'),
  'disclosure-asked': () => t('Disclosure asked for'),
  'disclosure-approved': () => t('Disclosure approved'),
  'disclosure-revoked': () => t('Disclosure ended'),
  'disclosure-read': () => t('Disclosed identity read'),
  'identity-keys-renewed': () => t('Keys of identities made anew'),
  'identity-compared': () => t('Identity compared with a letter'),
  'letter-written': () => t('Letter written'),
  'letter-handed-in': () => t('Letter handed in'),
  'letter-edited': () => t('Letter edited by its screener'),
  'letter-returned': () => t('Letter returned'),
  'letter-passed-on': () => t('Letter passed on to the other registry'),
  'letter-sent-back': () => t('Letter sent back by the other registry'),
  'letter-released': () => t('Letter released to the other side'),
  'letter-withdrawn': () => t('Letter withdrawn'),
  'letter-read': () => t('Letter looked at'),
  'letter-rule-chosen': () => t('Rule of letters chosen'),
  'papers-facts-entered': () => t('What all papers say entered'),
  'postal-address-entered': () => t('Postal address of an organisation entered'),
  'courier-passport-entered': () => t('Passport of a courier entered'),
  'donor-markers-entered': () => t('Test results of the donor entered'),
  'customs-value-entered': () => t('Value for customs entered'),
  'party-address-entered': () => t('Address of a party in no register entered'),
  'border-rule-entered': () => t('Version of a border’s rule entered'),
  'border-rule-confirmed': () => t('Border’s rule confirmed'),
  'border-rule-confirmation-withdrawn': () => t('Confirmation of a border’s rule withdrawn'),
  'label-codes-entered': () => t('Codes on labels entered'),
  'label-code-ended': () => t('Code on labels ended'),
  'signing-key-taken-up': () => t('Signing key taken up'),
  'signing-key-retired': () => t('Signing key retired'),
  'record-exported': () => t('Record exported'),
  'request-mail-asked': () => t('Request to an office sent by mail'),
  'scan-kept': () => t('Scan of a paper kept'),
  'scan-read': () => t('Scan of a paper fetched'),
  'scan-withdrawn': () => t('Scan of a paper withdrawn, its bytes deleted'),
  'readings-handed-in': () => t('Readings of a logger handed in by file'),
});

/** "Role changed"; a kind without words of its own in plain letters. */
export function kindText(kind: string): string {
  const plain = kind.replaceAll('-', ' ');
  return words[kind] ?? `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}

/** Who did it, as far as they are known by name. */
export function byText(by: AuditLine['by']): string {
  return by === null ? t('the command line') : (by.account.name ?? by.account.id);
}

/** What is exported by these names, in words. */
const exported: Readonly<Record<string, string>> = wordsBy({
  audit: () => t('the audit record'),
  heads: () => t('the heads of all chains'),
  all: () => t('everything'),
});

/** What a line is about: by its name, or its id; of a key as much as one compares by eye. */
export function aboutText({ id, name }: AuditLine['about']): string {
  if (/^[0-9a-f]{64}$/.test(id)) return t('key {id}', { id: id.slice(0, 16) });
  return name ?? exported[id] ?? id;
}

/** "role auditor, was coordinator, first yes"; ids by what they are called. */
export function dataText({ data, called }: Pick<AuditLine, 'data' | 'called'>): string {
  return Object.entries(data)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${keyText(key)} ${called[String(value)] ?? valueText(value)}`)
    .join(', ');
}

function keyText(key: string): string {
  return key.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

const forms: Readonly<Record<string, string>> = wordsBy({
  jsonl: () => t('signed JSON Lines'),
  csv: () => t('a table for reading'),
});

function valueText(value: AuditLine['data'][string]): string {
  if (typeof value === 'boolean') return value ? t('yes') : t('no');
  return forms[String(value)] ?? String(value);
}

/** "Thu 26 Nov 2026, 14:20" in that zone's clock: a record is read years later, too. */
export function momentText(at: string, zone: string): string {
  const moment = Date.parse(at);
  return t('{date}, {clock}', { date: dateText(moment, zone), clock: clockText(moment, zone) });
}

/** When a day (YYYY-MM-DD) begins in that zone, so many days later; empty where none is given. */
export function dayBegins(day: string, zone: string, later = 0): string {
  const noon = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(noon)) return '';
  const wanted = new Date(noon + later * 86_400_000).toISOString().slice(0, 10);
  // Where a change of the clocks skips midnight, the day begins at the hour after it.
  const [first] = [...readingsOf(`${wanted}T00:00`, zone), ...readingsOf(`${wanted}T01:00`, zone)];
  return first === undefined ? '' : new Date(first.at).toISOString();
}
