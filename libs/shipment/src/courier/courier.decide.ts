import { parseAirWaybill } from '@cellrelay/identifiers';
import { err, localDateAt, type LocalDate, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import { decided, firstOf, inTheFuture, notAllowedNow, notWorded, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type {
  BookCargo,
  CourierCommand,
  CourierEvent,
  CourierFacts,
  CourierPerson,
  CourierState,
  NominateCourier,
  RecordCourierFit,
  RecordCourierInPosition,
  SendSubstitute,
} from './courier.js';
import { courierTable } from './courier.transitions.js';

/** Who carries the box, and whether they may (standards.md 1.2). Once the box is handed over, only the record of it is completed. */
export function decideCourier(
  command: CourierCommand,
  state: CourierState,
  facts: CourierFacts,
): Decision<CourierEvent> {
  const refused = notAllowedNow(courierTable, { command: command.name, state: state.status, what: 'The courier' });
  if (refused !== undefined) return err(refused);
  switch (command.name) {
    case 'NominateCourier':
      return decided(nominationProblem(command, facts), () => [nominationOf(command)]);
    case 'RecordCourierFit':
      return decided(fitProblem(command, facts), () => [fitOf(command)]);
    case 'RecordCourierInPosition':
      return decided(positionProblem(command, facts), () => [positionOf(command)]);
    case 'BookCargo':
      return bookCargo(command, state, facts);
    case 'SendSubstitute':
      return decided(substitutionProblem(command, state, facts), () => [substitutionOf(command)]);
  }
}

function envelope(occurredAt: ZonedInstant): {
  readonly v: 1;
  readonly stage: 'courier';
  readonly occurredAt: ZonedInstant;
} {
  return { v: 1, stage: 'courier', occurredAt };
}

function nominationProblem({ data }: NominateCourier, facts: CourierFacts): Refusal | undefined {
  return (
    inTheFuture(data.nominatedAt, facts.now, '/nominatedAt') ??
    (facts.handedOver ? boxIsUnderWay : undefined) ??
    samePerson(data.courier, data.substitute, '/substitute')
  );
}

function nominationOf({ data: { nominatedAt, courier, substitute } }: NominateCourier): CourierEvent {
  return { type: 'CourierNominated', ...envelope(nominatedAt), data: { courier, substitute } };
}

/** A substitute who is the courier again is no substitute; the telephone counts as much as the name. */
function samePerson(courier: CourierPerson, substitute: CourierPerson | null, at: string): Refusal | undefined {
  if (substitute === null) return undefined;
  const differs = plain(courier.name) !== plain(substitute.name) && plain(courier.phone) !== plain(substitute.phone);
  if (differs) return undefined;
  return {
    code: 'substitute-is-the-courier',
    sentence: 'The substitute must be another person, with a telephone of their own.',
    at,
  };
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}+]/gu, '');
}

function fitProblem({ data }: RecordCourierFit, facts: CourierFacts): Refusal | undefined {
  const lastDay = facts.lastDay ?? localDateAt(facts.now, 'UTC' as Zone);
  return (
    inTheFuture(data.checkedAt, facts.now, '/checkedAt') ??
    runsOut('training', data.trainedUntil, { lastDay, at: '/trainedUntil' }) ??
    runsOut('passport', data.passportValidUntil, { lastDay, at: '/passportValidUntil' }) ??
    countryTwice(data.visas) ??
    visaMissing(data.visas, facts.countriesEntered)
  );
}

function fitOf({ data: { checkedAt, ...fit } }: RecordCourierFit): CourierEvent {
  return { type: 'CourierFit', ...envelope(checkedAt), data: fit };
}

function runsOut(
  what: 'training' | 'passport',
  until: LocalDate,
  journey: { readonly lastDay: LocalDate; readonly at: string },
): Refusal | undefined {
  if (until >= journey.lastDay) return undefined;
  const sentence = `The courier's ${what} is valid until ${until}, but the journey ends on ${journey.lastDay}.`;
  return { code: `${what}-runs-out`, sentence, at: journey.at };
}

