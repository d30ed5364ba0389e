import { millisOf, instantFromMillis, plusMinutes, type Instant, type ShipmentId } from '@cellrelay/kernel';
import type { ShipmentCommand } from '@cellrelay/shipment';
import type { HistoryStep } from '@cellrelay/use-cases';
import type { ExampleRoute } from '../../../apps/ops/src/examples/route.js';
import { ExampleTrip } from '../../../apps/ops/src/examples/trip.js';
import { airports } from '../../../apps/ops/src/stack/open-stack.js';
import type { FreeRoutes } from './example-routes.js';

/** A trip as far as it has come. */
export interface TripSoFar {
  readonly id: ShipmentId;
  readonly reference: string;
  /** As the board names it: from city to city. */
  readonly title: string;
  readonly steps: readonly HistoryStep[];
}

/** How far a trip has come, and when its collection began or begins. */
export interface HowFar {
  readonly collectionStartsAt: Instant;
  /** The last of the trip's commands that has been recorded. */
  readonly upTo: ShipmentCommand['name'];
}

/** Minutes from the start of the collection to the first departure: people fly out after a day of collecting. */
export const departsAfter = 11 * 60;

/** An example's trip cut off after one of its commands: whatever it owes then is still open. */
export function tripUpTo(route: ExampleRoute, { collectionStartsAt, upTo }: HowFar): TripSoFar {
  const times = { collectionStartsAt, departsAt: plusMinutes(collectionStartsAt, departsAfter) };
  const trip = new ExampleTrip(route, times, airports);
  const steps = trip.inTheAir();
  const last = steps.findLastIndex(({ command }) => command.name === upTo);
  if (last < 0) throw new Error(`an example's trip has no ${upTo}`);
  const { collectionCentre, transplantCentre } = route.parties;
  const title = `${collectionCentre.city} → ${transplantCentre.city}`;
  return { id: trip.id, reference: route.reference, title, steps: steps.slice(0, last + 1) };
}

/** Minutes from a trip's collection start to the moment at which its count is overdue: it ends after 245 and is counted within 120. */
const countDueAfter = 245 + 120;

/** A trip whose collection has ended and whose count falls due that many seconds from `now`; before it, where they are negative. */
export function tripWithCountDue(free: FreeRoutes, now: Instant, seconds: number): TripSoFar {
  const dueAt = instantFromMillis(millisOf(now) + seconds * 1_000);
  const collectionStartsAt = plusMinutes(dueAt, -countDueAfter);
  return tripUpTo(
    free.take(() => collectionStartsAt),
    { collectionStartsAt, upTo: 'EndCollection' },
  );
}

/** A trip that was counted a quarter of an hour ago, too few cells: a decision is due. */
export function tripWithShortCount(free: FreeRoutes, now: Instant): TripSoFar {
  const collectionStartsAt = plusMinutes(now, -345);
  const trip = tripUpTo(
    free.take(() => collectionStartsAt),
    { collectionStartsAt, upTo: 'RecordCellCount' },
  );
  return { ...trip, steps: short(trip.steps) };
}

/** The same steps with a count below the minimum. */
export function short(steps: readonly HistoryStep[]): readonly HistoryStep[] {
  return steps.map((step) => {
    if (step.command.name !== 'RecordCellCount') return step;
    const { data } = step.command;
    const bags = data.bags.map((bag) => ({ ...bag, cd34PerUl: 555 }));
    return { ...step, command: { ...step.command, data: { ...data, bags } } };
  });
}
