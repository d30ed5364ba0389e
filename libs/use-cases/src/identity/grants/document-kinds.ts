import type { NamedPart } from '@cellrelay/shipment';
import type { IdentityFields } from '../identity-record.js';
import type { Side } from '../identity-vault.port.js';

export type IdentityField = keyof IdentityFields;

/** Papers that may have to say who somebody is. What names nobody, such as a letter to airport security, is none. */
export const documentKinds = [
  'product-label',
  'export-application',
  'health-certificate',
  'customs-declaration',
  'release-of-names',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/**
 * Which fields of whom a paper of that kind has room for: no grant reaches further. Sources as in disclosure-rules.ts; a field that no text was read for is one that a paper of
 * the kind usually has, and two people decide.
 */
const room: Readonly<Record<DocumentKind, Readonly<Record<Side, readonly IdentityField[]>>>> = {
  // The donor stands on it as a number (UK Red Book table 22.2, read in part).
  'product-label': { donor: [], patient: ['name'] },
  'export-application': { donor: [], patient: ['name', 'otherNames', 'birthDate', 'sex'] },
  'health-certificate': { donor: ['name', 'otherNames', 'birthDate', 'sex'], patient: [] },
  'customs-declaration': { donor: [], patient: ['name', 'otherNames'] },
  'release-of-names': {
    donor: ['name', 'otherNames', 'address', 'contact'],
    patient: ['name', 'otherNames', 'address', 'contact'],
  },
};

/** The fields that a grant for that paper may name; none: that side stands on no such paper. */
export function fieldsOn(document: DocumentKind, side: Side): readonly IdentityField[] {
  return room[document][side];
}

/** Who may be let read: whoever stands in the shipment for that part, or the operator. */
export const readerParts = [
  'operator',
  'donor-registry',
  'patient-registry',
  'collection-centre',
  'transplant-centre',
  'courier-company',
] as const satisfies readonly (NamedPart | 'operator')[];
export type ReaderPart = (typeof readerParts)[number];

const own: Readonly<Record<Side, readonly ReaderPart[]>> = {
  donor: ['donor-registry', 'collection-centre'],
  patient: ['patient-registry', 'transplant-centre'],
};

/** Whether that part reads that side's identities without any grant. */
export function readsAnyway(part: ReaderPart, side: Side): boolean {
  return own[side].includes(part);
}
