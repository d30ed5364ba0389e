import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { ShipperRules } from '@cellrelay/viability';
import type { Circumstances, CommandOf, EventOf } from '../stage.js';

export type HandoffStatus = 'awaited' | 'packed' | 'in-custody' | 'delivered';

/** The transport box as it was packed. */
export interface PackedBox {
  readonly box: string;
  readonly logger: string;
  readonly seal: string;
  /** Bag ids as read from the labels, DIN and product code. */
  readonly bags: readonly string[];
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

/** Whoever has cargo that travels by itself is a facility, and no person. */
export interface HeldBy {
  readonly facility: string;
  readonly since: ZonedInstant;
}

export interface CourierHandoffState {
  readonly status: HandoffStatus;
  /** Every charging of the shipper, the last of which counts; none of what travels fresh. */
  readonly charges: readonly (TrustedCharge & { readonly chargedAt: ZonedInstant })[];
  /** The facilities that had the unit as cargo, one after the other. */
  readonly heldBy: readonly HeldBy[];
  /** The bookings whose flights it is known to be aboard, or to have been. */
  readonly loaded: readonly string[];
  /** When the carrier had it ready to be collected. */
  readonly readyAt: ZonedInstant | null;
  readonly packed: PackedBox | null;
  readonly packedAt: ZonedInstant | null;
  readonly handedOverAt: ZonedInstant | null;
  readonly deliveredAt: ZonedInstant | null;
}

/** Bags as read back by two persons; they must be exactly the bags that travel. */
export type PackBox = CommandOf<'PackBox', PackedBox & { readonly packedAt: ZonedInstant }>;
/** Both sign: the collection centre gives, the courier takes. */
export type HandOverToCourier = CommandOf<
  'HandOverToCourier',
  { readonly handedOverAt: ZonedInstant; readonly givenBy: string; readonly takenBy: string; readonly seal: string }
>;
/** Both sign: the courier gives, the transplant centre takes. */
export type DeliverToCentre = CommandOf<
  'DeliverToCentre',
  { readonly deliveredAt: ZonedInstant; readonly givenBy: string; readonly takenBy: string; readonly seal: string }
>;
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
  | PackBox
  | HandOverToCourier
  | DeliverToCentre
  | ChargeShipper
  | RecordCargoAccepted
  | RecordCargoLoaded
  | RecordCargoReady;

export type BoxPacked = EventOf<'BoxPacked', PackedBox>;
export type HandedOverToCourier = EventOf<
  'HandedOverToCourier',
  { readonly givenBy: string; readonly takenBy: string; readonly seal: string }
>;
export type DeliveredToCentre = EventOf<
  'DeliveredToCentre',
  { readonly givenBy: string; readonly takenBy: string; readonly seal: string }
>;
export type ShipperCharged = EventOf<'ShipperCharged', TrustedCharge>;
export type CargoAccepted = EventOf<
  'CargoAccepted',
  { readonly facility: string; readonly acceptedBy: string; readonly seal: string }
>;
export type CargoLoaded = EventOf<'CargoLoaded', { readonly booking: string }>;
export type CargoReady = EventOf<'CargoReady', { readonly facility: string }>;
export type CourierHandoffEvent =
  BoxPacked | HandedOverToCourier | DeliveredToCentre | ShipperCharged | CargoAccepted | CargoLoaded | CargoReady;

export interface CourierHandoffFacts extends Circumstances {
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
  /** Of a banked unit: whether its bank has released it. Null of collected cells. */
  readonly unitReleased: boolean | null;
  /** Booked as cargo, without a courier. */
  readonly asCargo: boolean;
  /** The bookings that the confirmed plan is flown on. */
  readonly bookings: readonly string[];
  readonly shipperRules: ShipperRules & { readonly targetMarginHours: number };
}
export interface CourierHandoffAgendaFacts {
  /** The confirmed plan's first departure, last (estimated) landing and ground time; null while no plan is confirmed. */
  readonly firstDepartureAt: Instant | null;
  /** The bags collected so far: a box that holds others must be packed again. */
  readonly bags: readonly string[];
  readonly allCollectedAt: Instant | null;
  readonly arrivalAtCentreAt: Instant | null;
  /** Of a banked unit: when its shipper is to be charged; null of collected cells. */
  readonly chargeDueAt: Instant | null;
  readonly asCargo: boolean;
  /** The flights of the confirmed plan that the unit may still go on, with their departures as known now. */
  readonly flights: readonly { readonly booking: string; readonly designator: string; readonly departsAt: Instant }[];
  readonly handoverBeforeDepartureMinutes: number;
  readonly reportGraceMinutes: number;
}
