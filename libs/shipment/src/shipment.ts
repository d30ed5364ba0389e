import type { Instant, ZonedInstant } from '@cellrelay/kernel';
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
import type { PapersCommand, PapersEvent, PapersState } from './papers/papers.js';
import type { ReceiptCommand, ReceiptEvent, ReceiptState } from './receipt/receipt.js';
import type { ScansCommand, ScansEvent, ScansState } from './scans/scans.js';
import type { CommandOf, EventOf, StageName } from './stage.js';
import type { TemperatureCommand, TemperatureEvent, TemperatureState } from './temperature/temperature.js';
import type { XrayExemptionCommand, XrayExemptionEvent, XrayExemptionState } from './xray-exemption/xray-exemption.js';

/** When something happened, and the line that tells it. */
export interface Moment {
  readonly seq: number;
  readonly stage: StageName;
  readonly at: ZonedInstant;
}

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
    readonly temperature: TemperatureState;
    readonly papers: PapersState;
    readonly receipt: ReceiptState;
    readonly deviation: DeviationState;
    readonly scans: ScansState;
    readonly alert: AlertState;
  };
  /** Sequence number of the last event; 0 before the first. */
  readonly revision: number;
  /** Sequence number of each stage's last event: what If-Match states. */
  readonly stageRevisions: Readonly<Record<StageName, number>>;
  readonly openedAt: Instant | null;
  /** When the last event was recorded; the next is never before. */
  readonly recordedAt: Instant | null;
  /** When what has a place in time happened, by occasion (`handed-over`, `departed/1.0/1`), and the line that tells it: what conflicts are found by. */
  readonly moments: Readonly<Record<string, Moment>>;
  /** Lines that read otherwise by now, each with the line of its newest correction. */
  readonly corrected: Readonly<Record<string, number>>;
}

/** What one stage decides by itself. */
export type StageCommand =
  | OrderCommand
  | DonorClearanceCommand
  | CollectionCommand
  | CellCountCommand
  | FlightBookingCommand
  | CustomsClearanceCommand
  | XrayExemptionCommand
  | CourierCommand
  | CourierHandoffCommand
  | TemperatureCommand
  | PapersCommand
  | ReceiptCommand
  | DeviationCommand
  | ScansCommand
  | AlertCommand;

/** A fact as a stage records it. */
export type RecordedEvent =
  | OrderEvent
  | DonorClearanceEvent
  | CollectionEvent
  | CellCountEvent
  | FlightBookingEvent
  | CustomsClearanceEvent
  | XrayExemptionEvent
  | CourierEvent
  | CourierHandoffEvent
  | TemperatureEvent
  | PapersEvent
  | ReceiptEvent
  | DeviationEvent
  | ScansEvent
  | AlertEvent;

/** A recorded fact was wrong: what should have been said instead, whole, by the command that recorded it. `fact` is a line of the log. */
export type CorrectFact = CommandOf<
  'CorrectFact',
  {
    readonly fact: number;
    readonly corrected: StageCommand;
    readonly reason: string;
    readonly evidence: string;
  }
>;

/**
 * From here on the log reads as if `by` stood in place of the lines `replaces`. Those lines stay as they are, and so do both values: `was` is the fact as
 * it read until now. `fact` is the line that recorded it, however often it has been corrected since.
 */
export type FactCorrected = EventOf<
  'FactCorrected',
  {
    readonly fact: number;
    readonly replaces: readonly number[];
    readonly by: readonly [RecordedEvent, ...RecordedEvent[]];
    readonly was: RecordedEvent;
    readonly reason: string;
    readonly evidence: string;
  }
>;

export type ShipmentCommand = StageCommand | CorrectFact;

export type ShipmentEvent = RecordedEvent | FactCorrected;

/** An event in its place in the log. */
export interface LoggedEvent {
  readonly seq: number;
  readonly recordedAt: Instant;
  readonly event: ShipmentEvent;
}

/** A line that a stage can read by itself: every line but that of a correction, which needs the whole log. */
export interface RecordedLine extends LoggedEvent {
  readonly event: RecordedEvent;
}

/** The version of the fold and of what is derived from it: state and agenda rows that carry another one are rebuilt from the log. */
export const foldVersion = 8;
