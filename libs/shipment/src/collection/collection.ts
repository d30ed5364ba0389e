import type { Instant, LocalDate, Zone, ZonedInstant } from '@cellrelay/kernel';
import type { CommandOf, EventOf } from '../stage.js';
import type { AtOriginCommand, AtOriginEvent, EndedAtOrigin, NotUsedAtOrigin } from './collection.staying.js';

export type CollectionDayNumber = 1 | 2;

/** A labelled container: DIN and product code with division identify it; its clock starts at the end of the collection. */
export interface Bag {
  /** `<DIN>/<product code>`, as in G123498654321/S1128V00. */
  readonly id: string;
  readonly din: string;
  readonly productCode: string;
  readonly volumeMl: number;
  /** The recipient's ref in the order. */
  readonly recipient: string;
  /** The bags that it is a part of, the first the one that was collected; only of a part. */
  readonly partOf?: readonly string[];
}

/** A bag that was divided, and when. */
export interface DividedBag extends Bag {
  readonly splitAt: ZonedInstant;
}

export type CollectionDayStatus = 'planned' | 'reserved' | 'running' | 'broken-off' | 'ended' | 'stood-down';

/** A collection that had begun as told here, until it was said that it was broken off. */
export interface BrokenOff extends Pick<CollectionDay, 'startedAt' | 'plateletsE9PerL' | 'plateletsBelowE9PerL'> {
  readonly at: ZonedInstant;
  readonly reason: string;
}

export interface CollectionDay {
  readonly day: CollectionDayNumber;
  readonly date: LocalDate;
  readonly plannedStartAt: Instant;
  readonly plannedEndAt: Instant;
  readonly status: CollectionDayStatus;
  readonly startedAt: ZonedInstant | null;
  readonly endedAt: ZonedInstant | null;
  readonly plateletsE9PerL: number | null;
  /** The policy's figure that the platelets were under when collecting began; null when they were not. */
  readonly plateletsBelowE9PerL: number | null;
  readonly bags: readonly Bag[];
  /** Bags that have been split: kept for what was said of them, and no bags of their own any more. */
  readonly split: readonly DividedBag[];
  /** Whether the centre has been told that the reserved day is not needed; null while nobody needs telling. */
  readonly toldStoodDownAt: Instant | null;
  readonly stoodDownAt: Instant | null;
  /** While that word stands; null once it is collected after all. */
  readonly brokenOff: BrokenOff | null;
}

/** Days as planned: in the centre's calendar, with the moments that follow from it. */
export interface PlannedDay {
  readonly date: LocalDate;
  readonly plannedStartAt: Instant;
  readonly plannedEndAt: Instant;
}

/** Whose word a postponement is. The transplant centre's side is half of all (S22: 52.6 % of cancellations). */
export type PostponedBy = 'donor' | 'donor-registry' | 'transplant-centre' | 'collection-centre' | 'other';

/** One postponement: kept, as figures count them later. */
export interface Postponement {
  readonly recordedAt: Instant;
  readonly at: ZonedInstant;
  readonly was: readonly LocalDate[];
  readonly to: readonly LocalDate[];
  readonly reason: string;
  readonly wordOf: PostponeCollection['data']['wordOf'] | PostponeShipping['data']['wordOf'];
  /** When the centres, the registries and the courier had been told; null until then. */
  readonly toldAt: ZonedInstant | null;
}

export type PostponementStatus = 'none' | 'to-tell' | 'told';

export interface CollectionState {
  readonly zone: Zone | null;
  readonly days: readonly CollectionDay[];
  readonly postponements: readonly Postponement[];
  /** Whether any bag was split or given to another recipient since it was labelled. */
  readonly reallotted: boolean;
  /** Bags that were frozen at the collection centre, which ends their clocks. */
  readonly frozen: readonly EndedAtOrigin[];
  /** Bags that stayed there and are not used, on whose word and why: that ends their clocks too. */
  readonly notUsed: readonly NotUsedAtOrigin[];
}

/** Issued by process.ts when the shipment is opened: day 1 planned, day 2 (where ordered) reserved. */
export type PlanCollection = CommandOf<
  'PlanCollection',
  {
    readonly days: readonly PlannedDay[];
    readonly zone: Zone;
  }
>;
/** The collection on other days. The live plans are stood down, and new ones are proposed under the same numbers. */
export type PostponeCollection = CommandOf<
  'PostponeCollection',
  {
    readonly newDays: readonly LocalDate[];
    readonly postponedAt: ZonedInstant;
    readonly reason: string;
    readonly wordOf: { readonly party: PostponedBy; readonly person: string };
  }
>;
/** A banked unit leaves its bank on another day. The live plan is stood down, and a new one is proposed under the same number. */
export type PostponeShipping = CommandOf<
  'PostponeShipping',
  {
    readonly shipOn: LocalDate;
    readonly postponedAt: ZonedInstant;
    readonly reason: string;
    readonly wordOf: {
      readonly party: Exclude<PostponedBy, 'donor' | 'collection-centre'> | 'bank';
      readonly person: string;
    };
  }
>;
/** Pre-apheresis platelets under the policy's figure for that day warn (S62). */
export type StartCollection = CommandOf<
  'StartCollection',
  { readonly day: CollectionDayNumber; readonly startedAt: ZonedInstant; readonly plateletsE9PerL: number | null }
>;
/** Collecting was broken off and no bag came of it. Nothing follows by itself: a person says what is collected instead, and when. */
export type RecordCollectionBrokenOff = CommandOf<
  'RecordCollectionBrokenOff',
  { readonly day: CollectionDayNumber; readonly brokenOffAt: ZonedInstant; readonly reason: string }
