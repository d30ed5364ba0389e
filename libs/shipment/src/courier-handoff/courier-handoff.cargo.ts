import type { ZonedInstant } from '@cellrelay/kernel';
import { shipperHoldMinutes } from '@cellrelay/viability';
import { decided, inTheFuture, notWorded, outOfOrder, outOfRange, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { mayNotLeave } from './courier-handoff.leaving.js';
import { sealProblem, tooEarly } from './courier-handoff.signatures.js';
import type {
  ChargeShipper,
  CourierHandoffEvent,
  CourierHandoffFacts,
  CourierHandoffState,
  RecordCargoAccepted,
  RecordCargoLoaded,
  RecordCargoReady,
} from './courier-handoff.js';

type CargoCommand = ChargeShipper | RecordCargoAccepted | RecordCargoLoaded | RecordCargoReady;

/** What is said of a frozen unit alone: its shipper is charged, and a carrier has it as cargo. */
export function decideCargo(
  command: CargoCommand,
  state: CourierHandoffState,
  facts: CourierHandoffFacts,
): Decision<CourierHandoffEvent> {
  switch (command.name) {
    case 'ChargeShipper':
      return decided(chargeProblem(command, state, facts), () => [chargeOf(command, facts)]);
    case 'RecordCargoAccepted':
      return decided(acceptanceProblem(command, state, facts), () => [acceptanceOf(command)]);
    case 'RecordCargoLoaded':
      return decided(loadingProblem(command, state, facts), () => [loadingOf(command)]);
    case 'RecordCargoReady':
      return decided(readyProblem(command, state, facts), () => [readyOf(command)]);
  }
}

function envelope(occurredAt: ZonedInstant) {
  return { v: 1, stage: 'courier-handoff', occurredAt } as const;
}

function chargeProblem(
  { data }: ChargeShipper,
  { charges }: CourierHandoffState,
  facts: CourierHandoffFacts,
): Refusal | undefined {
  const { chargedAt, requalifiedAt, validatedHoldHours: value } = data;
  return (
    (facts.unitReleased === null ? nothingFrozen : undefined) ??
    inTheFuture(chargedAt, facts.now, '/chargedAt') ??
    outOfRange({ value, least: 12, most: 720, what: 'The validated hold', unit: 'hours', at: '/validatedHoldHours' }) ??
    outOfRange({
      value: data.startCelsius,
      least: -200,
      most: facts.coldEnoughCelsius,
      what: 'The temperature at the start',
      unit: '°C',
      at: '/startCelsius',
    }) ??
    notWorded(data.shipper, 'The shipper', '/shipper', 40) ??
    notWorded(data.loggerSerial, "The logger's serial number", '/loggerSerial', 40) ??
    qualifiedLater(requalifiedAt, chargedAt) ??
    outOfOrder(facts, tooEarly(chargedAt, charges.at(-1)?.chargedAt.at, chargedBefore))
  );
}

const chargedBefore = { code: 'charged-before-last-charge', than: 'it was last charged', at: '/chargedAt' };

/** A qualification that comes after the charging says nothing of it. */
function qualifiedLater(requalifiedAt: ZonedInstant | null, chargedAt: ZonedInstant): Refusal | undefined {
  if (requalifiedAt === null || requalifiedAt.at <= chargedAt.at) return undefined;
  const sentence =
    'The shipper cannot have been qualified after it was charged; leave it empty if it was not since its last use.';
  return { code: 'qualified-after-charging', sentence, at: '/requalifiedAt' };
}

function chargeOf({ data }: ChargeShipper, { shipperRules }: CourierHandoffFacts): CourierHandoffEvent {
  const { chargedAt, ...charge } = data;
  const { validatedHoldHours, requalifiedAt } = charge;
  const holdMinutes = shipperHoldMinutes({ validatedHoldHours, requalified: requalifiedAt !== null }, shipperRules);
  const targetMinutes = Math.max(0, holdMinutes - Math.round(shipperRules.targetMarginHours * 60));
  return { type: 'ShipperCharged', ...envelope(chargedAt), data: { ...charge, targetMinutes, holdMinutes } };
}

function acceptanceProblem(
  { data }: RecordCargoAccepted,
  state: CourierHandoffState,
  facts: CourierHandoffFacts,
): Refusal | undefined {
  const order = { code: 'accepted-before-packing', than: 'the box was packed', at: '/acceptedAt' };
  return (
    (facts.asCargo ? undefined : noCargo) ??
    inTheFuture(data.acceptedAt, facts.now, '/acceptedAt') ??
    mayNotLeave(state, facts) ??
    sealProblem({ seal: data.seal, sealDiffersReason: null }, state) ??
    notWorded(data.facility, 'The facility', '/facility', 200) ??
    notWorded(data.acceptedBy, 'The person who accepted it', '/acceptedBy', 200) ??
    outOfOrder(facts, tooEarly(data.acceptedAt, state.packedAt?.at, order))
  );
}

function acceptanceOf({ data: { acceptedAt, ...data } }: RecordCargoAccepted): CourierHandoffEvent {
  return { type: 'CargoAccepted', ...envelope(acceptedAt), data };
}

function loadingProblem(
  { data }: RecordCargoLoaded,
  state: CourierHandoffState,
  facts: CourierHandoffFacts,
): Refusal | undefined {
  const order = { code: 'loaded-before-acceptance', than: 'the carrier accepted the unit', at: '/loadedAt' };
  return (
    (facts.asCargo ? undefined : noCargo) ??
    inTheFuture(data.loadedAt, facts.now, '/loadedAt') ??
    notItsFlight(data.booking, facts) ??
    (state.loaded.includes(data.booking) ? loadedAlready : undefined) ??
    outOfOrder(facts, tooEarly(data.loadedAt, state.handedOverAt?.at, order))
  );
}

function notItsFlight(booking: string, { bookings }: CourierHandoffFacts): Refusal | undefined {
  if (bookings.includes(booking)) return undefined;
  const sentence = `The unit is not to go on booking ${booking}; it goes on ${bookings.join(', then ')}.`;
  return { code: 'not-its-flight', sentence, at: '/booking', allowed: bookings };
}

function loadingOf({ data: { loadedAt, booking } }: RecordCargoLoaded): CourierHandoffEvent {
  return { type: 'CargoLoaded', ...envelope(loadedAt), data: { booking } };
}

function readyProblem(
  { data }: RecordCargoReady,
  state: CourierHandoffState,
  facts: CourierHandoffFacts,
): Refusal | undefined {
  const order = { code: 'ready-before-landing', than: 'the last flight landed', at: '/readyAt' };
  return (
    (facts.asCargo ? undefined : noCargo) ??
    inTheFuture(data.readyAt, facts.now, '/readyAt') ??
    notWorded(data.facility, 'The facility', '/facility', 200) ??
    (state.readyAt === null ? undefined : readyAlready) ??
    outOfOrder(facts, tooEarly(data.readyAt, facts.lastLandedAt ?? state.handedOverAt?.at, order))
  );
}

function readyOf({ data: { readyAt, facility } }: RecordCargoReady): CourierHandoffEvent {
  return { type: 'CargoReady', ...envelope(readyAt), data: { facility } };
}

const nothingFrozen: Refusal = {
  code: 'nothing-frozen',
  sentence: 'What is ordered travels fresh: no dry shipper is charged for it.',
};

const noCargo: Refusal = {
  code: 'no-cargo-booked',
  sentence: 'The unit is not booked as cargo: a courier is to carry it.',
  allowed: ['BookCargo', 'HandOverToCourier'],
};

const loadedAlready: Refusal = {
  code: 'loaded-already',
  sentence: 'It is recorded already that the unit is aboard that flight. Left behind after all, record that.',
  at: '/booking',
  allowed: ['RecordNotLoaded'],
};

const readyAlready: Refusal = {
  code: 'ready-already',
  sentence: 'It is recorded already that the unit is ready to be collected.',
  allowed: ['DeliverToCentre'],
};
