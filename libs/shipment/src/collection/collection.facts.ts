import type { Instant, LocalDate, Zone } from '@cellrelay/kernel';
import type { Circumstances } from '../stage.js';
import type { CollectionDayNumber } from './collection.js';

/** What the collection may know of the other stages when it decides. */
export interface CollectionFacts extends Circumstances {
  readonly donorCleared: boolean;
  readonly recipients: readonly string[];
  readonly plateletWarningE9PerL: { readonly day1: number; readonly day2: number };
  /** Counts already recorded, so that a corrected end does not come after its own count. */
  readonly countedAt: Readonly<Partial<Record<CollectionDayNumber, Instant>>>;
  /** First departure of the box, if it has left: the collection cannot have ended after that. */
  readonly handedOverAt: Instant | null;
  /** A donor who is withdrawn is collected on no other day. */
  readonly donorWithdrawn: boolean;
  /** On how many days the ordered product is collected at most. */
  readonly mostDays: number;
  readonly startsAtClock: string;
  readonly plannedMinutes: number;
  readonly custody: BagCustody;
  /** Recipients for whom it was stopped: no cells are meant for them. */
  readonly stoppedFor: readonly string[];
  /** Since when the cells are to be frozen at the collection centre; null while they are to travel. */
  readonly cryopreservingSince: Instant | null;
  /** No cells of this shipment are to travel any more, or it has ended. */
  readonly noneFly: boolean;
  readonly unit: UnitAtBank | null;
}

/** A banked unit: when it is to leave its bank, in whose calendar, and whether it has, or never will. */
export interface UnitAtBank {
  readonly shipOn: LocalDate;
  readonly zone: Zone;
  readonly gone: 'left' | 'not-to-leave' | null;
}

/** Where the bags are, as far as another allotment hangs on it. */
export interface BagCustody {
  /** Whether the box is packed. */
  readonly packed: boolean;
  /** The bags that left with the box, or are parts of such; null while it has not left. */
  readonly inTheBox: readonly string[] | null;
  readonly receivedAt: Instant | null;
  /** Bags whose clock has ended. */
  readonly ended: readonly string[];
}
export interface CollectionAgendaFacts {
  readonly reportGraceMinutes: number;
  /** The centre was told of the whole shipment's end, and so of every day that is stood down. */
  readonly centreToldOfTheEnd: boolean;
  /** A banked unit that is still to leave its bank. */
  readonly unitToLeave: boolean;
}
