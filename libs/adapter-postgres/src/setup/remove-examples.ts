import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';

/**
 * Removes every example shipment with all its rows, log included, in one transaction, and leaves a line for each in `cellrelay.maintenance`. Real shipments cannot
 * be reached this way: what is an example is fixed when a shipment is made, and the database checks it line by line.
 *
 * @param by the account, for the record
 * @returns the shipments removed
 */
export async function removeExamples(pool: Pick<pg.Pool, 'query'>, by: string): Promise<readonly ShipmentId[]> {
  const removed = await pool.query<{ id: ShipmentId }>(
    'select remove_examples as id from cellrelay.remove_examples($1)',
    [by],
  );
  return removed.rows.map((row) => row.id);
}
