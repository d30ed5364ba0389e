import type { HolidayLookup } from '@cellrelay/itinerary';
import { latest, localDateAt, plusDays, type Instant, type LocalDate, type Zone } from '@cellrelay/kernel';
import type { PinCalendars } from './customs-clearance/customs-clearance.js';
import { currentBookings, jurisdictionOf, livePlans, orderOf } from './overview.js';
import type { ShipmentEvent, Shipment, ShipmentCommand } from './shipment.js';
import type { Circumstances } from './stage.js';

/** Days before now that may be asked about still, such as a release that is told of late. */
const daysBack = 14;
/** Days after the last landing: papers that are put right in working days after it, over the longest holidays there are. */
const daysAhead = 60;
/** With so many of them pinned a plan that lands a day or two later is within reach: the second collection day's, for one. */
const leastDaysAhead = 45;

const withPlans: ReadonlySet<ShipmentCommand['name']> = new Set([
  'ProposePlan',
  'RebookLeg',
  'CorrectFact',
  'AdoptPolicy',
]);

/** Whether a command may bring a shipment to countries, or name regions, that it did not touch before; no other is decided with holidays at hand. */
export function bringsPlans({ name }: ShipmentCommand): boolean {
  return withPlans.has(name);
}

const plansMoved: ReadonlySet<ShipmentEvent['type']> = new Set(['BordersCovered', 'CheckpointsCovered']);

/**
 * The calendars of the countries that the flights touch, or of their regions where the policy names some, pinned with the borders and checkpoints that they bring: only where somebody looked them up for this
 * decision, and only what is not pinned yet and no calendar of the policy has. A country once pinned is looked up again when a plan reaches beyond what is pinned.
 */
export function calendarsToPin(
  shipment: Shipment,
  events: readonly ShipmentEvent[],
  { now, holidays }: Pick<Circumstances, 'now' | 'holidays'>,
): PinCalendars | undefined {
  const { pinned } = shipment.stages['customs-clearance'];
  if (holidays === undefined || !isToBeLookedAt(events, pinned !== null)) return undefined;
  const needed = daysNeeded(shipment, now);
  if (needed === undefined) return undefined;
  const countries = countriesOf(shipment).filter((each) => !isKnown(each, needed, shipment));
  if (pinned !== null && countries.length === 0) return undefined;
  return { name: 'PinCalendars', data: lookedUp(countries, needed, holidays) };
}

/** A policy that is adopted may name regions. A shipment that was never pinned any calendars is counted as it was until its plans move. */
function isToBeLookedAt(events: readonly ShipmentEvent[], isPinned: boolean): boolean {
  return events.some(({ type }) => plansMoved.has(type) || (isPinned && type === 'PolicyAdopted'));
}

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

function daysNeeded(shipment: Shipment, now: Instant): Days | undefined {
  const last = latest(flightsOf(shipment).map(({ arrivesAt }) => arrivesAt.at));
  if (last === undefined) return undefined;
  const [from, to] = [now, last].map((at) => localDateAt(at, 'UTC' as Zone)) as [LocalDate, LocalDate];
  return { from: plusDays(from, -daysBack), to: plusDays(to, daysAhead) };
}

function flightsOf(shipment: Shipment) {
  return livePlans(shipment).flatMap((plan) => currentBookings(shipment, plan).map(({ flight }) => flight));
}

function countriesOf(shipment: Shipment): readonly string[] {
  const countries = flightsOf(shipment).flatMap(({ from, to }) =>
    [from, to].map((each) => jurisdictionOf(shipment, each)),
  );
  return [...new Set(countries)].sort();
}

function isKnown(country: string, { from, to }: Days, shipment: Shipment): boolean {
  const { pinned } = shipment.stages['customs-clearance'];
  const within = plusDays(to, leastDaysAhead - daysAhead);
  const looked = pinned?.calendars.some((each) => each.country === country && each.to >= within) === true;
  if (looked || pinned?.without.includes(country) === true) return true;
  const { workingDayCalendars } = orderOf(shipment).policy;
  // What the policy has of the whole country comes before what is collected of a region.
  const entered = workingDayCalendars.filter(
    (each) => each.country === country || each.country === country.slice(0, 2),
  );
  return yearsOf(from, to).every((year) => entered.some((each) => each.year === year));
}

function yearsOf(from: LocalDate, to: LocalDate): readonly number[] {
  const [first, last] = [from, to].map((each) => Number(each.slice(0, 4))) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function lookedUp(countries: readonly string[], days: Days, holidays: HolidayLookup): PinCalendars['data'] {
  const found = countries.map((country) => ({ country, calendar: holidays({ country, ...days }) }));
  return {
    calendars: found.flatMap(({ calendar }) => (calendar === null ? [] : [calendar])),
    without: found.filter(({ calendar }) => calendar === null).map(({ country }) => country),
  };
}
