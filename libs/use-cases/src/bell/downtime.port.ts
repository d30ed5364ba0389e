import type { Instant, ShipmentId } from '@cellrelay/kernel';
import type { Obligation, Owner, Severity } from '@cellrelay/shipment';
import type { RowView } from '../questions/views.js';

/** A time in which no bells were answered, as a beat noticed it. */
export interface NoticedDowntime {
  readonly id: string;
  readonly from: Instant;
  /** When bells were well again; null while what fell due meanwhile is still being rung. */
  readonly to: Instant | null;
  /** How much fell due meanwhile, by now. */
  readonly fellDue: number;
}

/** What a beat found. */
export interface Beaten {
  /** No deadline is overdue and unanswered. */
  readonly well: boolean;
  /** When bells were well last, as it is in the database now. */
  readonly wellAt: Instant;
  /** Null where bells have been well until lately. */
  readonly noticed: NoticedDowntime | null;
}

/** What a process knows of itself. */
export interface OwnBeat {
  /** How long ago it last found bells well, by a clock that nobody sets. */
  readonly sinceMs: number;
  /** What the database held then. */
  readonly wellAt: Instant;
}

/** How long without a beat is a downtime, and from when on a deadline that was not rung counts as overdue. */
export interface BeatLimits {
  readonly gapMs: number;
  readonly lateMs: number;
}

/** A restart is shorter, a failover of the database as well. */
export const downtimeMs = 120_000;

/** Bells ring within a second or so; what is overdue by more, and waits for nothing, is not being answered. What rang later than this says so. */
export const lateMs = 60_000;

/**
 * What whoever answers bells leaves behind while they ring, from which the next one to come sees that nobody did. Beats run by the wall's clock. Of several
 * workers that notice a downtime at once one records it.
 */
export interface BeatStore {
  /**
   * Says that bells are looked after, and well unless a deadline is overdue and unanswered. Where they were not for longer than the gap, the time is recorded with what fell due
   * in it and is not answered yet: so it is to be called before anything of that is answered.
   *
   * @param own when this process last found them well; null before it has. What the database's clock says beyond it is a jump of that clock, unless the database
   *   knows of nothing so late: then it is another, such as a restored one, in which nobody answered bells meanwhile
   */
  beat(own: OwnBeat | null, limits: BeatLimits): Promise<Beaten>;
}

/** How bells stand by what is in the database. */
export interface BellStanding {
  readonly now: Instant;
  /** Null before the first worker ever. */
  readonly beat: {
    /** When a sweep came by last. */
    readonly at: Instant;
    /** When nothing was overdue and unanswered last. */
    readonly wellAt: Instant;
  } | null;
  /** A deadline has been due for so long, waits for nothing, and nobody answers it. */
  readonly overdue: boolean;
}

/** What fell due in a downtime, as it was owed then, and what has become of it. */
export interface DowntimeItem {
  readonly downtime: string;
  readonly shipment: ShipmentId;
  readonly obligation: Pick<Obligation, 'key' | 'stage' | 'kind' | 'does' | 'owner' | 'what' | 'dueAt'> & {
    readonly severity?: Severity;
  };
  readonly row: Pick<RowView, 'reference' | 'from' | 'to'>;
  readonly stillOwed: boolean;
}

export interface Downtime {
  readonly id: string;
  readonly from: Instant;
  readonly to: Instant | null;
  /** How much of it was whose, whether or not it is among the items. */
  readonly totals: Readonly<Partial<Record<Owner, number>>>;
  /** The most urgent ones of each owner. */
  readonly items: readonly DowntimeItem[];
}

/** The downtimes on record. */
export interface DowntimeStore {
  standing(lateMs: number): Promise<BellStanding>;
  /** Downtimes in which something fell due and of which that account has not said that it has read, the newest first. */
  unread(
    account: string,
    most: { readonly downtimes: number; readonly itemsEach: number },
  ): Promise<readonly Downtime[]>;
  /** Records that the account of that name has read of it. Once said it stays so. False: there is no such downtime. */
  dismiss(downtime: string, account: string): Promise<boolean>;
}
