import type { Instant } from '@cellrelay/kernel';
import type { AlertEvent } from './alert/alert.js';
import { evolveAlert, initialAlert } from './alert/alert.evolve.js';
import type { CellCountEvent } from './cell-count/cell-count.js';
import { evolveCellCount, initialCellCount } from './cell-count/cell-count.evolve.js';
import type { CollectionEvent } from './collection/collection.js';
import { evolveCollection, initialCollection } from './collection/collection.evolve.js';
import type { CourierHandoffEvent } from './courier-handoff/courier-handoff.js';
import { evolveCourierHandoff, initialCourierHandoff } from './courier-handoff/courier-handoff.evolve.js';
import type { CourierEvent } from './courier/courier.js';
import { evolveCourier, initialCourier } from './courier/courier.evolve.js';
import type { CustomsClearanceEvent } from './customs-clearance/customs-clearance.js';
import { evolveCustomsClearance, initialCustomsClearance } from './customs-clearance/customs-clearance.evolve.js';
import type { DeviationEvent } from './deviation/deviation.js';
import { evolveDeviation, initialDeviation } from './deviation/deviation.evolve.js';
import type { DonorClearanceEvent } from './donor-clearance/donor-clearance.js';
import { evolveDonorClearance, initialDonorClearance } from './donor-clearance/donor-clearance.evolve.js';
import type { FlightBookingEvent } from './flight-booking/flight-booking.js';
import { evolveFlightBooking, initialFlightBooking } from './flight-booking/flight-booking.evolve.js';
import type { OrderEvent } from './order/order.js';
import { evolveOrder, initialOrder } from './order/order.evolve.js';
import type { PapersEvent } from './papers/papers.js';
import { evolvePapers, initialPapers } from './papers/papers.evolve.js';
import type { ReceiptEvent } from './receipt/receipt.js';
import { evolveReceipt, initialReceipt } from './receipt/receipt.evolve.js';
import { differInAlerts } from './derived.js';
import { momentsAfter } from './moments.js';
import { isRecorded, readingOf } from './reading.js';
import type { ScansEvent } from './scans/scans.js';
import { evolveScans, initialScans } from './scans/scans.evolve.js';
import type { LoggedEvent, RecordedEvent, RecordedLine, Shipment } from './shipment.js';
import { stageNames, type StageName } from './stage.js';
import type { TemperatureEvent } from './temperature/temperature.js';
import { evolveTemperature, initialTemperature } from './temperature/temperature.evolve.js';
import type { XrayExemptionEvent } from './xray-exemption/xray-exemption.js';
import { evolveXrayExemption, initialXrayExemption } from './xray-exemption/xray-exemption.evolve.js';

/** A shipment before its first event. */
export const emptyShipment: Shipment = {
  stages: {
    order: initialOrder,
    'donor-clearance': initialDonorClearance,
    collection: initialCollection,
    'cell-count': initialCellCount,
    'flight-booking': initialFlightBooking,
    'customs-clearance': initialCustomsClearance,
    'xray-exemption': initialXrayExemption,
    courier: initialCourier,
    'courier-handoff': initialCourierHandoff,
    temperature: initialTemperature,
    papers: initialPapers,
    receipt: initialReceipt,
    deviation: initialDeviation,
    scans: initialScans,
    alert: initialAlert,
  },
  revision: 0,
  stageRevisions: Object.fromEntries(stageNames.map((stage) => [stage, 0])) as Record<StageName, number>,
  openedAt: null,
  recordedAt: null,
  moments: {},
  corrected: {},
};

type Stages = Shipment['stages'];
type Evolve = (stages: Stages, event: RecordedEvent, at: Instant) => Partial<Stages>;

