import { positioningFor, reachOf, type Flight, type Positioning } from '@cellrelay/itinerary';
import { earliest, latest, localDateAt, type Instant, type LocalDate } from '@cellrelay/kernel';
import { expectedAtCentre } from './course.js';
import type { HoldFacts, RelayNeeds } from './courier-handoff/courier-handoff.js';
import type { CourierJourney } from './courier/courier.js';
import { confirmedPlan, currentBookings, destinationOf, flightNow, livePlans, orderOf } from './overview.js';
import type { Shipment } from './shipment.js';

/** The journey that the courier's papers must cover, by the plans that may still be flown. */
export function courierJourney(shipment: Shipment): CourierJourney {
  const landings = flightsAhead(shipment);
  return {
    countriesEntered: [...new Set(landings.map((flight) => flight.to.country))].sort(),
    lastDay: lastDayOf(
      shipment,
      landings.map((flight) => flight.arrivesAt.at),
    ),
    frozen: orderOf(shipment).details.unit !== null,
    firstDay: firstDayOf(shipment),
    handedOver: shipment.stages['courier-handoff'].handedOverAt !== null,
  };
}

/** What the second courier's papers have to cover: the flights from the planned relay on. Null without one, or where no plan lands there. */
export function relayNeeds(shipment: Shipment): RelayNeeds | null {
  const at = shipment.stages['courier-handoff'].relayPlan?.airport;
  const ways = livePlans(shipment).map((plan) => currentBookings(shipment, plan).map(({ flight }) => flight));
  const relayed = ways.flatMap((flights) => {
    const landing = flights.findIndex(({ to }) => to.iata === at);
    const there = flights[landing];
    return there === undefined ? [] : [{ flights, onward: flights.slice(landing + 1), landsAt: there.arrivesAt.at }];
  });
  const takesOverAt = earliest(relayed.map(({ landsAt }) => landsAt));
  if (takesOverAt === undefined) return null;
  const entered = relayed.flatMap(({ onward }) => onward.map(({ to }) => to.country));
  const arrivals = relayed.flatMap(({ flights }) => flights.map(({ arrivesAt }) => arrivesAt.at));
  return { countriesEntered: [...new Set(entered)].sort(), lastDay: lastDayOf(shipment, arrivals), takesOverAt };
}

function firstDayOf(shipment: Shipment): LocalDate | null {
  const positioning = courierPositioning(shipment);
  const { zone } = orderOf(shipment).details.parties.collectionCentre;
  return positioning === null ? null : localDateAt(positioning.inTownBy, zone);
}

function flightsAhead(shipment: Shipment): readonly Flight[] {
  return livePlans(shipment).flatMap((plan) => currentBookings(shipment, plan).map((booking) => booking.flight));
}

function lastDayOf(shipment: Shipment, arrivals: readonly Instant[]): LocalDate | null {
  const last = latest(arrivals);
  return last === undefined ? null : localDateAt(last, destinationOf(shipment).zone);
}

/**
 * The trip to the collection centre, for the next collection; null while none is planned. Couriers are sent from where the cells go unless it is known
 * otherwise, and without a plan nothing is known of the way.
 */
export function courierPositioning(shipment: Shipment): Positioning | null {
  const { days } = shipment.stages.collection;
  const [first] = days;
  if (first === undefined) return null;
  const { details, policy } = orderOf(shipment);
  const secondDayPossible = days.some(
    ({ day, status }) => day === 2 && status !== 'stood-down' && status !== 'broken-off',
  );
  const { zone } = details.parties.collectionCentre;
  const collection = { startsAt: first.plannedStartAt, date: first.date, zone, secondDayPossible };
  return positioningFor(reachOf(wayOf(shipment)), collection, {
    days: policy.positioningDays.value,
    byClock: policy.positioningByClock.value,
    extraNightsForDayTwo: policy.extraNightsForDayTwo.value,
  });
}

function wayOf(shipment: Shipment): Parameters<typeof reachOf>[0] {
  const [plan] = livePlans(shipment);
  const flights = plan === undefined ? [] : currentBookings(shipment, plan).map((booking) => booking.flight);
  return {
    collection: flights[0]?.from.country ?? null,
    from: shipment.stages.courier.courier?.basedIn ?? flights.at(-1)?.to.country ?? null,
    regions: orderOf(shipment).policy.positioningRegions.value,
  };
}

/** By when a box must hold, as flown and estimated so far. */
export function boxHoldFacts(shipment: Shipment): HoldFacts {
  const plan = confirmedPlan(shipment);
  if (plan === undefined) return { arrivalAtCentreAt: null, relayLandsAt: null };
  const at = shipment.stages['courier-handoff'].relayPlan?.airport;
  const landing = currentBookings(shipment, plan).find((booking) => booking.flight.to.iata === at);
  return {
    arrivalAtCentreAt: expectedAtCentre(shipment, plan),
    relayLandsAt: landing === undefined ? null : flightNow(landing).arrivesAt.at,
  };
}
