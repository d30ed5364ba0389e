import { formatAirWaybill, type AirWaybill } from '@cellrelay/identifiers';
import type { Flight } from '@cellrelay/itinerary';
import type { CourierEvent, CustomsClearanceEvent, FlightBookingEvent, XrayExemptionEvent } from '@cellrelay/shipment';
import type { Tellers } from './says.js';
import { counted, shortTime } from './words.js';
import { borderOfKey, checkpointOfKey, flightOfKey } from './words-of-keys.js';

/** The flights. A booking is named by plan, leg and occasion. */
export const flightBookingSays: Tellers<FlightBookingEvent['type']> = {
  PlanProposed: ({ plan, legs }) =>
    `Plan ${plan} proposed: ${legs.map(({ flight }) => flightSaid(flight)).join(', then ')}.`,
  SeatsHeld: ({ booking, holdLapsesAt }) =>
    `Seats on ${flightOfKey(booking)} are held until ${shortTime(holdLapsesAt.at, holdLapsesAt.zone)}.`,
  SeatsRefused: ({ booking, reason }) => `No seats on ${flightOfKey(booking)}: ${reason}`,
  SeatsTicketed: ({ booking, record }) => `Seats on ${flightOfKey(booking)} are ticketed, record ${record}.`,
  SeatsGivenUp: ({ booking }) => `Seats on ${flightOfKey(booking)} are given up.`,
  HoldLapsed: ({ booking }) => `The hold on ${flightOfKey(booking)} lapsed.`,
  FlightCancelled: ({ booking, reason }) => `${capital(flightOfKey(booking))} is cancelled: ${reason}`,
  FlightEstimated: ({ booking, departsAt, arrivesAt }) =>
    `${capital(flightOfKey(booking))} is now expected to leave ${shortTime(departsAt.at, departsAt.zone)} and land ${shortTime(arrivesAt.at, arrivesAt.zone)}.`,
  FlightDeparted: ({ booking }) => `${capital(flightOfKey(booking))} has left.`,
  FlightArrived: ({ booking }) => `${capital(flightOfKey(booking))} has landed.`,
  UnitNotLoaded: ({ booking, reason }) => `The unit was not loaded on ${flightOfKey(booking)}: ${reason}`,
  LegRebooked: ({ plan, leg, flight, reason }) =>
    `Leg ${leg + 1} of plan ${plan} moved to ${flightSaid(flight)}: ${reason}`,
  PlanConfirmed: ({ plan }) => `Plan ${plan} is confirmed.`,
  PlanStoodDown: ({ plan }) => `Plan ${plan} is stood down.`,
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function flightSaid({ designator, from, to, departsAt }: Flight): string {
  return `${designator} ${from.iata}–${to.iata} ${shortTime(departsAt.at, departsAt.zone)}`;
}

/** The borders. A request is named by country, direction and airport. */
export const customsClearanceSays: Tellers<CustomsClearanceEvent['type']> = {
  BordersCovered: ({ borders }) =>
    borders.length === 0
      ? 'No border is to be covered.'
      : `Borders to be covered: ${borders.map(({ country, direction, airport }) => `${country} ${direction} at ${airport}`).join(', ')}.`,
  CalendarsPinned: ({ calendars, without }) =>
    [
      ...calendars.map(
        ({ country, from, to, holidays, version }) =>
          `Public holidays of ${country} from ${from} to ${to} are those of ${version}: ${holidays.length === 0 ? 'none' : holidays.map(({ date }) => date).join(', ')}.`,
      ),
      ...(without.length === 0 ? [] : [`No public holidays are known of ${without.join(', ')}.`]),
      ...(calendars.length + without.length === 0 ? ['Public holidays are those of the policy.'] : []),
    ].join(' '),
  CustomsSubmitted: ({ request }) => `The customs request for the ${borderOfKey(request)} is submitted.`,
  CustomsGranted: ({ request, permit, validUntil }) =>
    `The customs request for the ${borderOfKey(request)} is granted, permit ${permit}${validUntil === null ? '' : `, valid until ${shortTime(validUntil.at, validUntil.zone)}`}.`,
  CustomsRefused: ({ request, reason }) => `The customs request for the ${borderOfKey(request)} is refused: ${reason}`,
  CustomsAskedAgain: ({ request, reason }) =>
    `The customs request for the ${borderOfKey(request)} is made again: ${reason}`,
  CustomsWithdrawn: ({ request }) => `The customs request for the ${borderOfKey(request)} is withdrawn.`,
  CustomsEscalated: ({ request, to, reason }) =>
    `The customs request for the ${borderOfKey(request)} is taken to ${to}: ${reason}`,
  PermitLapsed: ({ request, permit }) =>
    `The permit${permit === null ? '' : ` ${permit}`} for the ${borderOfKey(request)} has lapsed.`,
  CustomsReleasedFirst: ({ request, commitment, workingDays }) =>
    `The box was released first, ${borderOfKey(request)}, papers to be put right within ${workingDays} working days: ${commitment}`,
  CustomsRegularised: ({ request, reference }) =>
    `The papers for the ${borderOfKey(request)} are put right, reference ${reference}.`,
  CustomsCleared: ({ request }) => `The box has passed customs, ${borderOfKey(request)}.`,
};

/** The checkpoints. An exemption is named by plan, leg and airport. */
export const xrayExemptionSays: Tellers<XrayExemptionEvent['type']> = {
  CheckpointsCovered: ({ checkpoints }) =>
    checkpoints.length === 0
      ? 'No checkpoint is to be covered.'
      : `${counted(checkpoints.length, 'checkpoint')} to be covered: ${checkpoints.map(({ plan, airport }) => `${airport} (plan ${plan})`).join(', ')}.`,
  ExemptionRequested: ({ exemption }) => `The exemption from X-ray, ${checkpointOfKey(exemption)}, is requested.`,
  ExemptionGranted: ({ exemption, reference }) =>
    `The exemption from X-ray, ${checkpointOfKey(exemption)}, is granted, reference ${reference}.`,
  ExemptionRefused: ({ exemption, reason }) =>
    `The exemption from X-ray, ${checkpointOfKey(exemption)}, is refused: ${reason}`,
  ExemptionAskedAgain: ({ exemption, reason }) =>
    `The exemption from X-ray, ${checkpointOfKey(exemption)}, is asked for again: ${reason}`,
  ExemptionWithdrawn: ({ exemption }) => `The exemption from X-ray, ${checkpointOfKey(exemption)}, is withdrawn.`,
  ExemptionNotified: ({ exemption, told }) =>
    `Airport security is told of the box, ${checkpointOfKey(exemption)}: ${told}.`,
  XrayDemanded: ({ exemption, by }) => `Security wants the box X-rayed, ${checkpointOfKey(exemption)}, asked by ${by}.`,
  DemandEscalated: ({ exemption, level, to }) =>
    `The demand to X-ray the box, ${checkpointOfKey(exemption)}, is taken to the ${level}: ${to}.`,
  UnplannedCheckpointPassed: ({ airport, what, reason }) =>
    `A checkpoint at ${airport} that was not planned for: the box was ${what === 'scanned' ? 'X-rayed' : 'searched by hand'}: ${reason}`,
  BoxSearchedByHand: ({ exemption }) => `The box was searched by hand, ${checkpointOfKey(exemption)}.`,
  BoxScanned: ({ exemption, reason }) => `The box was X-rayed, ${checkpointOfKey(exemption)}: ${reason}`,
  ScanDecided: ({ decision, physician, reason }) =>
    `${physician} decides that the X-rayed cells are ${decision === 'use' ? '' : 'not '}to be used: ${reason}`,
};

/** The courier. */
export const courierSays: Tellers<CourierEvent['type']> = {
  CourierNominated: ({ courier, substitute }) =>
    `${courier.name} (${courier.company}) is nominated as courier, ${substitute.name} as substitute.`,
  CourierFit: ({ passportValidUntil, trainedUntil }) =>
    `The courier is fit to travel: trained until ${trainedUntil}, passport until ${passportValidUntil}.`,
  VisaRecorded: ({ country, standing, until }) =>
    `The courier’s visa for ${country} is ${visaWords[standing]}${until === null ? '' : `, until ${until}`}.`,
  PositioningTripBooked: ({ departsAt, arrivesAt, flight }) =>
    `The courier sets out ${shortTime(departsAt.at, departsAt.zone)}${flight === null ? '' : ` on ${flight}`}, and is in town ${shortTime(arrivesAt.at, arrivesAt.zone)}.`,
  CourierInPosition: () => 'The courier is in position.',
  SubstituteSent: ({ reason }) => `The substitute is sent: ${reason}`,
  CargoBooked: ({ carrier, waybill }) =>
    `The unit is booked as cargo with ${carrier}, air waybill ${formatAirWaybill(waybill as AirWaybill)}.`,
};

const visaWords = {
  'not-needed': 'not needed',
  held: 'held',
  applied: 'applied for',
  expeditable: 'to be had by express',
} as const;
