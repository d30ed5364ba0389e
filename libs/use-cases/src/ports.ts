import type { CommandId, Instant, ShipmentId } from '@cellrelay/kernel';
import type { Airport, HolidayLookup } from '@cellrelay/itinerary';
import type { Figure } from './figures/figure.js';
import type { RowView } from './questions/views.js';
import type { ScanMoves, SealedScan } from './scans/scans.port.js';
import type { SealedWords } from './words/words.port.js';
import type {
  AgendaDifference,
  CallKind,
  Holder,
  LoggedEvent,
  Obligation,
  Refusal,
  Shipment,
  ShipmentCommand,
  ShipmentEvent,
  Someone,
  StageName,
  StatedBy,
} from '@cellrelay/shipment';

/** A command on its way in, shape-checked and with its author. */
export interface IssuedCommand {
  readonly shipment: ShipmentId;
  readonly id: CommandId;
  readonly command: ShipmentCommand;
  readonly statedBy: StatedBy;
  /** Account name, `system` for bells and process, or `link:` and the id of the link that it came by. */
  readonly recordedBy: string;
  /** The revision of the command's stage that its author had read; null for the system, whose commands are decided on what stands. */
  readonly ifMatch: number | null;
  /** Whose account issues it, so that it is decided under what stands whether it is theirs; left out for the machinery. */
  readonly issuer?: Someone;
  /** The signed link that it came by instead of an account's word: used up by its commit, and refused where it is good for nothing by then. */
  readonly link?: LinkUse;
  /** Its author stands by it although the record says otherwise: a time out of order becomes a conflict, and no refusal. */
  readonly despiteRecord?: boolean;
  /** The words that it brings, under seal; the command holds tokens in their place. */
  readonly words?: SealedWords;
  /** The bytes of the scan that it tells of, under seal. */
  readonly scan?: SealedScan;
  /** SHA-256 of the canonical body: the same id with another body is refused. Over tokens, where there are words: nobody can try words against it. */
  readonly bodyHash: string;
}

/** A link that a command comes by. */
export interface LinkUse {
  readonly id: string;
  /** The id of the organisation that made it. */
  readonly madeFor: string;
}

/** One line of the log, before it is chained. */
export interface LogEntry {
  readonly shipment: ShipmentId;
  readonly seq: number;
  readonly recordedAt: Instant;
  readonly statedBy: StatedBy;
  readonly recordedBy: string;
  readonly commandId: CommandId;
  readonly event: ShipmentEvent;
}

/** A stored line: the canonical text is what the hash covers; see log/chain.ts. */
export interface StoredEntry {
  readonly shipment: ShipmentId;
  readonly seq: number;
  readonly text: string;
  readonly hash: string;
}

/** What a command's author is told. Stored under the command's id in the same transaction. */
export interface CommandAnswer {
  readonly shipment: ShipmentId;
  readonly revision: number;
  readonly stageRevisions: Readonly<Record<StageName, number>>;
  readonly events: readonly { readonly seq: number; readonly type: string }[];
}

/** What the list shows of one shipment; kept beside the state so that lists need no folding. */
export interface BoardRow {
  readonly live: boolean;
  readonly example: boolean;
  readonly reference: string;
  /** Worst standing alert: 0 none, 1 notice, 2 warning, 3 critical. */
  readonly severity: number;
  readonly nextDueAt: Instant | null;
  /** Lower-case text that the search looks in: reference, cities, GRID, courier, flights. */
  readonly searchText: string;
  /** What the row shows, made by board/row.ts. */
  readonly view: RowView;
  /** What a programme counts of it; null while it is open. In a table of its own. */
  readonly figure: Figure | null;
  /**
   * The DIN of the banked unit that it has: while it is open, and after that as long as the unit is not known to be back at its bank
   * (`isUnitHeld`). Null of collected cells, and where a unit is free again. No two open shipments have the same one; the store sees to it.
   */
  readonly unit: string | null;
  /** Who stands in it beside the operator; in a table of its own. */
  readonly holders: readonly Holder[];
  /** What whoever is not of the operator sees and searches of it; null where nobody else stands in it. */
  readonly shared: { readonly view: RowView; readonly searchText: string } | null;
}

