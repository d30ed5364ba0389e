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
  RecordPositioningTrip,
  RecordVisa,
  SendSubstitute,
  Visa,
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
    case 'BookCargo':
      return bookCargo(command, state, facts);
    case 'RecordVisa':
      return decided(visaProblem(command, facts), () => [visaOf(command)]);
    case 'RecordPositioningTrip':
      return decided(tripProblem(command, facts), () => [tripOf(command)]);
    case 'RecordCourierInPosition':
      return decided(inTheFuture(command.data.positionedAt, facts.now, '/positionedAt'), () => [positionOf(command)]);
    case 'SendSubstitute':
      return decided(substitutionProblem(command, state, facts), () => [substitutionOf(command)]);
  }
}

function envelope(occurredAt: ZonedInstant, v = 1) {
  return { v, stage: 'courier', occurredAt } as const;
}

function nominationProblem({ data }: NominateCourier, facts: CourierFacts): Refusal | undefined {
  return (
    inTheFuture(data.nominatedAt, facts.now, '/nominatedAt') ??
    (facts.handedOver ? boxIsUnderWay : undefined) ??
    samePerson(data.courier, data.substitute, '/substitute')
  );
}

function nominationOf({ data: { nominatedAt, courier, substitute } }: NominateCourier): CourierEvent {
  return { type: 'CourierNominated', ...envelope(nominatedAt, 2), data: { courier, substitute } };
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
    (data.lastJourneyEndedAt === null
      ? undefined
      : inTheFuture(data.lastJourneyEndedAt, facts.now, '/lastJourneyEndedAt')) ??
    runsOut('training', data.trainedUntil, { lastDay, at: '/trainedUntil' }) ??
    runsOut('passport', data.passportValidUntil, { lastDay, at: '/passportValidUntil' }) ??
    countryTwice(data.visas) ??
    firstOf(data.visas, (visa, index) => visaRunsOut(visa, facts.lastDay, `/visas/${index}/until`)) ??
    visaMissing(data.visas, facts.countriesEntered)
  );
}

function fitOf({ data: { checkedAt, ...fit } }: RecordCourierFit): CourierEvent {
  return { type: 'CourierFit', ...envelope(checkedAt, 2), data: fit };
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

/** A visa that is held has to last as long as the journey; what is applied for is not known yet. */
function visaRunsOut({ country, standing, until }: Visa, lastDay: LocalDate | null, at: string): Refusal | undefined {
  if (standing !== 'held' || until === null || lastDay === null || until >= lastDay) return undefined;
  const sentence = `The visa for ${country} is valid until ${until}, but the journey ends on ${lastDay}.`;
  return { code: 'visa-runs-out', sentence, at };
}

function visaProblem({ data }: RecordVisa, facts: CourierFacts): Refusal | undefined {
  return inTheFuture(data.recordedAt, facts.now, '/recordedAt') ?? visaRunsOut(data, facts.lastDay, '/until');
}

function visaOf({ data: { recordedAt, ...visa } }: RecordVisa): CourierEvent {
  return { type: 'VisaRecorded', ...envelope(recordedAt), data: visa };
}

/** A trip that comes too late is taken, as it is what was to be had; an alert says so. */
function tripProblem({ data }: RecordPositioningTrip, facts: CourierFacts): Refusal | undefined {
  return (
    inTheFuture(data.bookedAt, facts.now, '/bookedAt') ??
    (facts.handedOver ? boxIsUnderWay : undefined) ??
    (data.arrivesAt.at <= data.departsAt.at ? arrivesFirst : undefined)
  );
}

const arrivesFirst: Refusal = {
  code: 'arrives-before-it-departs',
  sentence: 'The courier would arrive before departing: check both local times.',
  at: '/arrivesAt',
};

function tripOf({ data: { bookedAt, ...trip } }: RecordPositioningTrip): CourierEvent {
  return { type: 'PositioningTripBooked', ...envelope(bookedAt), data: trip };
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
  return { type: 'SubstituteSent', ...envelope(decidedAt, 2), data: { reason, nextSubstitute } };
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
  sentence: 'The courier has the box already: from here on another person takes over by a relay.',
  allowed: ['PlanRelay', 'RecordRelayHandover'],
};

const nobodyLeft: Refusal = {
  code: 'no-substitute',
  sentence: 'No substitute is named: nominate a courier and a substitute.',
  allowed: ['NominateCourier'],
};
