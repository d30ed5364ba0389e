import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { ConfirmedBy, Word } from '../decisions.js';
import type { CountThreshold, RegistryLimit } from '../policy.js';
import type { DoseRequest } from '../products.js';
import type { Circumstances, CommandOf, EventOf, StatedBy } from '../stage.js';

export type CountDayNumber = 1 | 2;

/** One bag's count as the laboratory reports it (standards.md 2.3); what the ordered metrics do not need may be missing. */
export interface BagCount {
  readonly bag: string;
  readonly volumeMl: number;
  readonly cd34PerUl: number | null;
  readonly wbcE9PerL: number | null;
  readonly cd3PerUl: number | null;
  /** Mononuclear cells, in percent of the white cells; left out or null: not stated. */
  readonly mncPercent?: number | null;
}

/** What a recipient gets below a threshold that nothing is decided by (policy.thresholds.ts). */
export interface BelowThreshold {
  readonly recipient: string;
  readonly dose: number;
  readonly threshold: CountThreshold;
}

/** One ordered dose against what was counted, in the metric's own unit. */
export interface DoseVerdict extends DoseRequest {
  readonly dose: number;
  readonly meetsRequest: boolean;
  readonly meetsMinimum: boolean;
}

/** How one recipient stands after the counts so far: cumulative over the days, and met when every dose is. */
export interface RecipientVerdict {
  readonly recipient: string;
  readonly doses: readonly DoseVerdict[];
  readonly meetsRequest: boolean;
  readonly meetsMinimum: boolean;
  readonly meetsRegistryFloor: boolean;
  readonly aboveRegistryCeiling: boolean;
}

export interface DayCount {
  readonly day: CountDayNumber;
  readonly countedAt: ZonedInstant;
  readonly recordedAt: Instant;
  readonly bags: readonly BagCount[];
}

export type CountDecision =
  'enough' | 'collect-again' | 'accept-less' | 'stop' | 'ship-day-1-early' | 'cryopreserve-at-origin';

/**
 * awaited: no count yet; short: counted and less than requested; one-short: some of several recipients are served and others are short; the rest are
 * decisions. `accepted-less` and `enough` say that every recipient is served, accepts less, or is stopped for.
 */
export type CellCountStatus =
  | 'awaited'
  | 'short'
  | 'one-short'
  | 'enough'
  | 'collecting-again'
  | 'accepted-less'
  | 'shipped-early'
  | 'cryopreserving'
  | 'stopped';

/** What a bank states of a unit: its own figures, which nobody counts again. */
export interface UnitFigures {
  readonly tncE8: number;
  readonly cd34E6: number;
}

export interface CellCountState {
  readonly status: CellCountStatus;
  readonly counts: readonly DayCount[];
  /** The bank's figures that the verdicts are of, and when they were judged; null of anything that is counted. */
  readonly judged: (UnitFigures & { readonly recordedAt: Instant }) | null;
  readonly verdicts: readonly RecipientVerdict[];
  /** Recipients for whom less was accepted, on the cells that were counted then. */
  readonly acceptedFor: readonly string[];
  /** Recipients for whom it was stopped: their bags stay behind. */
  readonly stoppedFor: readonly string[];
  readonly decidedBy: StatedBy | null;
  /** When the doses were last judged by another allotment of the bags; null while they stand as counted. */
  readonly judgedAnewAt: Instant | null;
  /** The second day's cells go by a shipment of their own: since when that is so, and its reference once it is opened. */
  readonly followUp: { readonly since: Instant; readonly reference: string | null } | null;
  /** Since when the cells are to be frozen at the collection centre. */
  readonly cryopreservingSince: Instant | null;
  /** The plan that was decided for last; null before the first decision, and when nothing is to fly. */
  readonly plan: CountDayNumber | null;
  /** Platelets or a decision's warnings worth keeping in sight. */
  readonly warnings: readonly string[];
}

export type RecordCellCount = CommandOf<
  'RecordCellCount',
  { readonly day: CountDayNumber; readonly countedAt: ZonedInstant; readonly bags: readonly BagCount[] }
>;
/** A count that was mistyped or repeated by the laboratory; the verdict is judged anew, a decision already taken stands until a person changes it. */
export type CorrectCellCount = CommandOf<
  'CorrectCellCount',
  {
    readonly day: CountDayNumber;
    readonly countedAt: ZonedInstant;
    readonly bags: readonly BagCount[];
    readonly reason: string;
    readonly evidence: string;
  }
>;
/**
 * On a short count: collect again (the collection physician's word; platelets may warn), accept less (the transplant
 * centre's word; also when the second day comes to nothing before it begins), stop, or let the first day's bags fly alone.
 * Whose word each needs, and which are confirmed by a second person, stands in decisions.ts.
 */
export type DecideOnCount = CommandOf<
  'DecideOnCount',
  {
    readonly decision: 'collect-again' | 'accept-less' | 'stop' | 'ship-day-1-early';
    readonly decidedAt: ZonedInstant;
    readonly wordOf: Word;
    readonly confirmedBy: ConfirmedBy | null;
    /** For whom less is accepted, or it is stopped. Null: for all who are short; while a second day is awaited, for all. */
    readonly recipients: readonly string[] | null;
    readonly reason: string;
  }
>;
/** The cells are frozen where they were collected: nothing flies by this shipment. */
export type CryopreserveAtOrigin = CommandOf<
  'CryopreserveAtOrigin',
  {
    readonly decidedAt: ZonedInstant;
    readonly wordOf: Word;
    readonly confirmedBy: ConfirmedBy | null;
    readonly reason: string;
  }
