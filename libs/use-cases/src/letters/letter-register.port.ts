import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { Asking } from '../identity/identity-register.port.js';
import type { Side } from '../identity/identity-vault.port.js';
import type { LetterState, ReceivedState, ReturnReason } from './letter-moves.js';

/** A letter as its own side is told of it, without a word of it. */
export interface WrittenLetter {
  readonly id: string;
  readonly shipment: ShipmentId;
  readonly side: Side;
  /** On whose behalf: `donor`, or a recipient's label. */
  readonly subject: string;
  readonly state: LetterState;
  /** Each move raises it. */
  readonly revision: number;
  /** The organisation that wrote it. */
  readonly organisation: string;
  readonly organisationName: string;
  readonly returnedFor: ReturnReason | null;
  readonly writtenAt: Instant;
  readonly movedAt: Instant;
}

/** A letter as the side that it goes to is told of it. Nothing here tells when it was written, by whom, or how often it was returned. */
export interface ReceivedLetter {
  readonly id: string;
  readonly shipment: ShipmentId;
  readonly side: Side;
  readonly state: ReceivedState;
  readonly revision: number;
  /** Null before it is released. */
  readonly releasedAt: Instant | null;
  readonly readAt: Instant | null;
}

/** What an organisation may see of one letter. */
export type FoundLetter =
  | { readonly as: 'written'; readonly letter: WrittenLetter; readonly registry: boolean }
  | { readonly as: 'received'; readonly letter: ReceivedLetter; readonly registry: boolean };

/** One version of a letter, or what was said when it was returned. Null text: its key is gone, and with it the words. */
export interface LetterText {
  readonly version: number;
  readonly kind: 'text' | 'note';
  readonly by: string;
  readonly at: Instant;
  readonly text: string | null;
}

/** What moves a letter of one's own side. */
export interface LetterMoved {
  readonly to: LetterState;
  /** What is kept with it: a new version, or a note to a return. */
  readonly says: { readonly kind: LetterText['kind']; readonly text: string } | null;
  readonly returnedFor: ReturnReason | null;
  /** Whether it goes over to the other side's registry, sealed anew for that side. */
  readonly goesOver: boolean;
}

/**
 * Letters behind the wall. Whoever asks sees what the wall lets their organisation see, on either side that it stands on; what it hides is answered as if it were not there.
 * Each look at words, and each move, is in the audit record with a salted commitment to the words, or has not happened.
 */
export interface LetterRegister {
  /** The names of the rules that administrators have chosen for these organisations; null: none. */
  rulesOf(organisations: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** The sides of that shipment on which the organisation stands. */
  sidesOf(asking: Omit<Asking, 'side'>, shipment: ShipmentId): Promise<readonly Side[]>;
  written(asking: Asking, shipment: ShipmentId): Promise<readonly WrittenLetter[]>;
  /** Those that were released to that side. */
  received(asking: Asking, shipment: ShipmentId): Promise<readonly ReceivedLetter[]>;
  /** For the operator: that there are letters, both sides', without a word. */
  waiting(asking: Omit<Asking, 'side'>, shipment: ShipmentId): Promise<readonly WrittenLetter[]>;
  /** What waits for that organisation's screeners, the longest first; at most so many, and how many there are. */
  toScreen(
    asking: Omit<Asking, 'side'>,
    limit: number,
  ): Promise<{ readonly items: readonly FoundLetter[]; readonly total: number }>;
  find(asking: Omit<Asking, 'side'>, id: string): Promise<FoundLetter | null>;
  /** The words of a letter that was found, every version of one's own side. A look that is on record. */
  open(asking: Asking, found: FoundLetter): Promise<readonly LetterText[]>;
  /** What identifies the people of that side, for marking letters that screener looks at: no answer holds it. A look that is on record. */
  namesOf(asking: Asking, shipment: ShipmentId): Promise<readonly string[]>;
  /** A new letter; null where the side has as many as it may. */
  write(
    asking: Asking,
    said: { readonly shipment: ShipmentId; readonly subject: string; readonly text: string },
  ): Promise<{ readonly id: string; readonly revision: number } | null>;
  /** Null where it is not at that revision any more. Answers the new one. */
  move(asking: Asking, letter: WrittenLetter, moved: LetterMoved): Promise<number | null>;
  /** What the other side's screener does with a letter that came across; null where it is not there any more. */
  settle(
    asking: Asking,
    letter: ReceivedLetter,
    said: { readonly to: 'released' | 'sent-back'; readonly returnedFor: ReturnReason | null },
  ): Promise<number | null>;
  /** Notes that it was read, the first time. */
  noteRead(asking: Asking, letter: ReceivedLetter): Promise<void>;
  /** By an administrator of the operator, or of that organisation, which is to be a registry; false where it is none. */
  chooseRule(asking: Omit<Asking, 'side'>, organisation: string, rule: string | null): Promise<boolean>;
}
