import {
  currentBookings,
  expectedAtCentre,
  flightNow,
  livePlans,
  type Booking,
  type CustomsRequest,
  type Exemption,
  type FlightPlan,
  type Shipment,
} from '@cellrelay/shipment';
import type { Place } from './places.js';
import { endsOf } from './places.js';
import { happened, planned } from './timeline-entry.js';
import type { TimelineEntryView } from './views.js';

/** The flights of every plan that may still be flown, as flown where they were; and the plans' own decisions. */
export function travelOn(shipment: Shipment): readonly TimelineEntryView[] {
  const decided = shipment.stages['flight-booking'].plans.flatMap((plan) => decisionsOn(shipment, plan));
  return [...decided, ...livePlans(shipment).flatMap((plan) => flightsOn(shipment, plan)), ...passedOn(shipment)];
}

function decisionsOn(shipment: Shipment, { plan, confirmedAt, stoodDownAt }: FlightPlan): readonly TimelineEntryView[] {
  const { from } = endsOf(shipment);
  return [
    ...happened({ at: confirmedAt, shownIn: from, what: `Plan ${plan} confirmed`, plan }),
    ...happened({ at: stoodDownAt, shownIn: from, what: `Plan ${plan} stood down`, plan }),
  ];
}

function flightsOn(shipment: Shipment, plan: FlightPlan): readonly TimelineEntryView[] {
  const bookings = currentBookings(shipment, plan);
  const arrived = shipment.stages['courier-handoff'].deliveredAt !== null;
  const atCentre = arrived ? null : expectedAtCentre(shipment, plan);
  const what = 'At the transplant centre by the plan';
  return [
    ...bookings.flatMap(legOn),
    ...planned({ at: atCentre, shownIn: endsOf(shipment).to, what, plan: plan.plan }),
  ];
}

function legOn(booking: Booking): readonly TimelineEntryView[] {
  const { designator, from, to, departsAt, arrivesAt } = flightNow(booking);
  const { plan } = booking;
  const away = { shownIn: placeOf(from), what: `${designator} leaves ${from.iata}`, plan, at: departsAt.at };
  const landed = { shownIn: placeOf(to), what: `${designator} lands at ${to.iata}`, plan, at: arrivesAt.at };
  return [
    ...(booking.departedAt === null ? planned(away) : happened({ ...away, what: `${designator} left ${from.iata}` })),
    ...(booking.arrivedAt === null
      ? planned(landed)
      : happened({ ...landed, what: `${designator} landed at ${to.iata}` })),
  ];
}

function placeOf({ city, zone }: { readonly city: string; readonly zone: string }): Place {
  return { city, zone };
}

/** What authorities were asked and when, what was released first, and where the box was X-rayed on demand. */
function passedOn(shipment: Shipment): readonly TimelineEntryView[] {
  return [
    ...shipment.stages['customs-clearance'].requests.flatMap((request) => borderOn(shipment, request)),
    ...shipment.stages['xray-exemption'].exemptions.flatMap((exemption) => demandOn(shipment, exemption)),
  ];
}

function borderOn(shipment: Shipment, request: CustomsRequest): readonly TimelineEntryView[] {
  const { from, to } = endsOf(shipment);
  const { country, direction, submittedAt, released } = request;
  const shownIn = direction === 'export' ? from : to;
  return [
    ...happened({ at: submittedAt, shownIn, what: `${country} ${direction} asked for` }),
    ...happened({ at: released?.releasedAt.at, shownIn, what: `${country} ${direction} released first` }),
  ];
}

function demandOn(shipment: Shipment, { airport, plan, leg, demand }: Exemption): readonly TimelineEntryView[] {
  const { from, to } = endsOf(shipment);
  return happened({ at: demand?.at, shownIn: leg === 0 ? from : to, what: `X-ray demanded at ${airport}`, plan });
}
