import type { Instant, Zone, ZonedInstant } from '@cellrelay/kernel';
import type { Flight, Leg } from '@cellrelay/itinerary';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

export type PlanNumber = 1 | 2;

/** One seat booking on one flight. `id` is plan.leg and the number of flights tried on that leg: `1.0/1`. */
export type BookingStatus =
  | 'wanted'
  | 'held'
  | 'ticketed'
  | 'refused'
  | 'lapsed'
  | 'flown'
  | 'cancelled'
  | 'not-loaded'
  | 'to-give-up'
  | 'given-up';

export interface Booking {
  readonly id: string;
  readonly plan: PlanNumber;
  readonly leg: number;
  readonly flight: Flight;
  readonly status: BookingStatus;
  readonly wantedAt: Instant;
  readonly heldAt: Instant | null;
  /** The airline lets the seats go then unless ticketed. */
  readonly holdLapsesAt: Instant | null;
  /** Until then the seats can be given up without charge. */
  readonly giveUpBy: Instant | null;
  readonly record: string | null;
  /** Why the airline refused the seats or cancelled the flight. */
  readonly reason: string | null;
  /** As flown or as last estimated by the airline; null until told. */
  readonly departedAt: ZonedInstant | null;
  readonly arrivedAt: ZonedInstant | null;
  readonly estimatedDepartureAt: ZonedInstant | null;
  readonly estimatedArrivalAt: ZonedInstant | null;
  /** When it was asked to be given up. */
  readonly toGiveUpSince: Instant | null;
}

export type PlanStatus = 'none' | 'proposed' | 'confirmed' | 'stood-down' | 'flown';

export interface FlightPlan {
  readonly plan: PlanNumber;
  readonly status: PlanStatus;
  readonly proposedAt: Instant;
  readonly legs: readonly Leg[];
  readonly groundMinutesAfter: number;
  /** The booking that each leg is to be flown on now: ids by leg index. */
  readonly current: readonly string[];
  readonly stoodDownAt: Instant | null;
  readonly confirmedAt: Instant | null;
  /** The transplant centre's reason for a plan that cannot bring the day-1 bag in before its limit. */
  readonly lateReason: string | null;
}

export interface FlightBookingState {
  readonly plans: readonly FlightPlan[];
  readonly bookings: readonly Booking[];
}

/**
 * The flights for one possible collection day, each leg with its fallback. Proposing again replaces them: flights that are kept keep
 * their seats, legs that have departed stay as they are, and a confirmed plan stays confirmed.
 */
export type ProposePlan = CommandOf<
  'ProposePlan',
  {
    readonly plan: PlanNumber;
    readonly legs: readonly Leg[];
    readonly groundMinutesAfter: number;
    /** Only for a day-2 plan that brings the day-1 bag in after its limit, or a plan after its own bag's limit. */
    readonly lateReason: string | null;
  }
>;
export type RecordSeatsHeld = CommandOf<
  'RecordSeatsHeld',
  {
    readonly booking: string;
    readonly heldAt: ZonedInstant;
    readonly holdLapsesAt: ZonedInstant;
    readonly giveUpBy: ZonedInstant;
    readonly record: string;
  }
>;
export type RecordSeatsRefused = CommandOf<
  'RecordSeatsRefused',
  { readonly booking: string; readonly refusedAt: ZonedInstant; readonly reason: string }
>;
export type RecordSeatsTicketed = CommandOf<
  'RecordSeatsTicketed',
  { readonly booking: string; readonly ticketedAt: ZonedInstant; readonly record: string }
>;
export type RecordSeatsGivenUp = CommandOf<
  'RecordSeatsGivenUp',
  { readonly booking: string; readonly givenUpAt: ZonedInstant }
>;
export type RecordHoldLapsed = CommandOf<
  'RecordHoldLapsed',
  { readonly booking: string; readonly lapsedAt: ZonedInstant }
>;
export type RecordFlightCancelled = CommandOf<
  'RecordFlightCancelled',
  { readonly booking: string; readonly cancelledAt: ZonedInstant; readonly reason: string }
>;
/** The airline's new estimate, of departure, arrival or both. */
export type RecordFlightEstimate = CommandOf<
  'RecordFlightEstimate',
  {
    readonly booking: string;
    readonly statedAt: ZonedInstant;
    readonly departsAt: ZonedInstant;
    readonly arrivesAt: ZonedInstant;
  }
>;
export type RecordDeparture = CommandOf<
  'RecordDeparture',
  { readonly booking: string; readonly departedAt: ZonedInstant }
>;
export type RecordArrival = CommandOf<'RecordArrival', { readonly booking: string; readonly arrivedAt: ZonedInstant }>;
/** A unit that travels as cargo was left behind: said of a flight before it leaves, and just as well days after it has landed. */
export type RecordNotLoaded = CommandOf<
  'RecordNotLoaded',
  { readonly booking: string; readonly notLoadedAt: ZonedInstant; readonly reason: string }
