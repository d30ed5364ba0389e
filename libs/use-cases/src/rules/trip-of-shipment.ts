import { borderCrossings, transitStops, type BorderCrossing, type Flight } from '@cellrelay/itinerary';
import { localDateAt, type LocalDate } from '@cellrelay/kernel';
import type { Passage, Trip } from '@cellrelay/paperwork';
import {
  clockedBags,
  currentBookings,
  flightNow,
  isBanked,
  livePlans,
  orderOf,
  type FlightPlan,
  type Shipment,
} from '@cellrelay/shipment';

/** A passage, with the plans on which it lies. */
export interface PlannedPassage extends Passage {
  readonly plans: readonly number[];
}

/** A shipment's trip, as far as it is on record. What of the donor's markers is said comes from outside: no shipment knows them. */
export function tripOf(
  shipment: Shipment,
  markers: Trip['markers'],
): Trip & { readonly passages: readonly PlannedPassage[] } {
  const { details } = orderOf(shipment);
  const volumes = [...clockedBags(shipment).map(({ volumeMl }) => volumeMl), details.unit?.volumeMl ?? 0];
  const contentsMl = Math.max(...volumes);
  return {
    ...{ product: details.product, frozen: isBanked(shipment), markers, example: details.example },
    // Fresh cells travel as they were collected: no step lies between. What a bank did to its units nobody here has said.
    manipulated: isBanked(shipment) ? null : false,
    carriage: carriageOf(shipment),
    ...{ containerMl: null, contentsMl: contentsMl === 0 ? null : contentsMl },
    passages: passagesOf(shipment),
  };
}

/** Null while it is not decided. */
function carriageOf({ stages: { courier } }: Shipment): Trip['carriage'] {
  if (courier.cargo !== null) return 'cargo';
  return courier.courier === null ? null : 'cabin';
}

function passagesOf(shipment: Shipment): readonly PlannedPassage[] {
  const found = new Map<string, PlannedPassage>();
  for (const passage of livePlans(shipment).flatMap((plan) => passagesOn(shipment, plan))) {
    const { country, direction, airport, at, zone, plans } = passage;
    const key = [country, direction, airport, dayOf({ at, zone })].join(' ');
    const same = found.get(key);
    found.set(key, same === undefined ? passage : { ...same, plans: [...same.plans, ...plans] });
  }
  return [...found.values()];
}

function dayOf({ at, zone }: Pick<Passage, 'at' | 'zone'>): LocalDate {
  return localDateAt(at, zone);
}

function passagesOn(shipment: Shipment, plan: FlightPlan): readonly PlannedPassage[] {
  const flights = currentBookings(shipment, plan).map(flightNow);
  const legs = flights.map((flight) => ({ flight, fallback: null }));
  const plans = [plan.plan];
  const crossings = [...borderCrossings(legs), ...transitStops(legs)];
  const [first] = flights;
  if (first !== undefined && crossings.length === 0) return [{ ...within(first), plans }];
  return crossings
    .map((crossing) => ({ ...crossing, ...crossed(crossing, flights), plans }))
    .sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** A trip that leaves no country passes the security of its first airport. */
function within({ from, departsAt }: Flight): Passage {
  const { country, iata: airport } = from;
  return { country, direction: 'domestic', airport, ...departsAt, otherEnd: country };
}

/** Leaving by the departure there, else by the landing; of two flights by the one that crosses. */
function crossed(
  { direction, airport }: BorderCrossing,
  flights: readonly Flight[],
): Pick<Passage, 'at' | 'zone' | 'otherEnd'> {
  const abroad = flights.filter(({ from, to }) => from.country !== to.country);
  const leaving = direction === 'export';
  const flight = abroad.find(({ from, to }) => (leaving ? from : to).iata === airport);
  const ends = leaving ? abroad.at(-1)?.to : abroad[0]?.from;
  if (flight === undefined || ends === undefined) throw new Error('a border is crossed by a flight of its plan');
  const { at, zone } = leaving ? flight.departsAt : flight.arrivesAt;
  return { at, zone, otherEnd: ends.country };
}
