import type { OrganisationKind, Role } from '@cellrelay/shipment';

/** An organisation that takes part. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly example: boolean;
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