/** Each stage reads only events of its own: the event's `stage` picks the reader, so the narrowing below holds by construction. */
const evolveStage: Readonly<Record<StageName, Evolve>> = {
  order: (stages, event, at) => ({ order: evolveOrder(stages.order, event as OrderEvent, at) }),
  'donor-clearance': (stages, event, at) => ({
    'donor-clearance': evolveDonorClearance(stages['donor-clearance'], event as DonorClearanceEvent, at),
  }),
  collection: (stages, event, at) => ({
    collection: evolveCollection(stages.collection, event as CollectionEvent, at),
  }),
  'cell-count': (stages, event, at) => ({
    'cell-count': evolveCellCount(stages['cell-count'], event as CellCountEvent, at),
  }),
  'flight-booking': (stages, event, at) => ({
    'flight-booking': evolveFlightBooking(stages['flight-booking'], event as FlightBookingEvent, at),
  }),
  'customs-clearance': (stages, event, at) => ({
    'customs-clearance': evolveCustomsClearance(stages['customs-clearance'], event as CustomsClearanceEvent, at),
  }),
  'xray-exemption': (stages, event, at) => ({
    'xray-exemption': evolveXrayExemption(stages['xray-exemption'], event as XrayExemptionEvent, at),
  }),
  courier: (stages, event, at) => ({ courier: evolveCourier(stages.courier, event as CourierEvent, at) }),
  'courier-handoff': (stages, event, at) => ({
    'courier-handoff': evolveCourierHandoff(stages['courier-handoff'], event as CourierHandoffEvent, at),
  }),
  temperature: (stages, event, at) => ({
    temperature: evolveTemperature(stages.temperature, event as TemperatureEvent, at),
  }),
  papers: (stages, event, at) => ({ papers: evolvePapers(stages.papers, event as PapersEvent, at) }),
  receipt: (stages, event, at) => ({ receipt: evolveReceipt(stages.receipt, event as ReceiptEvent, at) }),
  deviation: (stages, event, at) => ({
    deviation: evolveDeviation(stages.deviation, event as DeviationEvent, at),
  }),
  scans: (stages, event, at) => ({ scans: evolveScans(stages.scans, event as ScansEvent, at) }),
  alert: (stages, event, at) => ({ alert: evolveAlert(stages.alert, event as AlertEvent, at) }),
};

/** The shipment after one more line of its log. A correction is no such line: it changes how the lines before it read, so it is folded with them. */
export function evolve(shipment: Shipment, { seq, recordedAt, event }: RecordedLine): Shipment {
  const next = {
    ...shipment,
    stages: { ...shipment.stages, ...evolveStage[event.stage](shipment.stages, event, recordedAt) },
    revision: seq,
    stageRevisions: { ...shipment.stageRevisions, [event.stage]: seq },
    openedAt: shipment.openedAt ?? recordedAt,
    recordedAt,
    moments: momentsAfter(shipment.moments, seq, event),
  };
  if (event.stage === 'alert' && shipment.openedAt !== null) differInAlerts(shipment, next);
  return next;
}

/** The shipment that a whole log tells, every fact as it was last corrected. */
export function fold(log: readonly LoggedEvent[]): Shipment {
  const { lines, corrected } = readingOf(log);
  const told = lines.reduce(evolve, emptyShipment);
  return lines === log ? told : { ...told, ...placeOf(log), corrected };
}

/** The shipment after the last line of this log, given what the lines before it told. */
export function foldNext(shipment: Shipment, log: readonly LoggedEvent[]): Shipment {
  const line = log.at(-1);
  if (line === undefined) return shipment;
  return isRecorded(line) ? evolve(shipment, line) : fold(log);
}

/** How far the log has been read, by its own lines: corrections stand at their own place in it, and in the stage of their fact. */
function placeOf(log: readonly LoggedEvent[]): Pick<Shipment, 'revision' | 'stageRevisions' | 'recordedAt'> {
  const last = log.at(-1);
  const stages = log.map(({ seq, event }) => [event.stage, seq] as const);
  return {
    revision: last?.seq ?? 0,
    stageRevisions: { ...emptyShipment.stageRevisions, ...Object.fromEntries(stages) },
    recordedAt: last?.recordedAt ?? null,
  };
}
