import type { CourierHandoffAgendaFacts } from './courier-handoff/courier-handoff.js';
import type { CourierAgendaFacts } from './courier/courier.js';
import { firstCollectionStart, openedAtOf, postponedAt } from './agenda-facts.js';
import { boxHoldFacts, courierJourney, courierPositioning, relayNeeds } from './courier-journey.js';
import {
  clockedBags,
  collectionComplete,
  confirmedPlan,
  currentBookings,
  flightNow,
  isBanked,
  orderOf,
} from './overview.js';
import type { Policy } from './policy.js';
import { chargeDueAt, readyToPackSince } from './unit-facts.js';
import type { Shipment } from './shipment.js';

/** What the agendas of the courier and the hand-over may know of the others. */

function shippingPostponed(shipment: Shipment): CourierAgendaFacts['shippingPostponed'] {
  const at = isBanked(shipment) ? postponedAt(shipment) : null;
  return at === null ? null : { at, times: shipment.stages.collection.postponements.length };
}

export function courierAgendaFacts(shipment: Shipment): CourierAgendaFacts {
  const { policy } = orderOf(shipment);
  return {
    openedAt: openedAtOf(shipment),
    collectionStartsAt: firstCollectionStart(shipment),
    courierDueDaysBefore: policy.courierDueDaysBefore.value,
    courierRestHours: policy.courierRestHours.value,
    visaExpediteDays: policy.visaExpediteDays.value,
    positioning: courierPositioning(shipment),
    reportGraceMinutes: policy.reportGraceMinutes.value,
    shippingPostponed: shippingPostponed(shipment),
    ...courierJourney(shipment),
  };
}

export function courierHandoffAgendaFacts(shipment: Shipment): CourierHandoffAgendaFacts {
  const { policy } = orderOf(shipment);
  const plan = confirmedPlan(shipment);
  const bookings = plan === undefined ? [] : currentBookings(shipment, plan);
  const first = bookings[0];
  return {
    chargeDueAt: chargeDueAt(shipment),
    asCargo: shipment.stages.courier.cargo !== null,
    flights: bookings
      .filter(({ status }) => ['wanted', 'held', 'ticketed', 'flown'].includes(status))
      .map((booking) => ({
        booking: booking.id,
        designator: booking.flight.designator,
        departsAt: flightNow(booking).departsAt.at,
      })),
    firstDepartureAt: first === undefined ? null : flightNow(first).departsAt.at,
    bags: clockedBags(shipment).map((bag) => bag.id),
    allCollectedAt: collectionComplete(shipment) ? readyToPackSince(shipment) : null,
    ...boxHoldFacts(shipment),
    relayNeeds: relayNeeds(shipment),
    openedAt: openedAtOf(shipment),
    visaExpediteDays: policy.visaExpediteDays.value,
    divertedTo: shipment.stages.order.diversions.at(-1)?.to.name ?? null,
    toAirportMinutes: toAirportMinutes(policy),
    handoverBeforeDepartureMinutes: policy.handoverBeforeDepartureMinutes.value,
    reportGraceMinutes: policy.reportGraceMinutes.value,
  };
}

function toAirportMinutes({ groundMinutesToAirport, airportBeforeDepartureMinutes }: Policy): number | null {
  const { value } = groundMinutesToAirport;
  return value === null ? null : value + airportBeforeDepartureMinutes.value;
}
