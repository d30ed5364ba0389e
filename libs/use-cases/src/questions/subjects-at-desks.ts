import {
  borderRulesOf,
  boxOnItsWay,
  customsRequestTable,
  exemptionTable,
  lapsesTooEarlyAt,
  openRuleAt,
  orderOf,
  unplannedCheckpointTable,
  unplannedStateOf,
  type CustomsRequest,
  type Exemption,
  type Shipment,
} from '@cellrelay/shipment';
import { form, type Subject } from './action-subject.js';

const stillHere = 'The box has not left the collection centre.';

/** The customs requests that still matter. What came late about others is taken, but not asked for. */
export function customsSubjects(shipment: Shipment): readonly Subject[] {
  return shipment.stages['customs-clearance'].requests
    .filter(({ status }) => status !== 'withdrawn' && status !== 'cleared')
    .map((request) => requestSubject(shipment, request));
}

function requestSubject(shipment: Shipment, request: CustomsRequest): Subject {
  const { id, country, direction, airport, status } = request;
  return {
    table: customsRequestTable,
    state: status,
    about: `${country} ${direction}`,
    commands: status === 'to-withdraw' ? ['RecordCustomsWithdrawn'] : requestCommands,
    prefill: { request: id },
    zone: zoneOfAirport(shipment, airport),
    forms: { ...notYetPassed(shipment), ...notToAsk(request), ...notToRelease(shipment, request) },
  };
}

const requestCommands: Subject['commands'] = [
  'RecordCustomsSubmitted',
  'RecordCustomsGranted',
  'RecordCustomsRefused',
  'RecordCustomsEscalated',
  'AskCustomsAgain',
  'RecordReleasedFirst',
  'RecordRegularised',
  'RecordCustomsCleared',
];

function notYetPassed(shipment: Shipment): Subject['forms'] {
  return boxLeft(shipment) ? {} : { RecordCustomsCleared: stillHere, RecordReleasedFirst: stillHere };
}

function notToAsk(request: CustomsRequest): Subject['forms'] {
  const holds = request.status === 'granted' && lapsesTooEarlyAt(request) === undefined;
  return holds ? { AskCustomsAgain: 'The permit holds for every crossing that it covers.' } : {};
}

/** The goods come to that border at the crossing, so the rule of that day counts. */
function notToRelease(shipment: Shipment, request: CustomsRequest): Subject['forms'] {
  const rules = borderRulesOf(shipment);
  if (request.covers.some(({ crossingAt }) => openRuleAt(request, crossingAt, rules) !== undefined)) return {};
  return { RecordReleasedFirst: `No rule lets the ${request.country} ${request.direction} be released first then.` };
}

/** The X-ray exemptions that still matter. */
export function exemptionSubjects(shipment: Shipment): readonly Subject[] {
  const planned = shipment.stages['xray-exemption'].exemptions
    .filter(({ status }) => status !== 'withdrawn')
    .map((exemption) => exemptionSubject(shipment, exemption));
  return [...planned, unplannedSubject(shipment)];
}

function exemptionSubject(shipment: Shipment, exemption: Exemption): Subject {
  const { id, plan, airport, status, scanDecision } = exemption;
  const unseen = boxOnItsWay(shipment)?.plan === plan ? undefined : notOnItsWay(shipment, plan);
  const passed =
    unseen === undefined ? {} : { RecordXrayDemanded: unseen, RecordSearchedByHand: unseen, RecordScanned: unseen };
  const decided = scanDecision === null ? {} : { RecordScanDecision: 'The physician has decided.' };
  return {
    table: exemptionTable,
    state: status,
    about: `plan ${plan}, ${airport}`,
    commands: status === 'to-withdraw' ? ['RecordExemptionWithdrawn'] : exemptionCommands,
    prefill: { exemption: id },
    zone: zoneOfAirport(shipment, airport),
    forms: { RecordScanDecision: [form({})], ...passed, ...decided },
  };
}

/** A checkpoint that nobody had planned for: known only when the box has met it. */
function unplannedSubject(shipment: Shipment): Subject {
  const forms = boxOnItsWay(shipment) === null ? { RecordUnplannedCheckpoint: stillHere } : {};
  return {
    table: unplannedCheckpointTable,
    state: unplannedStateOf(shipment.stages['xray-exemption']),
    about: null,
    commands: ['RecordUnplannedCheckpoint'],
    prefill: {},
    zone: orderOf(shipment).details.parties.transplantCentre.zone,
    forms,
  };
}

function notOnItsWay(shipment: Shipment, plan: Exemption['plan']): string {
  return boxLeft(shipment) ? `The box does not travel by plan ${plan}.` : stillHere;
}

const exemptionCommands: Subject['commands'] = [
  'RecordExemptionRequested',
  'RecordExemptionGranted',
  'RecordExemptionRefused',
  'AskExemptionAgain',
  'RecordExemptionNotified',
  'RecordXrayDemanded',
  'RecordDemandEscalated',
  'RecordSearchedByHand',
  'RecordScanned',
  'RecordScanDecision',
];

function boxLeft(shipment: Shipment): boolean {
  return shipment.stages['courier-handoff'].handedOverAt !== null;
}

/** The clock of an airport that some flight of the shipment touches; a desk asked without any is the collection centre's neighbour. */
function zoneOfAirport(shipment: Shipment, iata: string): string {
  const airports = shipment.stages['flight-booking'].bookings.flatMap(({ flight }) => [flight.from, flight.to]);
  return (
    airports.find((airport) => airport.iata === iata)?.zone ?? orderOf(shipment).details.parties.collectionCentre.zone
  );
}
