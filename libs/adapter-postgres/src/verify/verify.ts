import type pg from 'pg';
import { inTransaction } from '../client.js';
import { compare } from './compare.js';
import { readBatch } from './read-batch.js';
import type { Difference, Verified, VerifyWith } from './verified.js';

/** Shipments read at a time: what is held in memory. */
const BATCH = 50;

/** Sorts before every id there is. */
const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * Recomputes every shipment from its log and says where what is stored differs: chain, state, agenda and board row. Each batch is read in one snapshot, so that it
 * can run beside live traffic. Changes nothing.
 *
 * It cannot see that a log was rewritten from some line to its end with all later hashes and the shipment's last hash made anew: for that, a hash must be kept elsewhere.
 */
export async function verify(pool: pg.Pool, how: VerifyWith): Promise<Verified> {
  const client = await pool.connect();
  let whole = false;
  try {
    const verified = await verifyAll(client, how);
    whole = true;
    return verified;
  } finally {
    client.release(!whole);
  }
}

async function verifyAll(client: pg.PoolClient, how: VerifyWith): Promise<Verified> {
  const differences: Difference[] = [];
  const total = { shipments: 0, events: 0, stale: 0 };
  for (let after = beforeAll; ;) {
    const batch = await inTransaction(client, 'begin isolation level repeatable read read only', () =>
      readBatch(client, after, BATCH),
    );
    for (const stored of batch) {
      const found = compare(stored, how);
      differences.push(...found.differences);
      total.shipments += 1;
      total.events += stored.log.length;
      total.stale += found.stale ? 1 : 0;
    }
    const last = batch.at(-1);
    if (last === undefined) return { ...total, differences };
    after = last.row.id;
  }
}
