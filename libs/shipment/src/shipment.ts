import type { Instant } from '@cellrelay/kernel';
import type { AlertCommand, AlertEvent, AlertState } from './alert/alert.js';
import type { CellCountCommand, CellCountEvent, CellCountState } from './cell-count/cell-count.js';
import type { CollectionCommand, CollectionEvent, CollectionState } from './collection/collection.js';
import type {
  CourierHandoffCommand,
  CourierHandoffEvent,
  CourierHandoffState,
} from './courier-handoff/courier-handoff.js';
import type { CourierCommand, CourierEvent, CourierState } from './courier/courier.js';
import type {
  CustomsClearanceCommand,
  CustomsClearanceEvent,
  CustomsClearanceState,
} from './customs-clearance/customs-clearance.js';
import type { DeviationCommand, DeviationEvent, DeviationState } from './deviation/deviation.js';
import type {
  DonorClearanceCommand,
  DonorClearanceEvent,
  DonorClearanceState,
} from './donor-clearance/donor-clearance.js';
import type { FlightBookingCommand, FlightBookingEvent, FlightBookingState } from './flight-booking/flight-booking.js';
import type { OrderCommand, OrderEvent, OrderState } from './order/order.js';
import type { ReceiptCommand, ReceiptEvent, ReceiptState } from './receipt/receipt.js';
import type { StageName } from './stage.js';
import type { XrayExemptionCommand, XrayExemptionEvent, XrayExemptionState } from './xray-exemption/xray-exemption.js';

/** A shipment as its log tells it: each stage's state, and how far the log had been read. */
export interface Shipment {
  readonly stages: {
    readonly order: OrderState;
    readonly 'donor-clearance': DonorClearanceState;
    readonly collection: CollectionState;
    readonly 'cell-count': CellCountState;
    readonly 'flight-booking': FlightBookingState;
    readonly 'customs-clearance': CustomsClearanceState;
    readonly 'xray-exemption': XrayExemptionState;
    readonly courier: CourierState;
    readonly 'courier-handoff': CourierHandoffState;
    readonly receipt: ReceiptState;
    readonly deviation: DeviationState;
    readonly alert: AlertState;
  };
  /** Sequence number of the last event; 0 before the first. */
  readonly revision: number;
  /** Sequence number of each stage's last event: what If-Match states. */
  readonly stageRevisions: Readonly<Record<StageName, number>>;
  readonly openedAt: Instant | null;
  /** When the last event was recorded; the next is never before. */
  readonly recordedAt: Instant | null;
}

export type ShipmentCommand =
  | OrderCommand
  | DonorClearanceCommand
  | CollectionCommand
  | CellCountCommand
  | FlightBookingCommand
  | CustomsClearanceCommand
  | XrayExemptionCommand
  | CourierCommand
  | CourierHandoffCommand
  | ReceiptCommand
  | DeviationCommand
  | AlertCommand;

export type ShipmentEvent =
  | OrderEvent
  | DonorClearanceEvent
  | CollectionEvent
  | CellCountEvent
  | FlightBookingEvent
  | CustomsClearanceEvent
  | XrayExemptionEvent
  | CourierEvent
  | CourierHandoffEvent
  | ReceiptEvent
  | DeviationEvent
  | AlertEvent;

/** An event in its place in the log. */
export interface LoggedEvent {
  readonly seq: number;
  readonly recordedAt: Instant;
  readonly event: ShipmentEvent;
}

/** The version of the fold and of what is derived from it: state and agenda rows that carry another one are rebuilt from the log. */
export const foldVersion = 2;
