import type { Disclosed, Grant } from '../api/types.js';
import { subjectName } from './identity-words.js';
import { t, wordsBy } from '../words/words.js';

/** Kinds of papers, as people call them. */
export const paperWords: Readonly<Record<Grant['document'], string>> = wordsBy({
  'product-label': () => t('Product label'),
  'export-application': () => t('Application for export'),
  'health-certificate': () => t('Health certificate'),
  'customs-declaration': () => t('Customs declaration'),
  'release-of-names': () => t('Release of names, after the anonymous time'),
});

export const readerWords: Readonly<Record<Grant['reader'], string>> = wordsBy({
  operator: () => t('Operator'),
  'donor-registry': () => t('Donor’s registry'),
  'patient-registry': () => t('Patient’s registry'),
  'collection-centre': () => t('Collection centre'),
  'transplant-centre': () => t('Transplant centre'),
  'courier-company': () => t('Courier company'),
});

export const fieldWords: Readonly<Record<Grant['fields'][number], string>> = wordsBy({
  name: () => t('Name'),
  otherNames: () => t('Other names'),
  birthDate: () => t('Born on'),
  sex: () => t('Sex'),
  number: () => t('Number'),
  address: () => t('Address'),
  contact: () => t('Contact'),
});

export const basisWords: Readonly<Record<Grant['basis'], string>> = wordsBy({
  law: () => t('A law'),
  'registry-rule': () => t('A registry’s rule'),
  consent: () => t('Consent of the person'),
});

/** "Name, Born on": the fields in words. */
export function fieldsText(fields: Grant['fields']): string {
  return fields.map((field) => fieldWords[field]).join(', ');
}

type Say = (at: string) => string;

const stateWords: Readonly<Record<Grant['state'], (grant: Grant, say: Say) => string>> = {
  asked: ({ asked }) => t('{person} asks for it: a second person has to approve', { person: asked.person }),
  'in-force': ({ validUntil, asked, approved }, say) =>
    t('Until {moment}. Asked for by {asker}, approved by {approver}', {
      ...{ moment: say(validUntil), asker: asked.person, approver: approved?.person ?? '' },
    }),
  expired: ({ validUntil }, say) => t('Over since {moment}', { moment: say(validUntil) }),
  revoked: ({ revoked }, say) =>
    revoked === null
      ? t('Ended')
      : t('Ended by {person}, {moment}', { person: revoked.person, moment: say(revoked.at) }),
  lapsed: () => t('In abeyance: one of the two organisations is not named in the shipment'),
  erased: () => t('The record that it was for has been erased'),
};

/** How a grant stands, by a way to say a moment. */
export function grantText(grant: Grant, say: Say): string {
  return stateWords[grant.state](grant, say);
}

/** "Recipient R1: Name" */
export function disclosedText({ subject, fields }: Disclosed): string {
  return `${subjectName(subject)}: ${fieldsText(fields)}`;
}

/** What is to be said of somebody's disclosures beside the record itself; null where there is nothing. */
export function standingGrantsText(grants: readonly Pick<Grant, 'state' | 'asked'>[]): string | null {
  const waiting = grants.find(({ state }) => state === 'asked');
  if (waiting !== undefined) return t('{person} asks to disclose it', { person: waiting.asked.person });
  const inForce = grants.filter(({ state }) => state === 'in-force').length;
  if (inForce === 0) return null;
  return t('{count, plural, one {Disclosed to one reader} other {# disclosures are in force}}', { count: inForce });
}

/** What a disclosure rests on, as a form offers it: rules on file first. */
export interface Ground {
  readonly value: string;
  readonly words: string;
  readonly basis: Grant['basis'];
  readonly rule: string | null;
  /** Where it stands, unless another place is typed. */
  readonly source: string;
}

interface RuleOnFile {
  readonly id: string;
  readonly basis: Grant['basis'];
  readonly document: Grant['document'];
  readonly source: string;
}

/** What can be said for a paper of that kind. */
export function groundsFor(document: Grant['document'], rules: readonly RuleOnFile[]): readonly Ground[] {
  const onFile = rules.filter((rule) => rule.document === document);
  const bases = Object.entries(basisWords) as [Grant['basis'], string][];
  return [
    ...onFile.map(({ id, basis, source }) => ({
      ...{ value: id, words: source, basis, rule: id, source },
    })),
    ...bases.map(([basis, words]) => ({ value: basis, words, basis, rule: null, source: '' })),
  ];
}
