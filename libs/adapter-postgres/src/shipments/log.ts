import type pg from 'pg';
import type { ShipmentId } from '@cellrelay/kernel';
import type { StoredEntry } from '@cellrelay/use-cases';

/** Anything that takes queries: a pool or one connection. */
export type Asked = pg.Pool | pg.ClientBase;

const lines = `select shipment, seq, text, hash from cellrelay.event where shipment = $1 and seq > $2 order by seq limit $3`;

/** The log from `afterSeq`, oldest first, at most `limit` lines. */
export async function logOf(
  asked: Asked,
  shipment: ShipmentId,
  afterSeq: number,
  limit: number,
): Promise<readonly StoredEntry[]> {
  const found = await asked.query<StoredEntry>({ name: 'log-lines', text: lines, values: [shipment, afterSeq, limit] });
  return found.rows;
}

/** All of a shipment's log. A log is hundreds of lines, not millions. */
export async function wholeLog(asked: Asked, shipment: ShipmentId): Promise<readonly StoredEntry[]> {
  return logOf(asked, shipment, 0, 2_147_483_647);
}
