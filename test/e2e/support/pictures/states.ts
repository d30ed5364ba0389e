import type { RehearsalScript } from '@cellrelay/adapter-desks';
import { instantFromMillis, millisOf, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { ShipmentCommand } from '@cellrelay/shipment';
import { exampleScript } from '../../../../apps/ops/src/examples/plant-examples.js';
import type { ExampleRoute } from '../../../../apps/ops/src/examples/route.js';
import { FreeRoutes } from '../example-routes.js';
import { departsAfter, short, tripUpTo, type TripSoFar } from '../example-trips.js';
import { accepted, arrivesAfter, exported } from './after-departure.js';

const [hour, day] = [60, 24 * 60];

/** A trip in one of the states that the pictures show. */
interface State {
  /** Minutes from now to the start of its collection, which falls in the morning there. */
  readonly startsIn: (route: ExampleRoute) => number;
  readonly upTo: ShipmentCommand['name'];
  /** What the desks have said otherwise than yes. */
  readonly script?: (route: ExampleRoute) => RehearsalScript;
  /** What has gone otherwise, or on. */
  readonly but?: typeof exported;
}

const refused = ({ airports: [, via] }: ExampleRoute): RehearsalScript => ({
  seed: 26,
  lines: ['request-exemption', 'ask-exemption-answer'].map((call) => ({
    call: `${call}/1/1/${via}/1`,
    says: 'no',
    reason: 'every box is screened there',
  })),
});

/** Those that most want a certain time of day come first, and choose their routes first. */
const states: readonly State[] = [
  { startsIn: () => -140, upTo: 'StartCollection' },
  { startsIn: () => -350, upTo: 'RecordCellCount', but: ({ steps }) => short(steps) },
  { startsIn: () => -(departsAfter + 5 * hour), upTo: 'RecordSearchedByHand', but: exported },
  { startsIn: (route) => -(arrivesAfter(route) + 130), upTo: 'RecordSearchedByHand', but: accepted },
  { startsIn: () => 20 * hour, upTo: 'RecordCourierInPosition' },
  { startsIn: () => 4 * day - 14 * hour, upTo: 'RecordCourierFit', script: refused },
  { startsIn: () => 20 * day, upTo: 'ProposePlan' },
];

/** Which trip's page is shown: the one that waits for a decision. */
export const shownInFull = 1;

/** One trip in each state, on the route where the clock suits it best. */
export function picturedTrips(now: Instant): readonly (TripSoFar & { readonly script: RehearsalScript })[] {
  const shown = instantFromMillis(Math.floor(millisOf(now) / 300_000) * 300_000);
  const free = new FreeRoutes();
  return states.map((state) => {
    const startOn = (route: ExampleRoute) => plusMinutes(shown, state.startsIn(route));
    const route = free.take(startOn);
    return tripIn(state, route, startOn(route));
  });
}

function tripIn({ upTo, but, script }: State, route: ExampleRoute, collectionStartsAt: Instant) {
  const trip = tripUpTo(route, { collectionStartsAt, upTo });
  const steps = but === undefined ? trip.steps : but({ route, collectionStartsAt, steps: trip.steps });
  return { ...trip, steps, script: script?.(route) ?? exampleScript };
}
