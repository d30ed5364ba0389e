import { latest, plusMinutes, type Instant, type ShipmentId, type ZonedInstant } from '@cellrelay/kernel';
import type { Booking, FlightPlan, Shipment } from '@cellrelay/shipment';
import type { CalendarItem } from './calendar.port.js';
import { localText } from './calendar-text.js';

/** What every entry of a shipment says of it. */
export interface About {
  readonly reference: string;
  readonly line: string;
}

/** With these nobody flies by it any more, whatever the plan says. */
const over: ReadonlySet<Booking['status']> = new Set(['cancelled', 'not-loaded', 'to-give-up', 'given-up']);
const planned: ReadonlySet<FlightPlan['status']> = new Set(['proposed', 'confirmed', 'flown']);

/** One entry for each leg that is to be flown, is flown or was, by the flight that it is on now. */
export function legItems(id: ShipmentId, shipment: Shipment, about: About): readonly CalendarItem[] {
  const { plans, bookings } = shipment.stages['flight-booking'];
  return plans
    .filter(({ status }) => planned.has(status))
    .flatMap((plan) =>
      bookings
        .filter((each) => plan.current.includes(each.id) && !over.has(each.status))
        .map((booking) => legItem(id, plan, { booking, about })),
    );
}

function legItem(id: ShipmentId, plan: FlightPlan, { booking, about }: Leg): CalendarItem {
  const { designator, from, to } = booking.flight;
  const { departs, arrives } = timesOf(booking);
  return {
    uid: `${id}/leg/${booking.id}@cellrelay`,
    shipment: id,
    startsAt: departs.at,
    endsAt: latest([arrives.at, plusMinutes(departs.at, 1)]) ?? arrives.at,
    summary: `${designator} ${from.iata} → ${to.iata}: ${about.reference}`,
    description: [
      `${designator}, ${from.city} → ${to.city}. Leg ${booking.leg + 1} of plan ${plan.plan}, ${plan.status}; seats ${booking.status}.`,
      `${departs.word} ${localText(departs.at, from.zone)}`,
      `${arrives.word} ${localText(arrives.at, to.zone)}`,
      about.line,
    ].join('\n'),
    location: `${from.city} (${from.iata})`,
    tentative: plan.status === 'proposed',
    urgent: false,
    overdue: false,
  };
}

interface Leg {
  readonly booking: Booking;
  readonly about: About;
}

interface Times {
  readonly departs: { readonly at: Instant; readonly word: string };
  readonly arrives: { readonly at: Instant; readonly word: string };
}

/** As flown, else as the airline estimates, else as the timetable has it. */
function timesOf({ flight, departedAt, arrivedAt, estimatedDepartureAt, estimatedArrivalAt }: Booking): Times {
  const best = (flown: ZonedInstant | null, estimated: ZonedInstant | null, table: ZonedInstant): Instant =>
    (flown ?? estimated ?? table).at;
  return {
    departs: {
      at: best(departedAt, estimatedDepartureAt, flight.departsAt),
      word: departedAt === null ? `Departs${estimatedDepartureAt === null ? '' : ' (estimated)'}:` : 'Departed:',
    },
    arrives: {
      at: best(arrivedAt, estimatedArrivalAt, flight.arrivesAt),
      word: arrivedAt === null ? `Arrives${estimatedArrivalAt === null ? '' : ' (estimated)'}:` : 'Arrived:',
    },
  };
}
