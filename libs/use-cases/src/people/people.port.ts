import type { OrganisationKind, Role } from '@cellrelay/shipment';

/** An organisation that takes part. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly example: boolean;
}

/** A page of the register. */
export interface OrganisationList {
  readonly items: readonly Organisation[];
  /** Goes on after the last one; null at the end. */
  readonly next: string | null;
  readonly total: number;
}

/** The register of organisations, for whoever names parties. */
export interface OrganisationDirectory {
  /** Null for an id that is none, too. */
  find(id: string): Promise<Organisation | null>;
  /** By name, after that name; at most so many. */
  list(after: string | null, limit: number): Promise<OrganisationList>;
}

/** As whom somebody acts: for one organisation, in one role. */
export interface Acting {
  /** Their own name, as it stands in logs beside what they state. */
  readonly person: string;
  readonly role: Role;
  readonly organisation: Pick<Organisation, 'id' | 'name' | 'kind'>;
  /** A courier's id in the pool; null of anybody else. */
  readonly courier: string | null;
}
