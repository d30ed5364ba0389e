import type { Flight } from '@cellrelay/itinerary';
import type { Instant, Zone } from '@cellrelay/kernel';
import {
  bookingTable,
  confirmedPlan,
  currentBookings,
  flightNow,
  isBanked,
  isSameFlight,
  livePlans,
  orderOf,
  planOf,
  planTable,
  plansWanted,
  type Booking,
  type FlightPlan,
  type PlanNumber,
  type Shipment,
} from '@cellrelay/shipment';
import { form, localIn, type Form, type Subject } from './action-subject.js';

/** The plan of each collection day that may still come, proposed or not. */
export function planSubjects(shipment: Shipment): readonly Subject[] {
  const days = shipment.stages.collection.days.filter(({ status }) => status !== 'stood-down').map(({ day }) => day);
  return (isBanked(shipment) ? ([1] as const) : days).map((day) => planSubject(shipment, day));
}

function planSubject(shipment: Shipment, day: PlanNumber): Subject {
  const { details, policy } = orderOf(shipment);
  const plan = planOf(shipment, day);
  const ground = plan?.groundMinutesAfter ?? policy.groundMinutesToCentre.value;
  return {
    table: planTable,
    state: plan?.status ?? 'none',
    about: `plan ${day}`,
    commands: ['ProposePlan', 'RebookLeg'],
    prefill: { plan: day },
    zone: details.parties.collectionCentre.zone,
    forms: {
      ProposePlan: plansWanted(shipment).includes(day)
        ? [form({ groundMinutesAfter: ground, ...legsNow(shipment, plan) })]
        : `Plan ${day} is not needed any more.`,
      RebookLeg: plan === undefined ? [] : rebookings(shipment, plan),
    },
  };
}

/** The legs as they are flown now: what was rebooked is proposed again as it stands. */
function legsNow(shipment: Shipment, plan: FlightPlan | undefined): Readonly<Record<string, unknown>> {
  if (plan === undefined) return {};
  const booked = currentBookings(shipment, plan);
  const legs = plan.legs.map(({ flight: planned, fallback }, index) => {
    const flight = booked[index]?.flight ?? planned;
    const spare = fallback === null || isSameFlight(fallback, flight) ? null : wireOf(fallback);
    return { flight: wireOf(flight), fallback: spare };
  });
  return { legs };
}

function rebookings(shipment: Shipment, { current, legs, plan }: FlightPlan): readonly Form[] | string {
  const bookings = shipment.stages['flight-booking'].bookings.filter(
    ({ id, departedAt }) => current.includes(id) && departedAt === null,
  );
  const forms = bookings.flatMap(({ leg, flight }): readonly Form[] => {
    const about = `plan ${plan}, ${flight.designator}`;
    const fallback = legs[leg]?.fallback ?? null;
    const another = form({ leg }, { label: 'Name another flight', about, shape: { needs: ['flight'] } });
    if (fallback === null || fallback.designator === flight.designator) return [another];
    const switched = { label: `Switch to ${fallback.designator}`, about, shape: { without: ['flight'] } };
    return [form({ leg, flight: null }, switched), another];
  });
  return forms.length === 0 ? 'Every flight of the plan has left.' : forms;
}

/** A flight as a body states it. */
export function wireOf({ designator, from, to, departsAt, arrivesAt }: Flight): Readonly<Record<string, string>> {
  const [departs, arrives] = [localOf(departsAt.at, from.zone), localOf(arrivesAt.at, to.zone)];
  return {
    designator,
    from: from.iata,
    to: to.iata,
    departsLocal: departs.local,
    arrivesLocal: arrives.local,
    departsOffset: departs.offset,
    arrivesOffset: arrives.offset,
  };
}

/** An airport's zone was checked when its flight was recorded. */
function localOf(at: Instant, zone: string): ReturnType<typeof localIn> {
  return localIn(at, zone as Zone);
}

/** The seats: on flights that a live plan is to be flown on, and on those still to be given up. Late word of others is taken, but not asked for. */
export function bookingSubjects(shipment: Shipment): readonly Subject[] {
  const live = new Set(livePlans(shipment).flatMap((plan) => plan.current));
  const asked = new Set(['wanted', 'held', 'ticketed', ...(withCarrier(shipment) ? ['flown'] : [])]);
  return shipment.stages['flight-booking'].bookings
    .filter(({ id, status }) => status === 'to-give-up' || (live.has(id) && asked.has(status)))
    .map((booking) => bookingSubject(shipment, booking));
}

/** Cargo may prove to have been left behind by a flight that has landed. */
function withCarrier({ stages }: Shipment): boolean {
  return stages.courier.cargo !== null && stages['courier-handoff'].status === 'in-custody';
}

const ofSeats: Subject['commands'] = [
  'RecordSeatsHeld',
  'RecordSeatsRefused',
  'RecordSeatsTicketed',
  'RecordSeatsGivenUp',
  'RecordHoldLapsed',
];
const ofFlights: Subject['commands'] = [
  'RecordFlightCancelled',
  'RecordFlightEstimate',
  'RecordDeparture',
  'RecordArrival',
  'RecordNotLoaded',
];

function bookingSubject(shipment: Shipment, booking: Booking): Subject {
  const { id, plan, flight, status } = booking;
  const { from, to } = flight;
  return {
    table: bookingTable,
    state: status,
    about: `plan ${plan}, ${flight.designator}`,
    commands: status === 'to-give-up' ? ['RecordSeatsGivenUp', 'RecordHoldLapsed'] : [...ofSeats, ...ofFlights],
    prefill: { booking: id },
    zone: from.zone,
    zones: { departsAt: from.zone, departedAt: from.zone, arrivesAt: to.zone, arrivedAt: to.zone },
    forms: flightForms(shipment, booking),
  };
}

function flightForms(shipment: Shipment, booking: Booking): Subject['forms'] {
  const { flight, departedAt, plan } = booking;
  const { departsAt, arrivesAt } = flightNow(booking);
  const estimate = {
    departsAt: localOf(departsAt.at, flight.from.zone),
    arrivesAt: localOf(arrivesAt.at, flight.to.zone),
  };
  const gone = `${flight.designator} has left.`;
  const confirmed = confirmedPlan(shipment)?.plan === plan;
  return {
    ...(withCarrier(shipment) && confirmed ? {} : { RecordNotLoaded: 'No carrier has the unit as cargo.' }),
    RecordFlightEstimate: [form(estimate)],
    ...(departedAt === null ? { RecordArrival: `${flight.designator} has not left.` } : leftForms(gone)),
    ...(confirmed || departedAt !== null ? {} : { RecordDeparture: `Plan ${plan} is not confirmed.` }),
  };
}

/** What is no question once the flight is in the air. */
function leftForms(gone: string): Subject['forms'] {
  return {
    RecordDeparture: gone,
    RecordFlightCancelled: gone,
    RecordSeatsHeld: gone,
    RecordSeatsRefused: gone,
    RecordSeatsTicketed: gone,
    RecordHoldLapsed: gone,
  };
}
