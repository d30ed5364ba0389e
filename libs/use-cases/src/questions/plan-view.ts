import type { Flight } from '@cellrelay/itinerary';
import { expectedAtCentre, type Booking, type FlightPlan, type Shipment } from '@cellrelay/shipment';
import type { PlanView } from './views.js';

/** The plans, each leg on the flight that it is to be flown on now. */
export function planViewsOf(shipment: Shipment): PlanView[] {
  return shipment.stages['flight-booking'].plans.flatMap((plan) => planViewOf(shipment, plan));
}

function planViewOf(shipment: Shipment, plan: FlightPlan): PlanView[] {
  if (plan.status === 'none') return [];
  return [
    {
      plan: plan.plan,
      status: plan.status,
      lateReason: plan.lateReason,
      arrivalAtCentreAt: expectedAtCentre(shipment, plan),
      legs: legsOf(shipment, plan),
    },
  ];
}

function legsOf(shipment: Shipment, plan: FlightPlan): PlanView['legs'] {
  const { bookings } = shipment.stages['flight-booking'];
  return plan.current.flatMap((id) => {
    const booking = bookings.find((each) => each.id === id);
    return booking === undefined ? [] : [legOf(booking, plan.legs[booking.leg]?.fallback ?? null)];
  });
}

function legOf(booking: Booking, fallback: Flight | null): PlanView['legs'][number] {
  return {
    leg: booking.leg,
    booking: booking.id,
    bookingStatus: booking.status,
    flight: flightViewOf(booking.flight),
    departedAt: booking.departedAt?.at ?? null,
    arrivedAt: booking.arrivedAt?.at ?? null,
    estimatedDepartureAt: booking.estimatedDepartureAt?.at ?? null,
    estimatedArrivalAt: booking.estimatedArrivalAt?.at ?? null,
    holdLapsesAt: booking.holdLapsesAt,
    giveUpBy: booking.giveUpBy,
    fallback: fallback === null ? null : flightViewOf(fallback),
  };
}

function flightViewOf({ designator, from, to, departsAt, arrivesAt }: Flight): PlanView['legs'][number]['flight'] {
  const airport = ({ iata, city, zone, position }: Flight['from']) => ({
    ...{ iata, city, zone },
    position: position ?? null,
  });
  return { designator, from: airport(from), to: airport(to), departsAt: departsAt.at, arrivesAt: arrivesAt.at };
}
