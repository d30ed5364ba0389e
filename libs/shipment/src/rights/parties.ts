import type { OrganisationKind } from './standing.js';

/** The parts in a shipment that organisations are named for. The operator stands in every shipment, and is not named. */
export const namedParts = [
  'donor-registry',
  'patient-registry',
  'collection-centre',
  'transplant-centre',
  'courier-company',
] as const;
export type NamedPart = (typeof namedParts)[number];

/** What an organisation must be, to take that part. */
export const kindOfPart: Readonly<Record<NamedPart, OrganisationKind>> = {
  'donor-registry': 'registry',
  'patient-registry': 'registry',
  'collection-centre': 'collection-centre',
  'transplant-centre': 'transplant-centre',
  'courier-company': 'courier-company',
};

/** An organisation as a log names it. */
export interface NamedOrganisation {
  readonly id: string;
  readonly name: string;
}
