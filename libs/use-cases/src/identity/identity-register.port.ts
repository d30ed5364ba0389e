import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { ErasureReason } from './erasure-reasons.js';
import type { IdentityFields } from './identity-record.js';
import type { Side, Whose } from './identity-vault.port.js';

/** Who asks, and for which side of the wall. */
export interface Asking {
  /** The account's name. */
  readonly account: string;
  readonly person: string;
  /** The organisation's id. */
  readonly organisation: string;
  readonly organisationName: string;
  readonly side: Side;
}

/** Somebody did something with an identity, then. */
export interface Deed {
  readonly person: string;
  readonly organisation: string;
  readonly at: Instant;
}

export interface AskedErasure extends Deed {
  readonly account: string;
  readonly reason: ErasureReason;
}

/** That there is something, without what it says. */
export interface IdentityStanding {
  readonly subject: string;
  readonly revision: number;
  /** The organisation that recorded it first, or that wrote it when that one stood there no more: its id, and its name. */
  readonly holder: string;
  readonly holderName: string;
  readonly recordedAt: Instant;
  readonly erasedAt: Instant | null;
  readonly erasureAsked: AskedErasure | null;
  readonly lastLook: Deed | null;
  /** Who wrote or erased it last; null where that was before it was noted. */
  readonly lastChange: Deed | null;
  /** Whether whoever asks answers for it, and may erase it: the holder, or whoever stands there when the holder does no more. */
  readonly answers: boolean;
}

/** What was recorded of somebody, as it stands. */
export interface KeptIdentity {
  readonly revision: number;
  /** Null once it is erased. */
  readonly fields: IdentityFields | null;
}

/** Whose data an organisation has to do with, on a side of a shipment. */
export type Reach = 'everybody' | readonly string[];

/**
 * The registers of donors and recipients. Whoever asks sees what the wall lets their organisation see on the side they ask for; what it hides is answered as if it were not
 * there. Each reading and writing is in the audit record, or has not happened.
 */
export interface IdentityRegister {
  /** Everybody on that side where the organisation stands there; else those whom it recorded while it did, by their labels. */
  reach(asking: Asking, shipment: ShipmentId): Promise<Reach>;
  standing(asking: Asking, shipment: ShipmentId): Promise<readonly IdentityStanding[]>;
  read(asking: Asking, whose: Whose): Promise<KeptIdentity | null>;
  /**
   * Writes the whole record, unless it is not at that revision any more (0: there is to be none), or the organisation does not stand on that side any more: then nothing is
   * written and null answered. What was held by one that stands there no more passes to the one that writes. Answers the new revision.
   */
  write(asking: Asking, whose: Whose, said: { fields: IdentityFields; revision: number }): Promise<number | null>;
  /** Notes that a second person is asked to erase it; null where it is not at that revision, or another one asks with another reason. */
  askErasure(asking: Asking, whose: Whose, said: { reason: ErasureReason; revision: number }): Promise<number | null>;
  /** Deletes the person's key and what it sealed, for good; null where it is not at that revision. */
  erase(asking: Asking, whose: Whose, said: { reason: string; revision: number }): Promise<number | null>;
}