>;
/** The shipment that the second day's cells go by is opened. */
export type RecordFollowUpShipment = CommandOf<'RecordFollowUpShipment', { readonly reference: string }>;
/** Issued by process.ts: the bags are allotted otherwise than they were judged, or some of them are not used. */
export type JudgeCellCount = CommandOf<'JudgeCellCount', { readonly because: 'bags-allotted' | 'bags-not-used' }>;
/** Issued by process.ts: a banked unit's doses are judged from its bank's figures when it is ordered, and anew when these are corrected. */
export type JudgeUnit = CommandOf<'JudgeUnit', UnitFigures>;
export type CellCountCommand =
  | RecordCellCount
  | CorrectCellCount
  | DecideOnCount
  | CryopreserveAtOrigin
  | RecordFollowUpShipment
  | JudgeCellCount
  | JudgeUnit;

export type CellsCounted = EventOf<
  'CellsCounted',
  { readonly day: CountDayNumber; readonly bags: readonly BagCount[]; readonly verdicts: readonly RecipientVerdict[] }
>;
export type CellCountCorrected = EventOf<
  'CellCountCorrected',
  {
    readonly day: CountDayNumber;
    readonly bags: readonly BagCount[];
    readonly verdicts: readonly RecipientVerdict[];
    readonly reason: string;
    readonly evidence: string;
  }
>;
/** The bags are allotted otherwise, or some are not used: every recipient is judged by what is theirs now. */
export type CountJudgedAnew = EventOf<'CountJudgedAnew', { readonly verdicts: readonly RecipientVerdict[] }>;
export type UnitJudged = EventOf<'UnitJudged', UnitFigures & { readonly verdicts: readonly RecipientVerdict[] }>;
/** `enough` follows from the count by rule; the others are a person's word. */
export type CountDecided = EventOf<
  'CountDecided',
  {
    readonly decision: CountDecision;
    readonly wordOf: StatedBy;
    /** Whose word it was; null where the rule decided. */
    readonly role: Word['role'] | null;
    readonly confirmedBy: ConfirmedBy | null;
    /** Whom it is about; null: everybody. */
    readonly recipients: readonly string[] | null;
    readonly reason: string;
    readonly warnings: readonly string[];
  }
>;
export type FollowUpShipmentRecorded = EventOf<'FollowUpShipmentRecorded', { readonly reference: string }>;
export type CellCountEvent =
  CellsCounted | CellCountCorrected | CountJudgedAnew | UnitJudged | CountDecided | FollowUpShipmentRecorded;

/** A bag as the count's stage knows it. */
export interface CollectedBag {
  readonly id: string;
  readonly recipient: string;
  readonly volumeMl: number;
  /** The bags that it is a part of, the first the one that was collected. */
  readonly partOf: readonly string[];
}

export interface CellCountFacts extends Circumstances {
  readonly recipients: readonly {
    readonly ref: string;
    readonly weightKg: number;
    readonly doses: readonly DoseRequest[];
  }[];
  /** The registry's own limits for the ordered product. */
  readonly limits: readonly RegistryLimit[];
  /** The collected days with their bags; a day that is not here has not ended. */
  readonly collected: readonly {
    readonly day: CountDayNumber;
    readonly endedAt: Instant;
    readonly plateletsE9PerL: number | null;
    readonly bags: readonly CollectedBag[];
    /** Bags that have been split: they may have been counted whole. */
    readonly split: readonly CollectedBag[];
  }[];
  /** Bags that nobody is given: their cells are no part of a dose. */
  readonly notUsed: readonly string[];
  /** Whether a second day is still to be had. */
  readonly secondDayAvailable: boolean;
  /** Whether collecting on the second day has begun: its bags must then be ended and counted before anything else is decided. */
  readonly secondDayBegun: boolean;
  /** Whether the courier has the box. */
  readonly handedOver: boolean;
  /** Whether the policy lets the bags of the first day fly without those of the second. */
  readonly daysMayPart: boolean;
  readonly plateletWarningE9PerL: { readonly day1: number; readonly day2: number };
}
export interface CellCountAgendaFacts {
  readonly collected: readonly { readonly day: CountDayNumber; readonly endedAt: Instant }[];
  readonly countDueMinutes: number;
  /** 16:00 (or as the policy says) at the collection centre on the day of the latest collection; when flights are due for a banked unit. */
  readonly decisionAt: Instant | null;
  readonly decisionGraceMinutes: number;
  readonly secondDayAvailable: boolean;
  readonly handedOver: boolean;
  /** Whether the box was opened, and whether a bag waits then that can be shared; null before. */
  readonly opened: { readonly bagsLeft: boolean } | null;
  /** Whether no cell was given to anybody, or is to be: then there is nothing to decide for one of them. */
  readonly noneUsed: boolean;
  readonly daysMayPart: boolean;
  readonly reportGraceMinutes: number;
  /** Since when all cells are to be frozen where they were collected. */
  readonly freezingSince: Instant | null;
  /** The bags that are not recorded as frozen yet, and since when each is to be. */
  readonly toFreeze: readonly { readonly bag: string; readonly since: Instant }[];
  /** A banked unit's verdict is there weeks before it is to leave. */
  readonly banked: boolean;
  /** Whether a second day is called up, running or done. */
  readonly secondDayComing: boolean;
  /** What was counted, all days together, below a threshold. */
  readonly belowThresholds: readonly BelowThreshold[];
}
