import { rehearsalDesks } from '@cellrelay/adapter-desks';
import type { Database } from '@cellrelay/adapter-postgres';
import { instantFromMillis, millisOf } from '@cellrelay/kernel';
import { playHistory, storeHistory } from '@cellrelay/use-cases';
import { exampleScript } from '../../apps/ops/src/examples/plant-examples.js';
import { airports, holidays } from '../../apps/ops/src/stack/open-stack.js';
import { FreeRoutes } from '../e2e/support/example-routes.js';
import { tripWithCountDue, type TripSoFar } from '../e2e/support/example-trips.js';

const minute = 60;

/**
 * Plants examples whose counts are due that many seconds from now (before it, where they are negative) and whose bells were answered up to the minute before
 * that, and no longer.
 */
export async function plantCountsDue(
  { clock, shipments }: Pick<Database, 'clock' | 'shipments'>,
  seconds: readonly number[],
): Promise<readonly TripSoFar[]> {
  const free = new FreeRoutes();
  const now = await clock.now();
  const desks = rehearsalDesks(exampleScript, airports);
  const trips = seconds.map((each) => ({ ...tripWithCountDue(free, now, each), dueIn: each }));
  for (const { id, steps, dueIn } of trips) {
    const until = instantFromMillis(millisOf(now) + (dueIn - minute) * 1_000);
    const stored = await storeHistory(shipments, await playHistory(id, steps, { desks, holidays }, until));
    if (stored.kind !== 'committed') throw new Error(`the example ${id} was not stored: ${JSON.stringify(stored)}`);
  }
  return trips;
}
