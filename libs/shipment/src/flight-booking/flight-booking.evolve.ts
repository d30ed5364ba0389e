import type { Leg } from '@cellrelay/itinerary';
import type { Instant } from '@cellrelay/kernel';
import { bookingAfter, released, triedOn, wantedBooking, type BookingEvent } from './flight-booking.bookings.js';
import type {
  Booking,
  FlightBookingEvent,
  FlightBookingState,
  FlightPlan,
  LegRebooked,
  PlanNumber,
  PlanProposed,
  UnitNotLoaded,
} from './flight-booking.js';
import { bookingsOf, bookingWithId, isAlive, isCurrent, isSameFlight, planNumbered } from './flight-booking.lookup.js';

export const initialFlightBooking: FlightBookingState = { plans: [], bookings: [] };

/** The flights stage after one more event. */
export function evolveFlightBooking(
  state: FlightBookingState,
  event: FlightBookingEvent,
  recordedAt: Instant,
): FlightBookingState {
  switch (event.type) {
    case 'PlanProposed':
      return proposed(state, event, recordedAt);
    case 'LegRebooked':
      return rebooked(state, event.data, recordedAt);
    case 'UnitNotLoaded':
      return leftBehind(state, event, recordedAt);
    case 'PlanConfirmed':
      return planChanged(state, event.data.plan, { status: 'confirmed', confirmedAt: recordedAt });
    case 'PlanStoodDown':
      return stoodDown(state, event.data.plan, recordedAt);
    default:
      return bookingChanged(state, event, recordedAt);
  }
}

function planChanged(state: FlightBookingState, plan: PlanNumber, change: Partial<FlightPlan>): FlightBookingState {
  return { ...state, plans: state.plans.map((each) => (each.plan === plan ? { ...each, ...change } : each)) };
}

/** Flights that the plan keeps keep their seats; the others' seats are let go. */
function proposed(state: FlightBookingState, event: PlanProposed, at: Instant): FlightBookingState {
  const { plan, legs, groundMinutesAfter, lateReason } = event.data;
  const chosen = legs.map(
    (leg, index) => keptFor(state, plan, leg) ?? nextBooking(state, { plan, leg: index }, leg, at),
  );
  const kept = new Set(chosen.map((booking) => booking.id));
  const before = state.bookings.map((each) => (each.plan !== plan || kept.has(each.id) ? each : released(each, at)));
  const fresh = chosen.filter((booking) => !state.bookings.includes(booking));
  const confirmed = planNumbered(state, plan)?.confirmedAt ?? null;
  const stays = planNumbered(state, plan)?.status === 'confirmed';
  const proposal: FlightPlan = {
    plan,
    status: stays ? 'confirmed' : 'proposed',
    proposedAt: event.occurredAt.at,
    legs,
    groundMinutesAfter,
    current: chosen.map((booking) => booking.id),
    stoodDownAt: null,
    confirmedAt: stays ? confirmed : null,
    lateReason,
  };
  return {
    plans: [...state.plans.filter((each) => each.plan !== plan), proposal].sort(byNumber),
    bookings: [...before.map(onLeg(proposal)), ...fresh],
  };
}

function byNumber(a: FlightPlan, b: FlightPlan): number {
  return a.plan - b.plan;
}

/** A kept flight may have become another leg of its plan. */
function onLeg({ current, plan }: FlightPlan): (booking: Booking) => Booking {
  return (booking) => {
    const leg = booking.plan === plan ? current.indexOf(booking.id) : -1;
    return leg === -1 || leg === booking.leg ? booking : { ...booking, leg };
  };
}

function keptFor(state: FlightBookingState, plan: PlanNumber, { flight }: Leg): Booking | undefined {
  return state.bookings.find(
    (each) => each.plan === plan && isCurrent(state, each) && isAlive(each) && isSameFlight(each.flight, flight),
  );
}

function nextBooking(
  state: FlightBookingState,
  { plan, leg }: { readonly plan: PlanNumber; readonly leg: number },
  { flight }: Pick<Leg, 'flight'>,
  at: Instant,
): Booking {
  return wantedBooking({ plan, leg, n: triedOn(state.bookings, plan, leg) + 1 }, flight, at);
}

function rebooked(
  state: FlightBookingState,
  { plan, leg, flight }: LegRebooked['data'],
  at: Instant,
): FlightBookingState {
  const owner = planNumbered(state, plan);
  const next = nextBooking(state, { plan, leg }, { flight }, at);
  const current = (owner?.current ?? []).map((id, index) => (index === leg ? next.id : id));
  const before = state.bookings.map((each) => (each.id === owner?.current[leg] ? released(each, at) : each));
  return planChanged({ ...state, bookings: [...before, next] }, plan, { current });
}

function stoodDown(state: FlightBookingState, plan: PlanNumber, at: Instant): FlightBookingState {
  const bookings = state.bookings.map((each) => (each.plan === plan ? released(each, at) : each));
  return planChanged({ ...state, bookings }, plan, { status: 'stood-down', stoodDownAt: at });
}

function bookingChanged(state: FlightBookingState, event: BookingEvent, at: Instant): FlightBookingState {
  const { booking: id } = event.data;
  const bookings = state.bookings.map((each) => (each.id === id ? bookingAfter(each, event, { state, at }) : each));
  const after = { ...state, bookings };
  return event.type === 'FlightArrived' ? flownIfLast(after, id) : after;
}

/** Flights after it that have gone too went without the unit; those to come are still to be caught. */
function leftBehind(state: FlightBookingState, event: UnitNotLoaded, at: Instant): FlightBookingState {
  const booking = bookingWithId(state, event.data.booking);
  const plan = booking === undefined ? undefined : planNumbered(state, booking.plan);
  if (plan === undefined) return state;
  const from = plan.current.indexOf(event.data.booking);
  const missed = bookingsOf(state, plan).filter(
    ({ id, departedAt }, leg) => id === event.data.booking || (leg > from && departedAt !== null),
  );
  const bookings = state.bookings.map((each) =>
    missed.includes(each) ? bookingAfter(each, event, { state, at }) : each,
  );
  return planChanged({ ...state, bookings }, plan.plan, { status: 'confirmed' });
}

/** A confirmed plan is flown once its last leg has landed, whether or not every landing before it was reported. */
function flownIfLast(state: FlightBookingState, id: string): FlightBookingState {
  const plan = state.plans.find((each) => each.status === 'confirmed' && each.current.at(-1) === id);
  return plan === undefined ? state : planChanged(state, plan.plan, { status: 'flown' });
}
