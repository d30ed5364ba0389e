import type { Instant, LocalDate, Zone, ZonedInstant } from '@cellrelay/kernel';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

/** A donor is cleared; of a banked unit the bank's laboratory is to release it, and there is no donor to be asked. */
export type ClearanceStatus = 'awaited' | 'cleared' | 'released' | 'suspended' | 'withdrawn';

/** One word of the donor's registry on the donor. */
export interface ClearanceWord {
  readonly word: Exclude<ClearanceStatus, 'awaited'>;
  readonly at: ZonedInstant;
  readonly reason: string | null;
  readonly recordedAt: Instant;
}

/** What was decided on the bookings while the donor is suspended. */
export interface SuspensionDecision {
  readonly decision: 'keep' | 'give-up';
  readonly reason: string;
  readonly recordedAt: Instant;
}

/** The steps of a donor's record before the transport, besides the clearance itself (cases.md C). */
export const donorSteps = ['registered', 'contacted', 'typed', 'examined', 'consented'] as const;
export type DonorStepName = (typeof donorSteps)[number];

/** When a step was taken: on a day, or at a moment where one is known. */
export interface StepMoment {
  readonly on: LocalDate | null;
  readonly at: ZonedInstant | null;
}

export interface DonorStep extends StepMoment {
  readonly step: DonorStepName;
}

export type ConditioningStatus = 'not-planned' | 'planned' | 'started';

/** The conditioning of one recipient. Once it has started the patient cannot do without cells any more (S129). */
export interface Conditioning {
  readonly recipient: string;
  readonly status: ConditioningStatus;
  readonly plannedStartAt: ZonedInstant | null;
  readonly startedAt: ZonedInstant | null;
  /** Why it was started without a standing clearance; null where there was one. */
  readonly despite: string | null;
}

export type BackupStatus = 'not-named' | 'named' | 'called-upon' | 'confirmed' | 'withdrawn';

/** What could be had instead: a donor by GRID or registry reference, a product by its number. Never a person's name. */
export interface Backup {
  readonly reference: string;
  readonly kind: 'donor' | 'product';
  readonly readyBy: LocalDate;
  readonly status: BackupStatus;
}

export interface DonorClearanceState {
  readonly status: ClearanceStatus;
  readonly since: ZonedInstant | null;
  readonly reason: string | null;
  /** Every word that was ever given, in order. */
  readonly words: readonly ClearanceWord[];
  /** On the suspension that stands; null while none does, or nobody has decided. */
  readonly suspensionDecision: SuspensionDecision | null;
  readonly steps: readonly DonorStep[];
  readonly conditioning: readonly Conditioning[];
  readonly backups: readonly Backup[];
}

/** Final clearance of the donor by the donor's registry. It must precede the patient's conditioning (standards.md 7, S129). */
export type ClearDonor = CommandOf<'ClearDonor', { readonly clearedAt: ZonedInstant }>;
export type SuspendDonor = CommandOf<'SuspendDonor', { readonly suspendedAt: ZonedInstant; readonly reason: string }>;
/** Final: another donor is a new shipment. */
export type WithdrawDonor = CommandOf<'WithdrawDonor', { readonly withdrawnAt: ZonedInstant; readonly reason: string }>;
/** The bank's laboratory releases its unit for this recipient. */
export type ReleaseUnit = CommandOf<
  'ReleaseUnit',
  { readonly releasedAt: ZonedInstant; readonly by: string; readonly reference: string }
>;
/** Whether the seats are kept while the donor is suspended. The third answer, postponing, is `PostponeCollection`. */
export type DecideOnSuspension = CommandOf<
  'DecideOnSuspension',
  { readonly decision: 'keep' | 'give-up'; readonly decidedAt: ZonedInstant; readonly reason: string }
>;
/** A step of the record before the transport, on a day or at a moment. Stated again with a reason it corrects. */
export type RecordDonorStep = CommandOf<
  'RecordDonorStep',
  StepMoment & { readonly step: DonorStepName; readonly reason: string | null }
>;
/** When conditioning is to begin. Again with a reason it is moved; of one recorded as started it says that it has not. */
export type PlanConditioning = CommandOf<
  'PlanConditioning',
  { readonly recipient: string; readonly plannedStartAt: ZonedInstant; readonly reason: string | null }
>;
/** `despite` is stated where no clearance stood at that moment; `reason` where an earlier record is corrected. */
export type RecordConditioningStarted = CommandOf<
  'RecordConditioningStarted',
  {
    readonly recipient: string;
    readonly startedAt: ZonedInstant;
    readonly despite: string | null;
    readonly reason: string | null;
  }
>;
export type NameBackup = CommandOf<
  'NameBackup',
  { readonly kind: Backup['kind']; readonly reference: string; readonly readyBy: LocalDate }
>;
/** The backup is to come in: its registry or bank has been asked for it, and once it says so, is on its way to be had. */
export type CallUponBackup = CommandOf<
  'CallUponBackup',
  {
    readonly reference: string;
    readonly calledUponAt: ZonedInstant;
    /** Who at its registry or bank has said that it comes; null while nobody has. */
    readonly confirmedBy: string | null;
  }
>;
export type WithdrawBackup = CommandOf<'WithdrawBackup', { readonly reference: string; readonly reason: string }>;
export type ClearanceCommand = ClearDonor | ReleaseUnit | SuspendDonor | WithdrawDonor | DecideOnSuspension;
export type ConditioningCommand = PlanConditioning | RecordConditioningStarted;
export type BackupCommand = NameBackup | CallUponBackup | WithdrawBackup;
export type DonorClearanceCommand = ClearanceCommand | RecordDonorStep | ConditioningCommand | BackupCommand;

