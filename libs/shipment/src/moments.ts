import type { Moment, RecordedEvent } from './shipment.js';

/** The events that have a place in the order of time, each with the occasion that it names. What happens again on the same occasion takes its place. */
const occasions: Readonly<Partial<Record<RecordedEvent['type'], string>>> = {
  DonorCleared: 'cleared',
  UnitReleased: 'released',
  DonorSuspended: 'suspended',
  DonorWithdrawn: 'withdrawn',
  ConditioningStarted: 'conditioned',
  CollectionStarted: 'started',
  CollectionEnded: 'ended',
  CollectionEndCorrected: 'ended',
  CellsCounted: 'counted',
  CellCountCorrected: 'counted',
  CountDecided: 'decided',
  BagCryopreservedAtOrigin: 'frozen',
  BagNotUsedAtOrigin: 'left',
  BoxPacked: 'packed',
  ShipperCharged: 'charged',
  HandedOverToCourier: 'handed-over',
  CargoAccepted: 'handed-over',
  CargoLoaded: 'loaded',
  CargoReady: 'ready',
  FlightDeparted: 'departed',
  FlightArrived: 'landed',
  BoxSearchedByHand: 'checked',
  BoxScanned: 'checked',
  CustomsCleared: 'crossed',
  RelayHandedOver: 'relayed',
  DeliveredToCentre: 'delivered',
  ProductReceived: 'received',
  ReceiptCorrected: 'received',
  ProductAccepted: 'accepted',
  ProductRefused: 'refused',
  InfusionStarted: 'infused',
  InfusionStartCorrected: 'infused',
  BagNotUsed: 'not-used',
};

/** What an event is about where its stage has several of them: the field that says so. */
const subjects: readonly string[] = ['day', 'booking', 'exemption', 'request', 'bag'];

/** Where other fields say it. */
const ownSubjects: Readonly<Partial<Record<RecordedEvent['type'], readonly string[]>>> = {
  ConditioningStarted: ['recipient'],
  BagCryopreservedAtOrigin: ['bag'],
  BagNotUsedAtOrigin: ['bag'],
  RelayHandedOver: ['airport'],
};

/** The moments after one more event. */
export function momentsAfter(
  moments: Readonly<Record<string, Moment>>,
  seq: number,
  event: RecordedEvent,
): Readonly<Record<string, Moment>> {
  const occasion = occasionOf(event);
  if (occasion === undefined || isByRule(event)) return moments;
  const key = [occasion, ...subjectsOf(event)].join('/');
  return { ...moments, [key]: { seq, stage: event.stage, at: event.occurredAt } };
}

/** That cells are frozen where they were collected is decided with or without a count. */
function occasionOf(event: RecordedEvent): string | undefined {
  const freezing = event.type === 'CountDecided' && event.data.decision === 'cryopreserve-at-origin';
  return freezing ? 'freezing-decided' : occasions[event.type];
}

/** What a rule decided was decided when it was worked out, which says nothing of when anything was. */
function isByRule(event: RecordedEvent): boolean {
  return event.type === 'CountDecided' && event.data.role === null;
}

function subjectsOf({ type, data }: RecordedEvent): readonly string[] {
  const fields = data as Readonly<Record<string, unknown>>;
  return (ownSubjects[type] ?? subjects).flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  });
}
