import type { Instant } from '@cellrelay/kernel';
import type { CustomsRequest } from './customs-clearance/customs-clearance.js';
import type { Booking, FlightPlan } from './flight-booking/flight-booking.js';
import { currentBookings } from './overview.js';
import type { Shipment } from './shipment.js';
import type { Step } from './slack/slack.js';
import type { Exemption } from './xray-exemption/xray-exemption.js';

/** A milestone of a leg: at its departure, or at its landing. */
export interface AtLeg extends Omit<Step, 'notBefore' | 'minutes'> {
  readonly leg: number;
  readonly end: 'departs' | 'lands';
}

/** Each leg's departure and landing, with the checkpoints and borders that the box passes there. */
export function milestonesOfLegs(shipment: Shipment, plan: FlightPlan): readonly AtLeg[] {
  return currentBookings(shipment, plan).flatMap((booking, leg) => {
    const { flight, departedAt, arrivedAt } = booking;
    const { designator, from, to } = flight;
    const at = `${plan.plan}.${leg}`;
    const passed = [...checkpointsAt(shipment, plan, leg), ...bordersAt(shipment, plan, { booking, leg })];
    const away = { key: `departed/${at}`, kind: 'departed', what: `${designator} leaves ${from.iata}` } as const;
    const landed = { key: `landed/${at}`, kind: 'landed', what: `${designator} lands at ${to.iata}` } as const;
    return [
      ...passed.filter(({ end }) => end === 'departs'),
      { ...away, leg, end: 'departs', shownIn: placeOf(from), happenedAt: departedAt?.at ?? null },
      { ...landed, leg, end: 'lands', shownIn: placeOf(to), happenedAt: arrivedAt?.at ?? null },
      ...passed.filter(({ end }) => end === 'lands'),
    ];
  });
}

function placeOf({ city, zone }: Step['shownIn']): Step['shownIn'] {
  return { city, zone };
}

function momentOf(shipment: Shipment, occasion: string): Instant | null {
  return shipment.moments[occasion]?.at.at ?? null;
}

function checkpointsAt(shipment: Shipment, { plan, current }: FlightPlan, leg: number): readonly AtLeg[] {
  const flight = shipment.stages['flight-booking'].bookings.find(({ id }) => id === current[leg])?.flight;
  return shipment.stages['xray-exemption'].exemptions
    .filter((each) => each.plan === plan && each.leg === leg && each.toWithdrawSince === null)
    .flatMap((each) => (flight === undefined ? [] : [checkpoint(shipment, each, { flight, leg })]));
}

function checkpoint(
  shipment: Shipment,
  { id, airport, kind }: Exemption,
  { flight, leg }: Pick<Booking, 'flight'> & { readonly leg: number },
): AtLeg {
  const end = kind === 'arrival' ? 'lands' : 'departs';
  const shownIn = placeOf(end === 'lands' ? flight.to : flight.from);
  const happenedAt = momentOf(shipment, `checked/${id}`);
  return { key: `checkpoint/${id}`, kind: 'checkpoint', what: `Security at ${airport}`, shownIn, happenedAt, leg, end };
}

const waysOver = { export: 'out of', import: 'into', transit: 'through' } as const;

/** A country is left where the flight departs, and entered or passed through where it lands. */
function bordersAt(
  shipment: Shipment,
  { plan }: FlightPlan,
  { booking, leg }: { readonly booking: Booking; readonly leg: number },
): readonly AtLeg[] {
  const { from, to } = booking.flight;
  const isThere = ({ direction, airport, country }: CustomsRequest): boolean =>
    direction === 'export'
      ? airport === from.iata && from.country === country
      : airport === to.iata && to.country === country;
  return shipment.stages['customs-clearance'].requests
    .filter((each) => each.toWithdrawSince === null && each.covers.some((covered) => covered.plan === plan))
    .filter(isThere)
    .map(({ id, country, direction, airport }) => ({
      ...{ key: `border/${id}`, kind: 'border', what: `Customs ${waysOver[direction]} ${country} at ${airport}` },
      ...{ leg, end: direction === 'export' ? 'departs' : 'lands' },
      shownIn: placeOf(direction === 'export' ? from : to),
      happenedAt: momentOf(shipment, `crossed/${id}`),
    }));
}