>;
/** Moves one leg to its fallback or to a flight named now; seats on it are then wanted. */
export type RebookLeg = CommandOf<
  'RebookLeg',
  { readonly plan: PlanNumber; readonly leg: number; readonly flight: Flight | null; readonly reason: string }
>;
/** Issued by process.ts: go. */
export type ConfirmPlan = CommandOf<'ConfirmPlan', { readonly plan: PlanNumber }>;
/** Issued by process.ts: not needed; its seats are given up at their time. */
export type StandDownPlan = CommandOf<'StandDownPlan', { readonly plan: PlanNumber }>;
export type FlightBookingCommand =
  | ProposePlan
  | RecordSeatsHeld
  | RecordSeatsRefused
  | RecordSeatsTicketed
  | RecordSeatsGivenUp
  | RecordHoldLapsed
  | RecordFlightCancelled
  | RecordFlightEstimate
  | RecordDeparture
  | RecordArrival
  | RecordNotLoaded
  | RebookLeg
  | ConfirmPlan
  | StandDownPlan;

type BookingRef = { readonly booking: string };
export type PlanProposed = EventOf<'PlanProposed', ProposePlan['data']>;
export type SeatsHeld = EventOf<
  'SeatsHeld',
  BookingRef & { readonly holdLapsesAt: ZonedInstant; readonly giveUpBy: ZonedInstant; readonly record: string }
>;
export type SeatsRefused = EventOf<'SeatsRefused', BookingRef & { readonly reason: string }>;
export type SeatsTicketed = EventOf<'SeatsTicketed', BookingRef & { readonly record: string }>;
export type SeatsGivenUp = EventOf<'SeatsGivenUp', BookingRef>;
export type HoldLapsed = EventOf<'HoldLapsed', BookingRef>;
export type FlightCancelled = EventOf<'FlightCancelled', BookingRef & { readonly reason: string }>;
export type FlightEstimated = EventOf<
  'FlightEstimated',
  BookingRef & { readonly departsAt: ZonedInstant; readonly arrivesAt: ZonedInstant }
>;
export type FlightDeparted = EventOf<'FlightDeparted', BookingRef>;
export type FlightArrived = EventOf<'FlightArrived', BookingRef>;
/** Of that flight and all after it of the plan: none of them carried the unit. */
export type UnitNotLoaded = EventOf<'UnitNotLoaded', BookingRef & { readonly reason: string }>;
export type LegRebooked = EventOf<
  'LegRebooked',
  { readonly plan: PlanNumber; readonly leg: number; readonly flight: Flight; readonly reason: string }
>;
export type PlanConfirmed = EventOf<'PlanConfirmed', { readonly plan: PlanNumber }>;
export type PlanStoodDown = EventOf<'PlanStoodDown', { readonly plan: PlanNumber }>;
export type FlightBookingEvent =
  | PlanProposed
  | SeatsHeld
  | SeatsRefused
  | SeatsTicketed
  | SeatsGivenUp
  | HoldLapsed
  | FlightCancelled
  | FlightEstimated
  | FlightDeparted
  | FlightArrived
  | UnitNotLoaded
  | LegRebooked
  | PlanConfirmed
  | PlanStoodDown;

export interface FlightBookingFacts extends Circumstances {
  readonly minimumConnectionMinutes: number;
  readonly receiptToInfusionMinutes: number;
  /** Planned or actual end of each collection day, and the hard limit that runs from the earliest bag of the plan. */
  readonly collectionEndsAt: Readonly<Partial<Record<PlanNumber, Instant>>>;
  readonly limitMinutes: number;
  /** When a banked unit's shipper was charged last: its limit runs from then. Null before, and of collected cells. */
  readonly chargedAt: Instant | null;
  /** With a carrier as cargo and without a courier: the plan it travels by; null otherwise. */
  readonly cargoOnPlan: PlanNumber | null;
  /** The plans that may still be needed; others are not proposed any more. */
  readonly plansWanted: readonly PlanNumber[];
  /** The request is above the registry's ceiling and its consent is not on record: plans cannot be confirmed. */
  readonly consentMissing: boolean;
}
export interface FlightBookingAgendaFacts {
  /** A banked unit has no collection days: its one plan is for the unit. */
  readonly banked: boolean;
  readonly openedAt: Instant;
  /** Of the plans that may still be needed: a plan is due for each. */
  readonly collectionStartsAt: Readonly<Partial<Record<PlanNumber, Instant>>>;
  readonly planDueDaysBefore: number;
  /** Seats are ticketed once the donor is cleared, or cells are there; null while awaited or suspended. */
  readonly donorClearedAt: Instant | null;
  readonly ticketBeforeLapseMinutes: number;
  readonly reportGraceMinutes: number;
  readonly minimumConnectionMinutes: number;
  readonly giveUpSeats: 'at-give-up-time' | 'when-airborne';
  /** The clocks that the two centres keep: all that is known of where they lie. */
  readonly centreZones: { readonly collection: Zone; readonly transplant: Zone };
  /** Whether the box is at the transplant centre: how it got there is of no more account. */
  readonly delivered: boolean;
}
