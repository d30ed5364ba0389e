import type { Disclosed, Grant } from '../api/types.js';
import { subjectName } from './identity-words.js';

/** Kinds of papers, as people call them. */
export const paperWords: Readonly<Record<Grant['document'], string>> = {
  'product-label': 'Product label',
  'export-application': 'Application for export',
  'health-certificate': 'Health certificate',
  'customs-declaration': 'Customs declaration',
  'release-of-names': 'Release of names, after the anonymous time',
};

export const readerWords: Readonly<Record<Grant['reader'], string>> = {
  operator: 'Operator',
  'donor-registry': 'Donor’s registry',
  'patient-registry': 'Patient’s registry',
  'collection-centre': 'Collection centre',
  'transplant-centre': 'Transplant centre',
  'courier-company': 'Courier company',
};

export const fieldWords: Readonly<Record<Grant['fields'][number], string>> = {
  name: 'Name',
  otherNames: 'Other names',
  birthDate: 'Born on',
  sex: 'Sex',
  number: 'Number',
  address: 'Address',
  contact: 'Contact',
};

export const basisWords: Readonly<Record<Grant['basis'], string>> = {
  law: 'A law',
  'registry-rule': 'A registry’s rule',
  consent: 'Consent of the person',
};

/** "Name, Born on": the fields in words. */
export function fieldsText(fields: Grant['fields']): string {
  return fields.map((field) => fieldWords[field]).join(', ');
}

type Say = (at: string) => string;

const stateWords: Readonly<Record<Grant['state'], (grant: Grant, say: Say) => string>> = {
  asked: ({ asked }) => `${asked.person} asks for it: a second person has to approve`,
  'in-force': ({ validUntil, asked, approved }, say) =>
    `Until ${say(validUntil)}. Asked for by ${asked.person}, approved by ${approved?.person ?? ''}`,
  expired: ({ validUntil }, say) => `Over since ${say(validUntil)}`,
  revoked: ({ revoked }, say) => (revoked === null ? 'Ended' : `Ended by ${revoked.person}, ${say(revoked.at)}`),
  lapsed: () => 'In abeyance: one of the two organisations is not named in the shipment',
  erased: () => 'The record that it was for has been erased',
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
  if (waiting !== undefined) return `${waiting.asked.person} asks to disclose it`;
  const inForce = grants.filter(({ state }) => state === 'in-force').length;
  if (inForce === 0) return null;
  return inForce === 1 ? 'Disclosed to one reader' : `${inForce} disclosures are in force`;
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
