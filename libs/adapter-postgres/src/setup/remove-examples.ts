import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import { removeExamplePeople } from '../people/example-people.js';
import { transaction } from '../pool.js';

/**
 * Removes every example shipment with all its rows, log included, and the example organisations with their people, in one transaction, and leaves a line for each shipment in
 * `cellrelay.maintenance`. Real shipments cannot be reached this way: what is an example is fixed when a shipment is made, and the database checks it line by line.
 *
 * @param by the account, for the record
 * @returns the shipments removed
 */
export async function removeExamples(pool: pg.Pool, by: string): Promise<readonly ShipmentId[]> {
  return transaction(pool, async (client) => {
    const removed = await client.query<{ id: ShipmentId }>(
      'select remove_examples as id from cellrelay.remove_examples($1)',
      [by],
    );
    await removeExamplePeople(client);
    return { keep: true, value: removed.rows.map((row) => row.id) };
  });
}
