import { exampleOrganisations, type Database } from '@cellrelay/adapter-postgres';
import type { Airports, CommitOutcome, Holidays } from '@cellrelay/use-cases';
import { exampleCount, plantExamples } from './plant-examples.js';

/** Nothing but examples, not all of them yet, and none was ever removed. */
const wanting = `
select count(*) < $1 and bool_and(example) is not false and not exists (select from cellrelay.maintenance) as wanting
from cellrelay.shipment`;

/**
 * Plants the examples in a database that has never held anything else; what a start that died half-way left out is planted by the next. Once removed,
 * they stay away. Answers what became of each, or nothing when there was nothing to do.
 */
export async function plantOnce(
  { pool, shipments, readings, clock }: Pick<Database, 'pool' | 'shipments' | 'readings' | 'clock'>,
  { airports, holidays }: { readonly airports: Airports; readonly holidays: Holidays },
): Promise<readonly CommitOutcome[]> {
  const found = await pool.query<{ wanting: boolean }>(wanting, [exampleCount]);
  if (found.rows[0]?.wanting !== true) return [];
  const parties = await exampleOrganisations(pool);
  return plantExamples({ store: shipments, readings, airports, holidays, now: await clock.now(), parties });
}