export type DonorCleared = EventOf<'DonorCleared', Record<string, never>>;
export type DonorSuspended = EventOf<'DonorSuspended', { readonly reason: string }>;
export type DonorWithdrawn = EventOf<'DonorWithdrawn', { readonly reason: string }>;
export type UnitReleased = EventOf<'UnitReleased', { readonly by: string; readonly reference: string }>;
export type SuspensionDecided = EventOf<
  'SuspensionDecided',
  { readonly decision: SuspensionDecision['decision']; readonly reason: string }
>;
/** Of a step known by its day alone, `occurredAt` is the beginning of that day at the donor's registry. */
export type DonorStepRecorded = EventOf<
  'DonorStepRecorded',
  {
    readonly step: DonorStepName;
    readonly on: LocalDate | null;
    readonly was: StepMoment | null;
    readonly reason: string | null;
  }
>;
export type ConditioningPlanned = EventOf<
  'ConditioningPlanned',
  {
    readonly recipient: string;
    readonly plannedStartAt: ZonedInstant;
    /** What was on record before: the plan, or the start that was none. */
    readonly was: ZonedInstant | null;
    readonly reason: string | null;
  }
>;
export type ConditioningStarted = EventOf<
  'ConditioningStarted',
  {
    readonly recipient: string;
    readonly was: ZonedInstant | null;
    readonly despite: string | null;
    readonly reason: string | null;
  }
>;
export type BackupNamed = EventOf<'BackupNamed', NameBackup['data']>;
export type BackupCalledUpon = EventOf<
  'BackupCalledUpon',
  {
    readonly reference: string;
    /** Only where somebody has said that it comes. */
    readonly confirmedBy?: string;
  }
>;
export type BackupWithdrawn = EventOf<'BackupWithdrawn', { readonly reference: string; readonly reason: string }>;
export type DonorClearanceEvent =
  | DonorCleared
  | UnitReleased
  | DonorSuspended
  | DonorWithdrawn
  | SuspensionDecided
  | DonorStepRecorded
  | ConditioningPlanned
  | ConditioningStarted
  | BackupNamed
  | BackupCalledUpon
  | BackupWithdrawn;

/** What the stage's decision and agenda may know of the rest. */
export interface DonorClearanceFacts extends Circumstances {
  /** Cells have been collected, and no day is waiting or running; a banked unit has left. */
  readonly collectionOver: boolean;
  readonly banked: boolean;
  /** A collection runs or has ended: the seats are the cells'. */
  readonly collectionBegun: boolean;
  readonly recipients: readonly string[];
  /** Whose calendar a step's day is of. */
  readonly registryZone: Zone;
  readonly donorGrid: string | null;
}

/** What stops the cells from coming, outside this stage. */
export type CellsStopped = 'count-stopped' | 'frozen-at-origin' | 'product-refused' | 'returned' | 'cancelled';

/** Why one recipient has no cells: they stay behind, are not used, are kept frozen at the transplant centre, or none ever came. */
export type WithoutBecause = 'stays-behind' | 'not-used' | 'frozen-at-centre' | 'none-came';

/** A recipient without cells, and where cells that were collected for them are by now: with a clock that runs, kept frozen, or nowhere. */
export interface LeftWithout {
  readonly recipient: string;
  readonly because: WithoutBecause;
  readonly cells: 'there' | 'frozen-at-origin' | 'frozen-at-centre' | 'none';
}

/** A collection of which no cells came, and what can be collected instead. */
export interface BrokenOffAgendaFacts {
  readonly day: 1 | 2;
  readonly reason: string;
  readonly secondDayReserved: boolean;
  readonly canBePostponed: boolean;
}

export interface DonorClearanceAgendaFacts {
  readonly openedAt: Instant;
  /** Of a unit that is in its bank already. */
  readonly banked: boolean;
  /** Planned start of the next day to be collected, or when a banked unit is to leave. */
  readonly collectionStartsAt: Instant;
  /** Whether a day is waiting or running, or a banked unit has not left: else the clearance is of no more account. */
  readonly moreToCollect: boolean;
  readonly clearanceDueDaysBefore: number;
  /** Time to enter what is known already, once the shipment is opened. */
  readonly reportGraceMinutes: number;
  readonly clearanceBeforeConditioningHours: number;
  readonly backupDueDaysBeforeConditioning: number;
  readonly suspensionDecisionHoursBefore: number;
  /** The earliest moment until which seats that are had now can be given up free of charge; null without such seats, or with cells to fly on them. */
  readonly seatsGiveUpBy: Instant | null;
  /** The donor is withdrawn and left no cells. */
  readonly donorGone: boolean;
  readonly stopped: readonly CellsStopped[];
  /** Recipients who are left without cells, each for a reason of their own. */
  readonly leftWithout: readonly LeftWithout[];
  /** Bags that are kept frozen at the transplant centre, and for whom. */
  readonly keptAtCentre: readonly { readonly bag: string; readonly recipient: string }[];
  /** Recipients who have their cells. */
  readonly served: readonly string[];
  /** When the last postponement was recorded; null without one, and once collecting has begun on the new days. */
  readonly postponedAt: Instant | null;
  /** The shipment has ended: no backup is named or called upon in it any more. */
  readonly ended: boolean;
  /** Nothing is left to be done with the cells that came. */
  readonly othersDone: boolean;
  /** Whether cells exist that are neither infused nor cryopreserved. */
  readonly cellsExist: boolean;
  /** Whether cells are frozen at the collection centre. */
  readonly cellsFrozen: boolean;
  /** Whether the courier has the box: only then can it be sent elsewhere. */
  readonly boxUnderWay: boolean;
  /** While a collection was broken off and nothing else was collected. */
  readonly brokenOff: BrokenOffAgendaFacts | null;
}
