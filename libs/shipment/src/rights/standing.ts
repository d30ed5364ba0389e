/** What an organisation is. There is one operator: whoever runs this instance. A registry stands on the donor's or the patient's side, shipment by shipment. */
export const organisationKinds = [
  'operator',
  'registry',
  'collection-centre',
  'transplant-centre',
  'courier-company',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** In what a person acts for their organisation. Each account has one. */
export const roles = [
  'coordinator',
  'physician',
  'laboratory',
  'courier',
  'screener',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** Which roles an organisation of that kind has people for. */
export const rolesOf: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  operator: ['coordinator', 'auditor', 'administrator'],
  registry: ['coordinator', 'physician', 'screener', 'auditor', 'administrator'],
  'collection-centre': ['coordinator', 'physician', 'laboratory', 'administrator'],
  'transplant-centre': ['coordinator', 'physician', 'laboratory', 'administrator'],
  'courier-company': ['coordinator', 'courier', 'administrator'],
};
