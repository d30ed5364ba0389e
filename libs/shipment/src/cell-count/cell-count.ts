import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { RegistryLimit } from '../policy.js';
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

export type CountDecision = 'enough' | 'collect-again' | 'accept-less' | 'stop';

/** awaited: no count yet; short: counted and less than requested; the others are decisions. */
export type CellCountStatus = 'awaited' | 'short' | 'enough' | 'collecting-again' | 'accepted-less' | 'stopped';

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
  readonly decidedBy: StatedBy | null;
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
 * centre's word; also when the second day comes to nothing before it begins) or stop. `wordOf` names who gave that word.
 */
export type DecideOnCount = CommandOf<
  'DecideOnCount',
  {
    readonly decision: 'collect-again' | 'accept-less' | 'stop';
    readonly decidedAt: ZonedInstant;
    readonly wordOf: { readonly role: 'collection-physician' | 'transplant-physician'; readonly person: string };
    readonly reason: string;
  }
>;
/** Issued by process.ts: a banked unit's doses are judged from its bank's figures when it is ordered, and anew when these are corrected. */
export type JudgeUnit = CommandOf<'JudgeUnit', UnitFigures>;
export type CellCountCommand = RecordCellCount | CorrectCellCount | DecideOnCount | JudgeUnit;

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
export type UnitJudged = EventOf<'UnitJudged', UnitFigures & { readonly verdicts: readonly RecipientVerdict[] }>;
/** `enough` follows from the count by rule; the three others are a person's word. */
export type CountDecided = EventOf<
  'CountDecided',
  {
    readonly decision: CountDecision;
    readonly wordOf: StatedBy;
    /** Whose word it was; null where the rule decided. */
    readonly role: DecideOnCount['data']['wordOf']['role'] | null;
    readonly reason: string;
    readonly warnings: readonly string[];
  }
>;
export type CellCountEvent = CellsCounted | CellCountCorrected | UnitJudged | CountDecided;

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
    readonly bags: readonly { readonly id: string; readonly recipient: string; readonly volumeMl: number }[];
  }[];
  /** Whether a second day is still to be had. */
  readonly secondDayAvailable: boolean;
  /** Whether collecting on the second day has begun: its bags must then be ended and counted before anything else is decided. */
  readonly secondDayBegun: boolean;
  /** Whether the courier has the box. */
  readonly handedOver: boolean;
  readonly plateletWarningE9PerL: { readonly day1: number; readonly day2: number };
}
export interface CellCountAgendaFacts {
  readonly collected: readonly { readonly day: CountDayNumber; readonly endedAt: Instant }[];
  readonly countDueMinutes: number;
  /** 16:00 (or as the policy says) at the collection centre on the day of the latest collection; when flights are due for a banked unit. */
  readonly decisionAt: Instant | null;
  readonly decisionGraceMinutes: number;
  readonly secondDayAvailable: boolean;
  /** A banked unit's verdict is there weeks before it is to leave. */
  readonly banked: boolean;
  /** Whether a second day is called up, running or done. */
  readonly secondDayComing: boolean;
}
