import {
  boxOnItsWay,
  customsRequestTable,
  exemptionTable,
  orderOf,
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

function requestSubject(shipment: Shipment, { id, country, direction, airport, status }: CustomsRequest): Subject {
  const leaving = status === 'to-withdraw';
  return {
    table: customsRequestTable,
    state: status,
    about: `${country} ${direction}`,
    commands: leaving
      ? ['RecordCustomsWithdrawn']
      : [
          'RecordCustomsSubmitted',
          'RecordCustomsGranted',
          'RecordCustomsRefused',
          'AskCustomsAgain',
          'RecordCustomsCleared',
        ],
    prefill: { request: id },
    zone: zoneOfAirport(shipment, airport),
    ...(boxLeft(shipment) ? {} : { forms: { RecordCustomsCleared: stillHere } }),
  };
}

/** The X-ray exemptions that still matter. */
export function exemptionSubjects(shipment: Shipment): readonly Subject[] {
  return shipment.stages['xray-exemption'].exemptions
    .filter(({ status }) => status !== 'withdrawn')
    .map((exemption) => exemptionSubject(shipment, exemption));
}

function exemptionSubject(shipment: Shipment, exemption: Exemption): Subject {
  const { id, plan, airport, status, scanDecision } = exemption;
  const unseen = boxOnItsWay(shipment)?.plan === plan ? undefined : notOnItsWay(shipment, plan);
  const passed = unseen === undefined ? {} : { RecordSearchedByHand: unseen, RecordScanned: unseen };
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

function notOnItsWay(shipment: Shipment, plan: Exemption['plan']): string {
  return boxLeft(shipment) ? `The box does not travel by plan ${plan}.` : stillHere;
}

const exemptionCommands: Subject['commands'] = [
  'RecordExemptionRequested',
  'RecordExemptionGranted',
  'RecordExemptionRefused',
  'AskExemptionAgain',
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
