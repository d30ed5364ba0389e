import type { Airport, Flight, Leg } from '@cellrelay/itinerary';
import { mustBe, plusMinutes, type Instant, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import { decideFlightBooking } from './flight-booking.decide.js';
import { evolveFlightBooking, initialFlightBooking } from './flight-booking.evolve.js';
import type {
  Booking,
  BookingStatus,
  FlightBookingCommand,
  FlightBookingFacts,
  FlightBookingState,
  PlanNumber,
} from './flight-booking.js';

/** Beijing to Houston over Chicago, invented flights on two possible days: what the specs of this stage are told with. */

const day = 24 * 60;
export const at = (time: string): ZonedInstant => ({ at: `2026-11-${time}:00.000Z` as Instant, zone: 'UTC' as Zone });
export const now = at('26T12:00').at;

const airport = (iata: string, country: string): Airport => ({ iata, zone: 'UTC', city: iata, country });
const [pek, ord, iah] = [airport('PEK', 'CN'), airport('ORD', 'US'), airport('IAH', 'US')];

export const flight = (
  designator: string,
  [from, to]: readonly [Airport, Airport],
  departs: string,
  arrives: string,
): Flight => ({
  designator,
  from,
  to,
  departsAt: at(departs),
  arrivesAt: at(arrives),
});
const ocean = [pek, ord] as const;
const inland = [ord, iah] as const;

export const first = flight('UA850', ocean, '23T10:30', '23T23:30');
export const firstFallback = flight('CA981', ocean, '23T12:00', '24T01:00');
export const second = flight('UA1802', inland, '24T02:30', '24T05:00');
export const secondFallback = flight('UA2210', inland, '24T05:00', '24T07:30');
export const another = flight('HU497', ocean, '23T11:00', '24T00:00');

export const legs: readonly Leg[] = [
  { flight: first, fallback: firstFallback },
  { flight: second, fallback: secondFallback },
];

const onDay = (each: Flight, plan: PlanNumber): Flight => ({
  ...each,
  departsAt: { ...each.departsAt, at: plusMinutes(each.departsAt.at, (plan - 1) * day) },
  arrivesAt: { ...each.arrivesAt, at: plusMinutes(each.arrivesAt.at, (plan - 1) * day) },
});

/** The same legs on the plan's day. */
export const legsOn = (plan: PlanNumber): readonly Leg[] =>
  legs.map((leg) => ({ flight: onDay(leg.flight, plan), fallback: leg.fallback && onDay(leg.fallback, plan) }));

export const facts: FlightBookingFacts = {
  now,
  statedBy: { person: 'A', organisation: 'B', how: 'desk' },
  minimumConnectionMinutes: 120,
  receiptToInfusionMinutes: 240,
  collectionEndsAt: { 1: at('23T04:00').at, 2: at('24T04:00').at },
  limitMinutes: 72 * 60,
  chargedAt: null,
  cargoOnPlan: null,
  plansWanted: [1, 2],
  consentMissing: false,
};

type Data<N extends FlightBookingCommand['name']> = Extract<FlightBookingCommand, { name: N }>['data'];

export const propose = (plan: PlanNumber = 1, change: Partial<Data<'ProposePlan'>> = {}): FlightBookingCommand => ({
  name: 'ProposePlan',
  data: { plan, legs: legsOn(plan), groundMinutesAfter: 90, lateReason: null, ...change },
});
export const confirm = (plan: PlanNumber = 1): FlightBookingCommand => ({ name: 'ConfirmPlan', data: { plan } });
export const standDown = (plan: PlanNumber = 1): FlightBookingCommand => ({ name: 'StandDownPlan', data: { plan } });
export const rebook = (
  leg: number,
  to: Flight | null = null,
  plan: PlanNumber = 1,
  reason = 'cancelled',
): FlightBookingCommand => ({
  name: 'RebookLeg',
  data: { plan, leg, flight: to, reason },
});
export const held = (booking = '1.0/1', change: Partial<Data<'RecordSeatsHeld'>> = {}): FlightBookingCommand => ({
  name: 'RecordSeatsHeld',
  data: {
    booking,
    heldAt: at('10T09:00'),
    holdLapsesAt: at('20T09:00'),
    giveUpBy: at('22T09:00'),
    record: 'REC001',
    ...change,
  },
});
export const refused = (booking = '1.0/1', reason = 'full'): FlightBookingCommand => ({
  name: 'RecordSeatsRefused',
  data: { booking, refusedAt: at('10T09:00'), reason },
});
export const ticketed = (booking = '1.0/1', record = 'REC001'): FlightBookingCommand => ({
  name: 'RecordSeatsTicketed',
  data: { booking, ticketedAt: at('11T09:00'), record },
});
export const givenUp = (booking = '1.0/1'): FlightBookingCommand => ({
  name: 'RecordSeatsGivenUp',
  data: { booking, givenUpAt: at('12T09:00') },
});
export const lapsed = (booking = '1.0/1'): FlightBookingCommand => ({
  name: 'RecordHoldLapsed',
  data: { booking, lapsedAt: at('20T09:00') },
});
export const cancelled = (booking = '1.0/1', reason = 'aircraft'): FlightBookingCommand => ({
  name: 'RecordFlightCancelled',
  data: { booking, cancelledAt: at('22T09:00'), reason },
});
export const estimated = (booking: string, departs: string, arrives: string): FlightBookingCommand => ({
  name: 'RecordFlightEstimate',
  data: { booking, statedAt: at('22T10:00'), departsAt: at(departs), arrivesAt: at(arrives) },
});
export const notLoaded = (booking = '1.0/1', reason = 'no room'): FlightBookingCommand => ({
  name: 'RecordNotLoaded',
  data: { booking, notLoadedAt: at('23T10:30'), reason },
});
export const departed = (booking = '1.0/1', time = '23T10:40'): FlightBookingCommand => ({
  name: 'RecordDeparture',
  data: { booking, departedAt: at(time) },
});
export const arrived = (booking = '1.0/1', time = '23T23:20'): FlightBookingCommand => ({
  name: 'RecordArrival',
  data: { booking, arrivedAt: at(time) },
});

/** The state after some commands, none of which may be refused. `recordedAt` is the log's time for all of them. */
export function after(
  state: FlightBookingState,
  commands: readonly FlightBookingCommand[],
  recordedAt = now,
): FlightBookingState {
  return commands.reduce(
    (folded, command) =>
      mustBe(decideFlightBooking(command, folded, facts)).reduce(
        (each, event) => evolveFlightBooking(each, event, recordedAt),
        folded,
      ),
    state,
  );
}

export const given = (...history: FlightBookingCommand[]): FlightBookingState => after(initialFlightBooking, history);

export function booking(state: FlightBookingState, id = '1.0/1'): Booking {
  const found = state.bookings.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no booking ${id}`);
  return found;
}

/** The booking 1.0/1 in each of its states. */
export const bookingStates: Readonly<Record<BookingStatus, FlightBookingState>> = {
  wanted: given(propose()),
  held: given(propose(), held()),
  ticketed: given(propose(), held(), ticketed()),
  refused: given(propose(), refused()),
  lapsed: given(propose(), held(), lapsed()),
  flown: given(propose(), confirm(), held(), ticketed(), departed(), arrived()),
  cancelled: given(propose(), held(), cancelled()),
  'not-loaded': [notLoaded()].reduce(
    (state, command) =>
      mustBe(decideFlightBooking(command, state, { ...facts, cargoOnPlan: 1 })).reduce(
        (folded, event) => evolveFlightBooking(folded, event, now),
        state,
      ),
    given(propose(), confirm(), held(), ticketed()),
  ),
  'to-give-up': given(propose(), held(), standDown()),
  'given-up': given(propose(), held(), standDown(), givenUp()),
};
