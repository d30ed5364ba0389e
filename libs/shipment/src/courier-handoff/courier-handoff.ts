import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { ShipperRules } from '@cellrelay/viability';
import type { CourierPapers, PapersNeeded } from '../courier-papers.js';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

/** `relayed`: with a later courier than the one who took it at the collection centre. */
export type HandoffStatus = 'awaited' | 'packed' | 'in-custody' | 'relayed' | 'delivered';

/** Where a box changes hands under two signatures. */
export type HandoverPlace = 'pick-up' | 'relay' | 'delivery';

/** One question of a hand-over's list (courier-handoff.checks.ts), answered. What is not listed was not checked. */
export interface CheckAnswer {
  readonly check: string;
  readonly found: 'as-it-should-be' | 'differs' | 'not-checked';
  readonly note: string | null;
}

/** Something that was found otherwise than it should be when the box changed hands. The cells move on all the same. */
export interface Difference {
  readonly id: string;
  readonly at: ZonedInstant;
  readonly where: HandoverPlace;
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** A container with what closes and watches it. */
export interface ClosedBox {
  readonly box: string;
  readonly logger: string;
  readonly seal: string;
  /** For how long the container is validated to keep its temperature, from closing; null: not stated. */
  readonly validatedHoldHours: number | null;
  readonly preconditionedAt: ZonedInstant | null;
}

/** The transport box as it was packed; null: not stated. */
export interface PackedBox extends ClosedBox {
  /** Bag ids as read from the labels, DIN and product code. */
  readonly bags: readonly string[];
  readonly packedBy: string | null;
  readonly readBackBy: string | null;
  readonly ambientCelsius: number | null;
  readonly loggerStartedAt: ZonedInstant | null;
  readonly loggerStartCelsius: number | null;
  readonly checks: readonly CheckAnswer[];
  /** The transplant centre's word that a container goes whose hold is short. */
  readonly shortHold: { readonly reason: string; readonly person: string } | null;
}

/** The box that the bags are in now. */
export interface BoxNow {
  readonly box: string;
  readonly logger: string;
  readonly seal: string;
  readonly validatedHoldHours: number | null;
  readonly closedAt: ZonedInstant;
}

/** Who has the box since when. */
export interface Custody {
  readonly holder: string;
  readonly as: 'collection-centre' | 'courier' | 'facility' | 'transplant-centre';
  readonly since: ZonedInstant;
  readonly box: string;
  readonly seal: string;
}

/** Who takes over: under which id the pool has them, and their papers as far as they are known; null: not stated. */
export interface RelayCourier {
  readonly name: string;
  readonly company: string;
  readonly phone: string;
  readonly poolId: string | null;
  readonly papers: CourierPapers | null;
}

/** A second courier who waits at an airport with a preconditioned box (S43). */
export interface RelayPlan {
  readonly airport: string;
  readonly courier: RelayCourier;
  readonly box: string;
  readonly validatedHoldHours: number | null;
  readonly logger: string | null;
}

/** A dry shipper as it was charged with liquid nitrogen: from then on its hold is the unit's clock. */
export interface ShipperCharge {
  readonly shipper: string;
  readonly validatedHoldHours: number;
  /** When it was qualified anew after its last use; null where it was not. */
  readonly requalifiedAt: ZonedInstant | null;
  readonly loggerSerial: string;
  /** What the logger read when it was closed. */
  readonly startCelsius: number;
}

/** A charge with what it is trusted for, by the policy of that day: an adopted policy does not move a clock that runs. */
export interface TrustedCharge extends ShipperCharge {
  readonly targetMinutes: number;
  readonly holdMinutes: number;
}

export interface CourierHandoffState {
  readonly status: HandoffStatus;
  /** Every charging of the shipper, the last of which counts; none of what travels fresh. */
  readonly charges: readonly (TrustedCharge & { readonly chargedAt: ZonedInstant })[];
  /** The bookings whose flights it is known to be aboard, or to have been. */
  readonly loaded: readonly string[];
  /** When the carrier had it ready to be collected. */
  readonly readyAt: ZonedInstant | null;
  readonly packed: PackedBox | null;
  readonly packedAt: ZonedInstant | null;
  readonly handedOverAt: ZonedInstant | null;
  readonly deliveredAt: ZonedInstant | null;
  readonly boxNow: BoxNow | null;
  readonly relayPlan: RelayPlan | null;
  /** Those of the pool who took the box over at a relay. */
  readonly relayedTo: readonly string[];
  /** The chain of custody, from the collection centre on, without a gap. */
  readonly custody: readonly Custody[];
  readonly differences: readonly Difference[];
}

/** What two persons sign, the seal as it was read, and what was checked. */
export interface Signed {
  readonly givenBy: string;
  readonly takenBy: string;
  readonly seal: string;
  /** Why the box is taken although its seal is another than the one applied; null: it is not. */
  readonly sealDiffersReason: string | null;
  readonly checks: readonly CheckAnswer[];
}

/** Bags as read back by two persons; they must be exactly the bags that travel. */
export type PackBox = CommandOf<'PackBox', PackedBox & { readonly packedAt: ZonedInstant }>;
/** Both sign: the collection centre gives, the courier takes. */
export type HandOverToCourier = CommandOf<'HandOverToCourier', Signed & { readonly handedOverAt: ZonedInstant }>;
/** Before the journey or on it: who takes over where, with which box. */
export type PlanRelay = CommandOf<'PlanRelay', RelayPlan & { readonly plannedAt: ZonedInstant }>;
export type CancelRelay = CommandOf<'CancelRelay', { readonly reason: string; readonly cancelledAt: ZonedInstant }>;

export interface Relayed extends Signed {
  readonly airport: string;
  /** The bags moved into this box; null: it is the same one. */
  readonly secondBox: ClosedBox | null;
}
/** Both sign: one courier gives, the next takes. */
export type RecordRelayHandover = CommandOf<'RecordRelayHandover', Relayed & { readonly handedOverAt: ZonedInstant }>;
/** Both sign: the courier gives, the transplant centre takes. */
export type DeliverToCentre = CommandOf<'DeliverToCentre', Signed & { readonly deliveredAt: ZonedInstant }>;
/** The unit's clock starts; charged again, at the bank or under way, it starts anew. */
export type ChargeShipper = CommandOf<'ChargeShipper', ShipperCharge & { readonly chargedAt: ZonedInstant }>;
/** The carrier takes the unit as cargo, in place of a courier. */
export type RecordCargoAccepted = CommandOf<
  'RecordCargoAccepted',
  {
    readonly acceptedAt: ZonedInstant;
    readonly facility: string;
    readonly acceptedBy: string;
    readonly seal: string;
  }
>;
export type RecordCargoLoaded = CommandOf<
  'RecordCargoLoaded',
  { readonly booking: string; readonly loadedAt: ZonedInstant }
>;
/** At the carrier's facility at the destination, for the transplant centre to collect: its collecting is the delivery. */
export type RecordCargoReady = CommandOf<
  'RecordCargoReady',
  { readonly readyAt: ZonedInstant; readonly facility: string }
>;
export type CourierHandoffCommand =
  | ChargeShipper
  | RecordCargoAccepted
  | RecordCargoLoaded
  | RecordCargoReady
  | PackBox
  | HandOverToCourier
  | PlanRelay
  | CancelRelay
  | RecordRelayHandover
  | DeliverToCentre;

export type BoxPacked = EventOf<'BoxPacked', PackedBox>;
export type HandedOverToCourier = EventOf<'HandedOverToCourier', Signed>;
export type RelayPlanned = EventOf<'RelayPlanned', RelayPlan>;
export type RelayCancelled = EventOf<'RelayCancelled', { readonly reason: string }>;
export type RelayHandedOver = EventOf<'RelayHandedOver', Relayed>;
export type DeliveredToCentre = EventOf<'DeliveredToCentre', Signed>;
export type ShipperCharged = EventOf<'ShipperCharged', TrustedCharge>;
export type CargoAccepted = EventOf<
  'CargoAccepted',
  { readonly facility: string; readonly acceptedBy: string; readonly seal: string }
>;
export type CargoLoaded = EventOf<'CargoLoaded', { readonly booking: string }>;
export type CargoReady = EventOf<'CargoReady', { readonly facility: string }>;
export type CourierHandoffEvent =
  | ShipperCharged
  | CargoAccepted
  | CargoLoaded
  | CargoReady
  | BoxPacked
  | HandedOverToCourier
  | RelayPlanned
  | RelayCancelled
  | RelayHandedOver
  | DeliveredToCentre;

/** By when a box must hold, as things are expected now. */
export interface HoldFacts {
  /** When the box is expected at the transplant centre by the confirmed plan; null without one. */
  readonly arrivalAtCentreAt: Instant | null;
  /** When the box is expected at the airport of the planned relay; null without one, or where the plan does not land there. */
  readonly relayLandsAt: Instant | null;
}

export interface CourierHandoffFacts extends Circumstances, HoldFacts {
  /** The bags that travel, with the end of the collection each came from. */
  readonly bags: readonly { readonly id: string; readonly collectionEndedAt: Instant }[];
  /** A plan is confirmed, so the box may go. */
  readonly planConfirmed: boolean;
  /** A second day's bags are still to be collected, and travel with the first day's. */
  readonly moreBagsToCome: boolean;
  readonly courierFit: boolean;
  readonly lastLandedAt: Instant | null;
  /** The last flight while it is known to be in the air, and when it is expected down. */
  readonly stillFlying: { readonly designator: string; readonly expectedAt: Instant } | null;
  /** The flight that left the unit behind, while none is booked instead. */
  readonly leftBehindBy: string | null;
  /** Of a banked unit: whether its bank has released it. Null of collected cells. */
  readonly unitReleased: boolean | null;
  /** The warmest that what was ordered may be, in degrees Celsius. */
  readonly coldEnoughCelsius: number;
  /** Booked as cargo, without a courier. */
  readonly asCargo: boolean;
  /** The bookings that the confirmed plan is flown on. */
  readonly bookings: readonly string[];
  readonly shipperRules: ShipperRules & { readonly targetMarginHours: number };
  /** What a container's hold must exceed the planned time from door to door by. */
  readonly boxContingencyHours: number;
}
/** What the second courier's papers have to cover, and when the box first lands where they wait. */
export interface RelayNeeds extends PapersNeeded {
  readonly takesOverAt: Instant;
}
export interface CourierHandoffAgendaFacts extends HoldFacts {
  /** What the second courier's papers have to cover from the relay on; null without one, or where no plan lands there. */
  readonly relayNeeds: RelayNeeds | null;
  readonly openedAt: Instant;
  readonly visaExpediteDays: number;
  /** The confirmed plan's first departure; null while no plan is confirmed. */
  readonly firstDepartureAt: Instant | null;
  /** From the collection centre to the airport, and how long before the departure the box is there; null: not watched. */
  readonly toAirportMinutes: number | null;
  /** The bags collected so far: a box that holds others must be packed again. */
  readonly bags: readonly string[];
  readonly allCollectedAt: Instant | null;
  /** Where the box goes instead of to the transplant centre; null where it goes there. */
  readonly divertedTo: string | null;
  /** Of a banked unit: when its shipper is to be charged; null of collected cells. */
  readonly chargeDueAt: Instant | null;
  readonly asCargo: boolean;
  /** The flights of the confirmed plan that the unit may still go on, with their departures as known now. */
  readonly flights: readonly { readonly booking: string; readonly designator: string; readonly departsAt: Instant }[];
  readonly handoverBeforeDepartureMinutes: number;
  readonly reportGraceMinutes: number;
}