>;
/** One collection has one DIN; its bags share it and differ by product code and division. */
export type EndCollection = CommandOf<
  'EndCollection',
  {
    readonly day: CollectionDayNumber;
    readonly endedAt: ZonedInstant;
    readonly din: string;
    readonly bags: readonly { readonly productCode: string; readonly volumeMl: number; readonly recipient: string }[];
  }
>;
/** The commonest real error. Everything that hangs on the clock is derived anew. */
export type CorrectCollectionEnd = CommandOf<
  'CorrectCollectionEnd',
  {
    readonly day: CollectionDayNumber;
    readonly endedAt: ZonedInstant;
    readonly reason: string;
    readonly evidence: string;
  }
>;
/** Issued by process.ts: day 2 is wanted after all, reserved or stood down. */
export type CallUpCollectionDay = CommandOf<'CallUpCollectionDay', { readonly day: CollectionDayNumber }>;
/** Issued by process.ts: that day is not needed; its slot goes back to the centre at once. */
export type StandDownCollectionDay = CommandOf<'StandDownCollectionDay', { readonly day: CollectionDayNumber }>;
/** The centre was told that the day is stood down. */
export type RecordStandDownTold = CommandOf<
  'RecordStandDownTold',
  { readonly day: CollectionDayNumber; readonly toldAt: ZonedInstant }
>;
/** Everybody concerned was told of the last postponement. */
export type RecordPostponementTold = CommandOf<'RecordPostponementTold', { readonly toldAt: ZonedInstant }>;
export type PostponingCommand = PostponeCollection | PostponeShipping | RecordPostponementTold;
/** One of the two centres where a bag can be divided. */
export type SplitPlace = 'collection-centre' | 'transplant-centre';
/** A bag is divided: its parts have its DIN, day, clock and concentration, and codes that differ from its own by the division. */
export type SplitBag = CommandOf<
  'SplitBag',
  {
    readonly bag: string;
    readonly parts: readonly { readonly productCode: string; readonly volumeMl: number; readonly recipient: string }[];
    readonly splitAt: ZonedInstant;
    readonly where: SplitPlace;
    readonly by: string;
  }
>;
/** A whole bag is for another recipient from now on, on the transplant physician's word. */
export type AllotBag = CommandOf<
  'AllotBag',
  {
    readonly bag: string;
    readonly recipient: string;
    readonly allottedAt: ZonedInstant;
    readonly wordOf: { readonly role: 'transplant-physician'; readonly person: string };
    readonly reason: string;
  }
>;
export type BagCommand = SplitBag | AllotBag | AtOriginCommand;
export type CollectionCommand =
  | BagCommand
  | PlanCollection
  | PostponingCommand
  | StartCollection
  | RecordCollectionBrokenOff
  | EndCollection
  | CorrectCollectionEnd
  | CallUpCollectionDay
  | StandDownCollectionDay
  | RecordStandDownTold;

export type CollectionPlanned = EventOf<'CollectionPlanned', PlanCollection['data']>;
export type CollectionPostponed = EventOf<
  'CollectionPostponed',
  {
    readonly days: readonly PlannedDay[];
    readonly was: readonly LocalDate[];
    readonly reason: string;
    readonly wordOf: PostponeCollection['data']['wordOf'];
  }
>;
export type ShippingPostponed = EventOf<
  'ShippingPostponed',
  Omit<PostponeShipping['data'], 'postponedAt'> & { readonly was: LocalDate }
>;
export type PostponementTold = EventOf<'PostponementTold', Record<string, never>>;
export type CollectionStarted = EventOf<
  'CollectionStarted',
  { readonly day: CollectionDayNumber; readonly plateletsE9PerL: number | null }
>;
export type PlateletsLow = EventOf<
  'PlateletsLow',
  { readonly day: CollectionDayNumber; readonly plateletsE9PerL: number; readonly warningBelowE9PerL: number }
>;
export type CollectionBrokenOff = EventOf<
  'CollectionBrokenOff',
  { readonly day: CollectionDayNumber; readonly reason: string }
>;
export type CollectionEnded = EventOf<
  'CollectionEnded',
  { readonly day: CollectionDayNumber; readonly bags: readonly Bag[] }
>;
export type CollectionEndCorrected = EventOf<
  'CollectionEndCorrected',
  { readonly day: CollectionDayNumber; readonly was: ZonedInstant; readonly reason: string; readonly evidence: string }
>;
export type CollectionDayCalledUp = EventOf<'CollectionDayCalledUp', { readonly day: CollectionDayNumber }>;
export type CollectionDayStoodDown = EventOf<'CollectionDayStoodDown', { readonly day: CollectionDayNumber }>;
export type StandDownTold = EventOf<'StandDownTold', { readonly day: CollectionDayNumber }>;
/** `day` is where the bag is from. */
export type BagSplit = EventOf<
  'BagSplit',
  {
    readonly day: CollectionDayNumber;
    readonly bag: string;
    readonly parts: readonly Bag[];
    readonly where: SplitPlace;
    readonly by: string;
  }
>;
export type BagAllotted = EventOf<
  'BagAllotted',
  {
    readonly day: CollectionDayNumber;
    readonly bag: string;
    readonly was: string;
    readonly recipient: string;
    readonly wordOf: AllotBag['data']['wordOf'];
    readonly reason: string;
  }
>;
export type BagEvent = BagSplit | BagAllotted | AtOriginEvent;
export type CollectionEvent =
  | BagEvent
  | CollectionPlanned
  | CollectionPostponed
  | ShippingPostponed
  | PostponementTold
  | CollectionStarted
  | PlateletsLow
  | CollectionBrokenOff
  | CollectionEnded
  | CollectionEndCorrected
  | CollectionDayCalledUp
  | CollectionDayStoodDown
  | StandDownTold;
