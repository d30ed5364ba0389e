import type { AuditLine } from '../api/types.js';
import { dayText, clockText, readingsOf, wallMillis } from '../time/zone.js';

/** What each kind of line says to a person. One that is not here stands for itself. */
const words: Readonly<Record<string, string>> = {
  'organisation-made': 'Organisation made',
  'person-invited': 'Person invited',
  'invitation-withdrawn': 'Invitation withdrawn',
  'invitation-released': 'Invitation released',
  'account-made': 'Account made',
  'role-changed': 'Role changed',
  'roster-changed': 'Who is on call changed',
  'account-ended': 'Account ended',
  'password-changed': 'Password changed',
  'second-factor-set': 'Second factor set',
  'second-factor-removed': 'Second factor taken away',
  'recovery-code-used': 'Signed in by a recovery code',
  'recovery-codes-renewed': 'Recovery codes made anew',
  'token-made': 'API token made',
  'token-ended': 'API token ended',
  'calendar-made': 'Calendar’s address made',
  'calendar-ended': 'Calendar’s address ended',
  'sessions-ended': 'Signed out everywhere',
  'logger-made': 'Logger registered',
  'logger-token-renewed': 'Logger given another token',
  'logger-ended': 'Logger ended',
  'endpoint-made': 'Program to be told made',
  'endpoint-secret-renewed': 'Secret of a program to be told made anew',
  'endpoint-ended': 'Program is told no more',
  'link-made': 'Link made',
  'link-used': 'Link used',
  'link-revoked': 'Link revoked',
  'identity-recorded': 'Identity recorded',
  'identity-changed': 'Identity changed',
  'identity-read': 'Identity looked at',
  'identity-erasure-asked': 'Erasure of an identity asked for',
  'identity-erased': 'Identity erased',
  'disclosure-asked': 'Disclosure asked for',
  'disclosure-approved': 'Disclosure approved',
  'disclosure-revoked': 'Disclosure ended',
  'disclosure-read': 'Disclosed identity read',
  'identity-keys-renewed': 'Keys of identities made anew',
  'identity-compared': 'Identity compared with a letter',
  'letter-written': 'Letter written',
  'letter-handed-in': 'Letter handed in',
  'letter-edited': 'Letter edited by its screener',
  'letter-returned': 'Letter returned',
  'letter-passed-on': 'Letter passed on to the other registry',
  'letter-sent-back': 'Letter sent back by the other registry',
  'letter-released': 'Letter released to the other side',
  'letter-withdrawn': 'Letter withdrawn',
  'letter-read': 'Letter looked at',
  'letter-rule-chosen': 'Rule of letters chosen',
  'papers-facts-entered': 'What all papers say entered',
  'postal-address-entered': 'Postal address of an organisation entered',
  'courier-passport-entered': 'Passport of a courier entered',
  'donor-markers-entered': 'Test results of the donor entered',
  'customs-value-entered': 'Value for customs entered',
  'party-address-entered': 'Address of a party in no register entered',
  'border-rule-entered': 'Version of a border’s rule entered',
  'border-rule-confirmed': 'Border’s rule confirmed',
  'border-rule-confirmation-withdrawn': 'Confirmation of a border’s rule withdrawn',
  'label-codes-entered': 'Codes on labels entered',
  'label-code-ended': 'Code on labels ended',
  'signing-key-taken-up': 'Signing key taken up',
  'signing-key-retired': 'Signing key retired',
  'record-exported': 'Record exported',
  'request-mail-asked': 'Request to an office sent by mail',
  'scan-kept': 'Scan of a paper kept',
  'scan-read': 'Scan of a paper fetched',
  'scan-withdrawn': 'Scan of a paper withdrawn, its bytes deleted',
  'readings-handed-in': 'Readings of a logger handed in by file',
};

/** "Role changed"; a kind without words of its own in plain letters. */
export function kindText(kind: string): string {
  const plain = kind.replaceAll('-', ' ');
  return words[kind] ?? `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
}

/** Who did it, as far as they are known by name. */
export function byText(by: AuditLine['by']): string {
  return by === null ? 'the command line' : (by.account.name ?? by.account.id);
}

/** What is exported by these names, in words. */
const exported: Readonly<Record<string, string>> = {
  audit: 'the audit record',
  heads: 'the heads of all chains',
  all: 'everything',
};

/** What a line is about: by its name, or its id; of a key as much as one compares by eye. */
export function aboutText({ id, name }: AuditLine['about']): string {
  if (/^[0-9a-f]{64}$/.test(id)) return `key ${id.slice(0, 16)}`;
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

const forms: Readonly<Record<string, string>> = { jsonl: 'signed JSON Lines', csv: 'a table for reading' };

function valueText(value: AuditLine['data'][string]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return forms[String(value)] ?? String(value);
}

/** "Thu 26 Nov 2026, 14:20" in that zone's clock: a record is read years later, too. */
export function momentText(at: string, zone: string): string {
  const moment = Date.parse(at);
  return `${dayText(moment, zone, true)} ${new Date(wallMillis(moment, zone)).getUTCFullYear()}, ${clockText(moment, zone)}`;
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
