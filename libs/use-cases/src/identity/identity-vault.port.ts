import type { ShipmentId } from '@cellrelay/kernel';

/** The sides that must not learn of each other. */
export const sides = ['donor', 'patient'] as const;
export type Side = (typeof sides)[number];

/** Whose data it is: the donor of a shipment, or one of its recipients by their label. */
export interface Whose {
  readonly shipment: ShipmentId;
  readonly side: Side;
  /** `donor`, or a recipient's label such as R1. */
  readonly subject: string;
}

/** The key of one person's data, which only the key of that name opens. */
export interface WrappedKey {
  readonly id: string;
  readonly wrappedBy: string;
  readonly wrapped: Uint8Array;
}

/**
 * Seals what identifies a person, with a key of that person's own, which is wrapped by a key of the side's that lies in a file. What is sealed opens for the same shipment,
 * side, subject and revision only; a wrapped key, for the same person.
 */
export interface IdentityVault {
  /** A new key, wrapped by the side's newest one. */
  newKey(whose: Whose): Promise<WrappedKey>;
  seal(key: WrappedKey, whose: Whose, said: { readonly revision: number; readonly text: string }): Promise<Uint8Array>;
  /** Throws where the key does not fit, or a byte was changed. */
  open(
    key: WrappedKey,
    whose: Whose,
    kept: { readonly revision: number; readonly sealed: Uint8Array },
  ): Promise<string>;
  /** The same key, wrapped by the side's newest one. */
  rewrapped(key: WrappedKey, whose: Whose): Promise<WrappedKey>;
  /** Makes a new key to wrap that side's by. Answers its name, and those that there were before. */
  renew(side: Side): Promise<{ readonly newest: string; readonly before: readonly string[] }>;
}
