import { rehearsalDesks } from '@cellrelay/adapter-desks';
import { exampleOrganisations } from '@cellrelay/adapter-postgres';
import type { Instant } from '@cellrelay/kernel';
import { playHistory, storeHistory } from '@cellrelay/use-cases';
import { plantPaperFacts } from '../../apps/ops/src/examples/example-paper-facts.js';
import { withParties, type ExampleParties } from '../../apps/ops/src/examples/example-parties.js';
import { exampleScript } from '../../apps/ops/src/examples/plant-examples.js';
import { airports, holidays } from '../../apps/ops/src/stack/open-stack.js';
import type { TripSoFar } from '../e2e/support/example-trips.js';
import type { RunningApi } from './api-on-database.js';

type Stores = RunningApi['database'];

/** Stores a trip as it was played up to that moment, with no organisation named in it. */
export async function storeTrip(
  { shipments }: Pick<Stores, 'shipments'>,
  trip: TripSoFar,
  now: Instant,
): Promise<void> {
  const desks = rehearsalDesks(exampleScript, airports);
  const stored = await storeHistory(shipments, await playHistory(trip.id, trip.steps, { desks, holidays }, now));
  if (stored.kind !== 'committed') throw new Error(`the trip was not stored: ${JSON.stringify(stored)}`);
}

/** The same with example organisations in its parts, which are answered. */
export async function storeTripOfOrganisations(
  database: Stores,
  trip: TripSoFar,
  now: Instant,
): Promise<ExampleParties> {
  const parties = await exampleOrganisations(database.pool);
  await storeTrip(database, { ...trip, steps: withParties(trip.steps, parties) }, now);
  return parties;
}

/** Enters all that papers of examples say and no log tells. */
export async function enterPaperFacts(database: Parameters<typeof plantPaperFacts>[0]['api']): Promise<void> {
  await plantPaperFacts(
    { api: database },
    {
      warn: (what, more) => {
        throw new Error(`${what}: ${JSON.stringify(more)}`);
      },
    },
  );
}
