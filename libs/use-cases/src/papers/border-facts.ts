import type { Flight } from '@cellrelay/itinerary';
import { millisOf, type Instant, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import type { BorderFacts, CheckpointFacts, LegFacts } from '@cellrelay/paperwork';
import {
  currentBookings,
  flightNow,
  isSameFlight,
  type Booking,
  type CustomsRequest,
  type Exemption,
  type FlightPlan,
  type PlanNumber,
  type Shipment,
} from '@cellrelay/shipment';

/** The flights that are booked, each with the fallback that is left. */
export function legsOf(shipment: Shipment, plan: FlightPlan): readonly LegFacts[] {
  return currentBookings(shipment, plan).map((booking) => {
    const fallback = plan.legs[booking.leg]?.fallback ?? null;
    const taken = fallback === null || isSameFlight(fallback, booking.flight);
    return { flight: flightOnPaper(booking), fallback: taken ? null : fallback, record: booking.record };
  });
}

/** A flight that leaves or lands by as much otherwise than by its timetable is told so. Less would outdate a whole pack for minutes, on every trip. A judgement. */
const toldFromMinutes = 60;

function flightOnPaper(booking: Booking): Flight {
  const [planned, now] = [booking.flight, flightNow(booking)];
  const off = (end: 'departsAt' | 'arrivesAt'): number => Math.abs(millisOf(now[end].at) - millisOf(planned[end].at));
  return Math.max(off('departsAt'), off('arrivesAt')) < toldFromMinutes * 60_000 ? planned : now;
}

/** Security controls that the plan still passes; of one that was not planned there is no letter to write. */
export function checkpointsOf(
  { stages }: Shipment,
  plan: PlanNumber,
  legs: readonly LegFacts[],
): readonly CheckpointFacts[] {
  return stages['xray-exemption'].exemptions
    .filter((each) => each.plan === plan && each.leg !== null && !isWithdrawn(each))
    .flatMap((exemption) => checkpointOf(exemption, legs));
}

function checkpointOf({ leg: number, airport, passesAt, status, reference }: Exemption, legs: readonly LegFacts[]) {
  const leg = number === null ? undefined : legs[number];
  if (leg === undefined) return [];
  const { from, to } = leg.flight;
  const place = from.iata === airport ? from : to;
  const agreedAs = status === 'refused' ? null : reference;
  return [{ airport: place, passesAt: inClockOf(place, passesAt), leg, agreedAs }];
}

/** The borders that the plan crosses, in the order in which it does. */
export function bordersOf({ stages }: Shipment, plan: PlanNumber, legs: readonly LegFacts[]): readonly BorderFacts[] {
  return stages['customs-clearance'].requests
    .filter((request) => !isWithdrawn(request))
    .flatMap((request) => borderOf(request, plan, legs))
    .sort((a, b) => (a.crossingAt.at < b.crossingAt.at ? -1 : 1));
}

function borderOf(request: CustomsRequest, plan: PlanNumber, legs: readonly LegFacts[]): readonly BorderFacts[] {
  const { country, direction, airport: iata, permit, released, status } = request;
  const crossing = request.covers.find((each) => each.plan === plan);
  const flight = flightAt(direction, iata, legs);
  if (crossing === undefined || flight === undefined) return [];
  const airport = flight.from.iata === iata ? flight.from : flight.to;
  const owed = status === 'to-be-regularised' && released !== null;
  return [
    {
      ...{ country, direction, airport, permit, flight: flight.designator },
      crossingAt: inClockOf(airport, crossing.crossingAt),
      released: owed ? { at: released.releasedAt, workingDays: released.workingDays } : null,
    },
  ];
}

/** Goods leave a country by the flight from there, and come into one by the flight that lands there. */
function flightAt(direction: BorderFacts['direction'], iata: string, legs: readonly LegFacts[]): Flight | undefined {
  const flights = legs.map(({ flight }) => flight);
  return direction === 'export'
    ? flights.find(({ from }) => from.iata === iata)
    : flights.find(({ to }) => to.iata === iata);
}

function isWithdrawn({ status }: { readonly status: string }): boolean {
  return status === 'to-withdraw' || status === 'withdrawn';
}

function inClockOf({ zone }: Flight['from'], at: Instant): ZonedInstant {
  // An airport's zone was looked up in the same time-zone data.
  return { at, zone: zone as Zone };
}
