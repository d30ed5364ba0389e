import type { Positioning } from '@cellrelay/itinerary';
import type { Instant, LocalDate, ZonedInstant } from '@cellrelay/kernel';
import type { CourierPapers, PapersNeeded, Visa } from '../courier-papers.js';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

export type { Visa } from '../courier-papers.js';

/** `not-needed`: a frozen unit travels as cargo, by itself. */
export type CourierStatus = 'wanted' | 'nominated' | 'fit-to-travel' | 'positioned' | 'not-needed';

export interface CourierPerson {
  readonly name: string;
  readonly company: string;
  /** With country code; asked for by the collection centre (S45). */
  readonly phone: string;
  /** Under which id the pool of couriers has this person; null: not from the pool. What is needed of the pool's record stands here. */
  readonly poolId: string | null;
  /** Country that the courier sets out from; null: not stated. */
  readonly basedIn: string | null;
  /** Until when the courier rests after another journey; null: not stated. */
  readonly restUntil: ZonedInstant | null;
  /** Open shipments of others that the pool had this courier nominated for, when it was asked. */
  readonly alsoOn: readonly OtherJourney[];
  /** As far as they are known before the check, as from the pool; null: not stated. */
  readonly papers: CourierPapers | null;
}

/** Another shipment's journey, from being in town to the last day under way. */
export interface OtherJourney {
  readonly reference: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** What must hold before a courier may travel (standards.md 1.2). */
export interface FitToTravel extends CourierPapers {
  /** When the courier's last journey ended; null: not stated. */
  readonly lastJourneyEndedAt: ZonedInstant | null;
}

/** How the courier gets to the collection centre, and how long it is stayed there. */
export interface PositioningTrip {
  readonly departsAt: ZonedInstant;
  readonly arrivesAt: ZonedInstant;
  readonly flight: string | null;
  readonly staysUntil: LocalDate | null;
}

/** Somebody who can be called at any hour about cargo that travels by itself. */
export interface CargoContact {
  readonly name: string;
  readonly phone: string;
}

/** A frozen unit as cargo: who carries it, under which air waybill (11 digits), and who answers for it at either end. */
export interface Cargo {
  readonly carrier: string;
  readonly waybill: string;
  readonly shipperContact: CargoContact;
  readonly consigneeContact: CargoContact;
}

export interface CourierState {
  readonly status: CourierStatus;
  readonly courier: CourierPerson | null;
  readonly substitute: CourierPerson | null;
  readonly fit: FitToTravel | null;
  readonly trip: PositioningTrip | null;
  readonly positionedAt: ZonedInstant | null;
  readonly cargo: Cargo | null;
  /** When it was recorded that it is booked as cargo; null: it is not. */
  readonly cargoRecordedAt: Instant | null;
}

export type NominateCourier = CommandOf<
  'NominateCourier',
  { readonly courier: CourierPerson; readonly substitute: CourierPerson; readonly nominatedAt: ZonedInstant }
>;
export type RecordCourierFit = CommandOf<'RecordCourierFit', FitToTravel & { readonly checkedAt: ZonedInstant }>;
export type RecordCourierInPosition = CommandOf<'RecordCourierInPosition', { readonly positionedAt: ZonedInstant }>;
/** The substitute takes over: fitness is checked again. */
export type SendSubstitute = CommandOf<
  'SendSubstitute',
  { readonly reason: string; readonly nextSubstitute: CourierPerson | null; readonly decidedAt: ZonedInstant }
>;
/** Nobody travels with the unit. Booked anew it goes under another waybill. */
export type BookCargo = CommandOf<'BookCargo', Cargo & { readonly bookedAt: ZonedInstant }>;
/** A visa's standing since the check: applied for, called in by express, come. */
export type RecordVisa = CommandOf<'RecordVisa', Visa & { readonly recordedAt: ZonedInstant }>;
export type RecordPositioningTrip = CommandOf<
  'RecordPositioningTrip',
  PositioningTrip & { readonly bookedAt: ZonedInstant }
>;
export type CourierCommand =
  | BookCargo
  | NominateCourier
  | RecordCourierFit
  | RecordVisa
  | RecordPositioningTrip
  | RecordCourierInPosition
  | SendSubstitute;

export type CourierNominated = EventOf<
  'CourierNominated',
  { readonly courier: CourierPerson; readonly substitute: CourierPerson }
>;
export type CourierFit = EventOf<'CourierFit', FitToTravel>;
export type CourierInPosition = EventOf<'CourierInPosition', Record<string, never>>;
export type SubstituteSent = EventOf<
  'SubstituteSent',
  { readonly reason: string; readonly nextSubstitute: CourierPerson | null }
>;
export type CargoBooked = EventOf<'CargoBooked', Cargo>;
export type VisaRecorded = EventOf<'VisaRecorded', Visa>;
export type PositioningTripBooked = EventOf<'PositioningTripBooked', PositioningTrip>;
export type CourierEvent =
  | CargoBooked
  | CourierNominated
  | CourierFit
  | VisaRecorded
  | PositioningTripBooked
  | CourierInPosition
  | SubstituteSent;

/** The journey as far as the courier's papers go; by the plans that may still be flown. */
export interface CourierJourney extends PapersNeeded {
  /** The local day by which the courier is to be in town; null while no collection is planned. */
  readonly firstDay: LocalDate | null;
  readonly handedOver: boolean;
  /** What travels is frozen in a dry shipper: it may go by itself. */
  readonly frozen: boolean;
}

export interface CourierFacts extends Circumstances, CourierJourney {}

export interface CourierAgendaFacts extends CourierJourney {
  readonly openedAt: Instant;
  readonly collectionStartsAt: Instant;
  readonly courierDueDaysBefore: number;
  /** By when the courier is to be in town, and how long; null while no collection is planned. */
  readonly positioning: Positioning | null;
  readonly courierRestHours: number;
  readonly visaExpediteDays: number;
  /** A shipment opened late owes within this, rather than before it existed. */
  readonly reportGraceMinutes: number;
  /** When the day on which a banked unit leaves was last moved, and how often it has been; null: it was not. */
  readonly shippingPostponed: { readonly at: Instant; readonly times: number } | null;
}
