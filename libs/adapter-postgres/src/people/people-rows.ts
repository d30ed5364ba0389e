import type { OrganisationKind, Role } from '@cellrelay/shipment';
import type { Invitation, Organisation, PageOf, Person } from '@cellrelay/use-cases';
import { instantOfRow, instantOrNull } from '../instants.js';

export interface FoundOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly example: boolean;
}

export interface FoundPerson extends Pick<Person, 'id' | 'name' | 'person' | 'role' | 'courier'> {
  readonly since: Date;
  readonly ended_at: Date | null;
  readonly second_factor: boolean;
}

export interface FoundInvitation extends Pick<Invitation, 'id' | 'person' | 'courier' | 'mail' | 'mailed' | 'held'> {
  readonly role: Role;
  readonly created_at: Date;
  readonly expires_at: Date;
}

export function organisationOf({ id, name, kind, example }: FoundOrganisation): Organisation {
  return { id, name, kind, example };
}

export function personOf({ id, name, person, role, courier, ...row }: FoundPerson): Person {
  return {
    ...{ id, name, person, role, courier },
    since: instantOfRow(row.since),
    endedAt: instantOrNull(row.ended_at),
    secondFactor: row.second_factor,
  };
}

export function invitationOf({ id, person, role, courier, mail, mailed, held, ...row }: FoundInvitation): Invitation {
  return {
    ...{ id, person, role, courier, mail, mailed, held },
    invitedAt: instantOfRow(row.created_at),
    expiresAt: instantOfRow(row.expires_at),
  };
}

/** A page of what was found, one more than it holds having been asked for. The cursor is the last one's name. */
export function pageOf<Row extends { readonly name: string; readonly total: number }, Item>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
): PageOf<Item> {
  const shown = rows.slice(0, limit);
  const next = rows.length > limit ? (shown.at(-1)?.name ?? null) : null;
  return { items: shown.map(itemOf), next, total: rows[0]?.total ?? 0 };
}
