import {
  confirmedPlan,
  currentBookings,
  livePlans,
  type Booking,
  type BookingStatus,
  type CustomsRequest,
  type Exemption,
  type FlightPlan,
  type Shipment,
} from '@cellrelay/shipment';
import { shows, type Shows } from './strip-marks.js';
import { counted } from './words.js';

/** The plans that matter now: the confirmed one, else every one that may still be flown. */
function plansNow(shipment: Shipment): readonly FlightPlan[] {
  const confirmed = confirmedPlan(shipment);
  return confirmed === undefined ? livePlans(shipment) : [confirmed];
}

const lost: Readonly<Partial<Record<BookingStatus, string>>> = {
  cancelled: 'cancelled',
  refused: 'no seats',
  lapsed: 'hold lapsed',
  'not-loaded': 'left without it',
};

/** The flights of the plans that matter now. */
export function flightsShow(shipment: Shipment): Shows {
  const plans = plansNow(shipment);
  if (plans.length === 0) {
    return shipment.stages['flight-booking'].plans.length === 0
      ? shows('not-yet', 'no plan yet')
      : shows('not-needed', 'stood down');
  }
  const bookings = plans.flatMap((plan) => currentBookings(shipment, plan));
  const broken = bookings.find((booking) => lost[booking.status] !== undefined);
  if (broken !== undefined) return shows('trouble', `${broken.flight.designator} ${lost[broken.status] ?? ''}`);
  return flownShows(bookings) ?? seatsShow(bookings);
}

/** In the air, between flights, or landed; undefined before the first departure. */
function flownShows(bookings: readonly Booking[]): Shows | undefined {
  const flying = bookings.find((booking) => booking.departedAt !== null && booking.arrivedAt === null);
  if (flying !== undefined) return shows('running', `${flying.flight.designator} in the air`);
  const landed = bookings.filter((booking) => booking.arrivedAt !== null).at(-1);
  if (landed === undefined) return undefined;
  const all = bookings.every((booking) => booking.arrivedAt !== null);
  return all ? shows('done', `landed ${landed.flight.to.iata}`) : shows('running', `at ${landed.flight.to.iata}`);
}

function seatsShow(bookings: readonly Booking[]): Shows {
  const wanted = bookings.filter((booking) => booking.status === 'wanted').length;
  if (wanted > 0) return shows('waiting', `seats on ${counted(wanted, 'flight')} asked for`);
  if (bookings.some((booking) => booking.status === 'held')) return shows('waiting', 'held, ticket due');
  return shows('running', 'ticketed');
}

/** The customs requests that are still wanted. */
export function customsShow(shipment: Shipment): Shows {
  const requests = shipment.stages['customs-clearance'].requests.filter(
    ({ status }) => status !== 'withdrawn' && status !== 'to-withdraw',
  );
  if (requests.length === 0) return nothingAsked(shipment, 'no border');
  const lost = requests.find(({ status }) => status === 'refused' || status === 'lapsed');
  if (lost !== undefined) return shows('trouble', `${borderName(lost)} ${lost.status}`);
  const owing = requests.find(({ status }) => status === 'to-be-regularised');
  if (owing !== undefined) return shows('waiting', `${borderName(owing)} to be regularised`);
  return permitsShow(requests);
}

/** In transit nobody looks at the cells, so nothing is cleared there. */
function permitsShow(requests: readonly CustomsRequest[]): Shows {
  const presented = requests.filter(({ direction }) => direction !== 'transit');
  const [cleared, granted] = [having(presented, ['cleared']), having(requests, ['cleared', 'granted'])];
  if (granted < requests.length) return shows('waiting', `${granted} of ${requests.length} granted`);
  if (cleared === presented.length) return shows('done', 'cleared');
  return shows('running', cleared === 0 ? 'granted' : `${cleared} of ${presented.length} cleared`);
}

function borderName({ country, direction }: CustomsRequest): string {
  return `${country} ${direction}`;
}

/** The X-ray exemptions of the plans that matter now. */
export function xrayShows(shipment: Shipment): Shows {
  const plans = plansNow(shipment).map((plan) => plan.plan);
  const exemptions = shipment.stages['xray-exemption'].exemptions.filter(
    ({ plan, status }) => plans.includes(plan) && status !== 'withdrawn' && status !== 'to-withdraw',
  );
  if (exemptions.length === 0) return nothingAsked(shipment, 'no checkpoint');
  const demanded = exemptions.find((each) => each.status === 'demanded');
  if (demanded !== undefined) return shows('trouble', `X-ray demanded at ${demanded.airport}`);
  const scanned = exemptions.find((each) => each.status === 'scanned');
  if (scanned !== undefined) return scannedShows(scanned);
  const refused = exemptions.find((each) => each.status === 'refused');
  if (refused !== undefined) return shows('trouble', `${refused.airport} refused`);
  return arrangedShows(exemptions);
}

/** Where security answers only on the spot, having told it is as much as can be arranged. */
function arrangedShows(exemptions: readonly Exemption[]): Shows {
  const [passed, all] = [having(exemptions, ['honoured']), exemptions.length];
  const ready = having(exemptions, ['honoured', 'granted', 'notified']);
  const word = having(exemptions, ['notified']) > 0 ? 'arranged' : 'granted';
  if (passed === all) return shows('done', 'searched by hand');
  if (ready < all) return shows('waiting', `${ready} of ${all} ${word}`);
  return shows('running', passed === 0 ? word : `${passed} of ${all} passed`);
}

function scannedShows({ airport, scanDecision }: Exemption): Shows {
  if (scanDecision === null) return shows('trouble', `X-rayed at ${airport}`);
  return scanDecision.decision === 'use'
    ? shows('done', 'X-rayed, to be used')
    : shows('trouble', 'X-rayed, not to be used');
}

function nothingAsked(shipment: Shipment, says: string): Shows {
  return plansNow(shipment).length === 0 ? shows('not-yet', 'with the plan') : shows('not-needed', says);
}

function having(all: readonly { readonly status: string }[], statuses: readonly string[]): number {
  return all.filter(({ status }) => statuses.includes(status)).length;
}
