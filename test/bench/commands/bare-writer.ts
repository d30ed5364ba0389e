import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Obligation } from '@cellrelay/shipment';
import type { Commit } from '@cellrelay/use-cases';
import { inOneStatement, rowByRow, type BareValues } from './bare-sql.js';

/** A shipment that the bare driver writes to, and how long its log is. */
export interface BareShipment {
  readonly id: string;
  seq: number;
}

/** Two ways to write those rows by hand. The first is the yardstick; the second is as quick as it gets, and is shown beside it. */
export const bareWays = { 'a statement for each kind of row': rowByRow, 'all in one statement': inOneStatement };
export type BareWay = keyof typeof bareWays;

/** Writes one command's rows with nothing but the driver: begin, write, commit. Nothing is read, locked, decided or checked. */
export async function writeBare(pool: pg.Pool, way: BareWay, shipment: BareShipment, commit: Commit): Promise<void> {
  const statements = bareWays[way](valuesOf(shipment, commit));
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
    shipment.seq += commit.entries.length;
  } finally {
    client.release();
  }
}

function valuesOf(shipment: BareShipment, { entries, state, agenda, answer, row }: Commit): BareValues {
  const upserted = [...agenda.opened, ...agenda.moved];
  return {
    shipment: shipment.id,
    at: state.recordedAt ?? '',
    row: [
      ...[state.revision, entries.at(-1)?.hash, 1, JSON.stringify(state), row.live, row.reference, row.severity],
      ...[row.nextDueAt, row.searchText, JSON.stringify(row.view)],
    ],
    lines: [
      entries.map((_, at) => shipment.seq + 1 + at),
      entries.map((entry) => entry.text),
      entries.map((entry) => entry.hash),
    ],
    answer: [`bench/${randomUUID()}`, 'f'.repeat(64), JSON.stringify(answer)],
    closed: agenda.closed,
    items: columnsOf(upserted),
    itemCount: upserted.length,
  };
}

function columnsOf(items: readonly Obligation[]): readonly unknown[] {
  return [
    items.map((item) => item.key),
    items.map((item) => item.dueAt),
    items.map((item) => item.stage),
    items.map((item) => item.kind),
    items.map((item) => item.does),
    items.map((item) => item.owner),
    items.map((item) => item.does !== 'call' && item.offers.length > 0),
    items.map((item) => JSON.stringify(item)),
  ];
}