function visaMissing(visas: RecordCourierFit['data']['visas'], entered: readonly string[]): Refusal | undefined {
  const missing = entered.filter((country) => !visas.some((visa) => visa.country === country));
  if (missing.length === 0) return undefined;
  const sentence = `Say of each country entered whether a visa is held, applied for, to be had by express or not needed. Missing: ${missing.join(', ')}.`;
  return { code: 'visa-not-stated', sentence, at: '/visas', allowed: missing };
}

function countryTwice(visas: RecordCourierFit['data']['visas']): Refusal | undefined {
  return firstOf(visas, ({ country }, index) => {
    if (visas.findIndex((each) => each.country === country) === index) return undefined;
    return { code: 'country-twice', sentence: `${country} is given twice.`, at: `/visas/${index}/country` };
  });
}

function positionProblem({ data }: RecordCourierInPosition, facts: CourierFacts): Refusal | undefined {
  return inTheFuture(data.positionedAt, facts.now, '/positionedAt');
}

function positionOf({ data: { positionedAt } }: RecordCourierInPosition): CourierEvent {
  return { type: 'CourierInPosition', ...envelope(positionedAt), data: {} };
}

function substitutionProblem({ data }: SendSubstitute, state: CourierState, facts: CourierFacts): Refusal | undefined {
  const { substitute } = state;
  return (
    inTheFuture(data.decidedAt, facts.now, '/decidedAt') ??
    notWorded(data.reason, 'The reason', '/reason') ??
    (facts.handedOver ? boxIsUnderWay : undefined) ??
    (substitute === null ? nobodyLeft : samePerson(substitute, data.nextSubstitute, '/nextSubstitute'))
  );
}

function substitutionOf({ data: { decidedAt, reason, nextSubstitute } }: SendSubstitute): CourierEvent {
  return { type: 'SubstituteSent', ...envelope(decidedAt), data: { reason, nextSubstitute } };
}

function bookCargo(command: BookCargo, state: CourierState, facts: CourierFacts): Decision<CourierEvent> {
  return decided(cargoProblem(command, state, facts), () => [cargoOf(command)]);
}

/** Under way only another waybill can be needed: who has the unit is on record. */
function cargoProblem({ data }: BookCargo, state: CourierState, facts: CourierFacts): Refusal | undefined {
  const { shipperContact, consigneeContact } = data;
  return (
    inTheFuture(data.bookedAt, facts.now, '/bookedAt') ??
    (facts.frozen ? undefined : onlyFrozen) ??
    (facts.handedOver && state.cargo === null ? boxIsUnderWay : undefined) ??
    notWorded(data.carrier, 'The carrier', '/carrier', 200) ??
    waybillProblem(data.waybill) ??
    notWorded(shipperContact.name, "The bank's contact", '/shipperContact/name', 200) ??
    notWorded(consigneeContact.name, "The transplant centre's contact", '/consigneeContact/name', 200)
  );
}

function waybillProblem(text: string): Refusal | undefined {
  const read = parseAirWaybill(text);
  if (read.ok) return undefined;
  const { sentence, expectedForm } = read.error;
  return { code: 'waybill-invalid', sentence, at: '/waybill', allowed: [expectedForm] };
}

function cargoOf({ data: { bookedAt, ...cargo } }: BookCargo): CourierEvent {
  const read = parseAirWaybill(cargo.waybill);
  return {
    type: 'CargoBooked',
    ...envelope(bookedAt),
    data: { ...cargo, waybill: read.ok ? read.value : cargo.waybill },
  };
}

const onlyFrozen: Refusal = {
  code: 'only-frozen-travels-alone',
  sentence: 'Living cells never travel without a courier; only a frozen unit in a dry shipper may go as cargo.',
  allowed: ['NominateCourier'],
};

const boxIsUnderWay: Refusal = {
  code: 'box-is-under-way',
  sentence: 'The courier has the box already; another person can only take over before the handover.',
};

const nobodyLeft: Refusal = {
  code: 'no-substitute',
  sentence: 'No substitute is named: nominate a courier and a substitute.',
  allowed: ['NominateCourier'],
};
