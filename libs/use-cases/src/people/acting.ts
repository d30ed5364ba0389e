import type { OrganisationKind, Role } from '@cellrelay/shipment';

/** An organisation that takes part. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly example: boolean;
}

/** The register of organisations, for whoever names parties. */
export interface OrganisationDirectory {
  /** Null for an id that is none, too. */
  find(id: string): Promise<Organisation | null>;
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

/** As whom a new account acts. */
export interface NewActing {
  readonly person: string;
  readonly role: Role;
  /** The organisation's id. */
  readonly organisation: string;
  /** A courier's id in the pool; of the role `courier` only. */
  readonly courier: string | null;
}
