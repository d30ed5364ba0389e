import type { Airport } from '@cellrelay/itinerary';
import { clockHoursApart, type Instant, type Zone } from '@cellrelay/kernel';
import type { Cause } from '../obligation.js';
import type { FlightBookingAgendaFacts, FlightBookingState, FlightPlan } from './flight-booking.js';
import { bookingsOf } from './flight-booking.lookup.js';
import { proposePlan } from './flight-booking.offers.js';

/**
 * How far an airport's clock may be from its centre's. Nothing else is known of where a centre lies; nobody drives through three hours of clocks with a
 * box, so this blames no plan that can be carried out, and misses a wrong airport nearby.
 */
const mostClockHours = 3;

interface End {
  readonly end: 'from' | 'to';
  readonly airport: Airport;
  readonly at: Instant;
  readonly centre: Zone;
}

/** Plans whose first flight leaves, or whose last lands, where the centre cannot be: a leg is missing, or an airport is mistyped. */
export function fliesElsewhere(
  state: FlightBookingState,
  plan: FlightPlan,
  facts: FlightBookingAgendaFacts,
): readonly Cause[] {
  const bookings = bookingsOf(state, plan);
  const [first, last] = [bookings.at(0)?.flight, bookings.at(-1)?.flight];
  if (first === undefined || last === undefined) return [];
  const { collection, transplant } = facts.centreZones;
  const ends: readonly End[] = [
    { end: 'from', airport: first.from, at: first.departsAt.at, centre: collection },
    { end: 'to', airport: last.to, at: last.arrivesAt.at, centre: transplant },
  ];
  return ends.flatMap((end) => {
    const hours = clockHoursApart(end.at, end.airport.zone as Zone, end.centre);
    return hours < mostClockHours ? [] : [elsewhere(plan, end, first.departsAt.at)];
  });
}

function elsewhere({ plan }: FlightPlan, { end, airport, centre }: End, until: Instant): Cause {
  const flown = end === 'from' ? 'starts' : 'ends';
  const what = end === 'from' ? 'collection' : 'transplant';
  const place = `${airport.city} (${airport.iata})`;
  return {
    key: `flies-elsewhere/${plan}-${end}`,
    stage: 'flight-booking',
    severity: 'warning',
    wrong: `Plan ${plan} ${flown} at ${place}, but the ${what} centre keeps the clock of ${centre}.`,
    follows: 'A leg may be missing, or an airport mistyped.',
    until,
    offers: [proposePlan(plan)],
  };
}