/** Everything one accepted command writes, in one transaction. */
export interface Commit {
  readonly entries: readonly StoredEntry[];
  readonly state: Shipment;
  readonly agenda: AgendaDifference;
  /**
   * Keys of the items that this commit lets be tried again. Each is among the agenda's moved ones: it goes on to its next revision, unparked, with no
   * lease and no tries, in this transaction, and is answered among the bells.
   */
  readonly redriven: readonly string[];
  readonly answer: CommandAnswer;
  readonly row: BoardRow;
  /** Whether what its readings imply is to be worked out anew: its mark is set in this transaction. */
  readonly owesReport: boolean;
  /** Whether its papers are to be looked at again: its mark is set in this transaction. */
  readonly owesPapers: boolean;
  /** What becomes of the bytes of scans, in this transaction. */
  readonly scans: ScanMoves;
}

/** What the store hands to a decision, under the lock of the shipment's row. */
export interface Loaded {
  /** Null when there is no such shipment yet. */
  readonly state: Shipment | null;
  readonly lastHash: string | null;
  /** The whole log, where the decision asked for it, or the state had to be made from it. */
  readonly log?: readonly StoredEntry[];
  /** The open items as they are stored, where an earlier release derived them; else they equal `agendaOf(state)`. */
  readonly stored?: readonly Obligation[];
  /** The database's clock, read in this transaction, never before the log's last. */
  readonly now: Instant;
}

export type CommitOutcome =
  /** `bells`: the items that this commit opened or moved and that are due within the arming window, with their row ids. */
  | { readonly kind: 'committed'; readonly answer: CommandAnswer; readonly bells: readonly BellRequest[] }
  /** The id was used before with the same body: its answer, nothing done again. */
  | { readonly kind: 'repeated'; readonly answer: CommandAnswer }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** A shipment's state by its id. */
export interface LoadedState {
  readonly shipment: ShipmentId;
  readonly state: Shipment;
}

/** What of a command the store needs to know. */
export interface CommandKey extends Pick<IssuedCommand, 'shipment' | 'id' | 'bodyHash'> {
  /** The decision needs the log: a correction changes how all of it reads. */
  readonly withLog?: boolean;
  /** The link's row is looked at under its lock before anything is decided, and used up in the same transaction. */
  readonly link?: LinkUse;
  /** To be kept with it, in its transaction. Throws `WordsKeyGone` where their key was erased since; then nothing is kept. */
  readonly words?: SealedWords;
  /** Likewise. */
  readonly scan?: SealedScan;
}

/**
 * One transaction per command. What orders a banked unit that another shipment has is refused (`unitTaken`), examples against examples and real ones
 * against real ones, however many are sent at once. The decision is called under the shipment's lock and may be called again after a serialization failure. */
export interface ShipmentStore {
  commit(
    command: CommandKey,
    decide: (
      loaded: Loaded,
    ) => { readonly ok: true; readonly commit: Commit } | { readonly ok: false; readonly refusal: Refusal },
  ): Promise<CommitOutcome>;
  /** The folded state, or null. */
  load(shipment: ShipmentId): Promise<Shipment | null>;
  /** The folded states of those that exist, in no particular order. */
  loadAll(shipments: readonly ShipmentId[]): Promise<readonly LoadedState[]>;
  /** Who stands in it beside the operator; nobody, where there is no such shipment. */
  holders(shipment: ShipmentId): Promise<readonly Holder[]>;
  /** The log from `afterSeq`, oldest first, at most `limit` lines. */
  log(shipment: ShipmentId, afterSeq: number, limit: number): Promise<readonly StoredEntry[]>;
}

/**
 * An open agenda row as the bell sees it. There is one row per shipment and key for good: an obligation that comes back reopens its row at
 * the next revision (tries, lease and parking afresh), so that key and revision name one occasion only and never repeat.
 */
export interface AgendaItem {
  /** Row id: digits as text; with the revision it makes the job id `<id>_<revision>`. */
  readonly id: string;
  readonly shipment: ShipmentId;
  readonly revision: number;
  readonly obligation: Obligation;
  readonly attempts: number;
}

