import type { Instant, ZonedInstant } from '@cellrelay/kernel';
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

export interface CourierHandoffState {
  readonly status: HandoffStatus;
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
export type CourierHandoffCommand = PackBox | HandOverToCourier | DeliverToCentre;

export type BoxPacked = EventOf<'BoxPacked', PackedBox>;
export type HandedOverToCourier = EventOf<
  'HandedOverToCourier',
  { readonly givenBy: string; readonly takenBy: string; readonly seal: string }
>;
export type DeliveredToCentre = EventOf<
  'DeliveredToCentre',
  { readonly givenBy: string; readonly takenBy: string; readonly seal: string }
>;
export type CourierHandoffEvent = BoxPacked | HandedOverToCourier | DeliveredToCentre;

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
}
export interface CourierHandoffAgendaFacts {
  /** The confirmed plan's first departure, last (estimated) landing and ground time; null while no plan is confirmed. */
  readonly firstDepartureAt: Instant | null;
  /** The bags collected so far: a box that holds others must be packed again. */
  readonly bags: readonly string[];
  readonly allCollectedAt: Instant | null;
  readonly arrivalAtCentreAt: Instant | null;
  /** Where the box goes instead of to the transplant centre; null where it goes there. */
  readonly divertedTo: string | null;
  readonly handoverBeforeDepartureMinutes: number;
  readonly reportGraceMinutes: number;
}
