import { courierParts, type Holder } from './holders.js';
import { namedParts, kindOfPart, type NamedPart } from './parties.js';
import { rolesOf, type OrganisationKind, type Role } from './standing.js';

/** As what somebody stands in a shipment: for the organisation that takes a part in it, in their role. Only those that exist. */
export const standings = [
  'operator/coordinator',
  'operator/auditor',
  'operator/administrator',
  'donor-registry/coordinator',
  'donor-registry/physician',
  'donor-registry/screener',
  'donor-registry/auditor',
  'donor-registry/administrator',
  'patient-registry/coordinator',
  'patient-registry/physician',
  'patient-registry/screener',
  'patient-registry/auditor',
  'patient-registry/administrator',
  'collection-centre/coordinator',
  'collection-centre/physician',
  'collection-centre/laboratory',
  'collection-centre/administrator',
  'transplant-centre/coordinator',
  'transplant-centre/physician',
  'transplant-centre/laboratory',
  'transplant-centre/administrator',
  'courier-company/coordinator',
  'courier-company/courier',
  'courier-company/administrator',
] as const;
export type Standing = (typeof standings)[number];

/** Who somebody is, as far as rights go. */
export interface Someone {
  readonly role: Role;
  readonly organisation: { readonly id: string; readonly kind: OrganisationKind };
  /** A courier's id in the pool; null of anybody else. */
  readonly courier: string | null;
}

/** Every standing that somebody could have in some shipment. */
export function possibleStandings({
  role,
  organisation: { kind },
}: Pick<Someone, 'role' | 'organisation'>): readonly Standing[] {
  const parts: readonly (NamedPart | 'operator')[] =
    kind === 'operator' ? ['operator'] : namedParts.filter((part) => kindOfPart[part] === kind);
  return rolesOf[kind].includes(role) ? parts.map((part) => `${part}/${role}` as Standing) : [];
}

/** As what somebody stands in a shipment that these stand in; the operator's people stand in every one. A courier stands by their own nomination, not by their company's. */
export function standingsAmong(someone: Someone, holders: readonly Holder[]): readonly Standing[] {
  const { role, organisation, courier } = someone;
  const possible = possibleStandings(someone);
  if (organisation.kind === 'operator') return possible;
  if (role === 'courier') return carries(courier, holders) ? possible : [];
  const parts = namedParts.filter((part) => holds(holders, part, organisation.id));
  return possible.filter((standing) => parts.some((part) => standing.startsWith(`${part}/`)));
}

function carries(courier: string | null, holders: readonly Holder[]): boolean {
  return holders.some(({ part, holder }) => holder === courier && (courierParts as readonly string[]).includes(part));
}

function holds(holders: readonly Holder[], part: NamedPart, id: string): boolean {
  return holders.some((each) => each.part === part && each.holder === id);
}