export type LeaseOutcome =
  | {
      readonly kind: 'leased';
      readonly item: AgendaItem;
      readonly token: string;
      readonly now: Instant;
      /** How long ago this try could have been made: since it was due, its wait after a failure was over, and it stood on the agenda. */
      readonly lateMs: number;
    }
  /** Not due yet by the database's clock: ring again then. */
  | { readonly kind: 'early'; readonly dueAt: Instant; readonly waitMs: number }
  /** Closed, moved to a later revision, parked, or leased by another. */
  | { readonly kind: 'not-mine' };

/** The agenda's operational side: leases with fencing tokens, tries, parking. The decision's diff never touches these columns. */
export interface AgendaStore {
  lease(id: string, revision: number): Promise<LeaseOutcome>;
  /** Gives the lease back after a failure, to be tried again `afterMs` from now; false when the token is no longer ours. */
  handBack(id: string, token: string, failure: { readonly error: string; readonly afterMs: number }): Promise<boolean>;
  /** Ends a lease whose work is done (the outcome command closed or moved the item, or it is to be looked at again at its due time). */
  release(id: string, token: string): Promise<void>;
  /** Parks the item for a person. */
  park(id: string, token: string, error: string): Promise<boolean>;
  /** Unparks rows whose shipments know nothing of their parking; all others go by RedriveItem. Answers the items to ring. With no id: all parked ones. */
  unpark(id: string | null): Promise<readonly BellRequest[]>;
  /**
   * Open, unparked, unleased items (whose waiting time after a failure is over) due between `fromMs` and `toMs` from now, oldest
   * first, then by key; `fromMs` null means since ever. What the sweep arms: the next window, and whatever is overdue.
   */
  due(
    window: { readonly fromMs: number | null; readonly toMs: number },
    limit: number,
  ): Promise<readonly BellRequest[]>;
}

/** A bell to be hung: look at this item's revision after so many milliseconds. */
export interface BellRequest {
  readonly id: string;
  readonly revision: number;
  /** The stage names the job; rings and calls have queues of their own, so that a slow desk delays no deadline. */
  readonly stage: StageName;
  readonly does: 'ring' | 'call';
  readonly dueAt: Instant;
  readonly waitMs: number;
  /** Somebody is to be told of what is critical: it stands behind nothing. */
  readonly urgent?: boolean;
}

/** The queue. A job says "look at this item now"; losing it loses nothing, the sweep rings again. */
export interface Bell {
  /** Hangs bells; one already hung for the same item and revision is kept. */
  arm(requests: readonly BellRequest[]): Promise<void>;
  /** Rejects where no bell could be hung now. Cheap: it is asked every second. */
  reach(): Promise<void>;
  close(): Promise<void>;
}

/** What a desk says. `later` and `by-hand` are answers too; an unknown answer is never guessed into one of the others. */
export type DeskAnswer =
  | { readonly kind: 'outcome'; readonly command: ShipmentCommand }
  | { readonly kind: 'by-hand' }
  | { readonly kind: 'unknown'; readonly said: string };

/** An airline, customs or airport security desk. The item's key and occasion are the idempotency key: asked twice, it acts once and says the same. */
export interface Desk {
  readonly serves: readonly CallKind[];
  call(request: {
    readonly kind: CallKind;
    readonly idempotencyKey: string;
    /** When the call was due; the same however often it is asked. */
    readonly dueAt: Instant;
    readonly now: Instant;
    readonly shipment: ShipmentId;
    readonly data: Readonly<Record<string, unknown>>;
  }): Promise<DeskAnswer>;
}

/** The world's airports. */
export interface Airports {
  /** The airport with that IATA code, or undefined. */
  find(iata: string): Airport | undefined;
}

/** Public holidays of the world's countries. */
export interface Holidays {
  /** Reads whatever answering takes, at the first call; what it hands out answers at once, as a decision needs it. */
  open(): HolidayLookup;
  /** The regions of a country (ISO 3166-2) that have holidays of their own; none where nothing is known of any. */
  regionsOf(country: string): readonly string[];
}

/** The moment, for whoever is not inside a commit. In production the database's clock. */
export interface Clock {
  now(): Promise<Instant>;
}

export type { LoggedEvent };
