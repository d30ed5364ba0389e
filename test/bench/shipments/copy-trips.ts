import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DatabaseUrls } from '@cellrelay/adapter-postgres';
import type { ShipmentId } from '@cellrelay/kernel';
import { chainHash } from '@cellrelay/use-cases';
import type { StoredTrip } from './stored-trip.js';

/** A copy to be made: of which trip, and what else in its texts reads otherwise than in the trip. */
export interface Copy {
  readonly trip: StoredTrip;
  readonly id: ShipmentId;
  /** Put in place of every such text: of a moment that is another in this copy. */
  readonly instead?: readonly (readonly [RegExp, (found: string) => string])[];
}

/** So many shipments are written in one transaction. */
const batch = 250;

/** From so many on it tells how long one takes. */
const telling = 100;
let msEach = 10;

/** How long one copy took the last time that many were made. */
export function copyMsEach(): number {
  return msEach;
}

/**
 * Writes copies of trips as PostgreSQL takes rows quickest, with all of their rows: each has an id and a reference of its own, and a log whose hashes are right,
 * so that it verifies. Answers their ids.
 */
export async function copyTrips(
  { superuserUrl }: Pick<DatabaseUrls, 'superuserUrl'>,
  copies: readonly Copy[],
): Promise<readonly ShipmentId[]> {
  const began = performance.now();
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // Whole shipments are written: that each row has its shipment need not be asked row by row.
    await client.query('set session_replication_role = replica');
    for (let at = 0; at < copies.length; at += batch) await writeBatch(client, copies.slice(at, at + batch));
  } finally {
    await client.end();
  }
  if (copies.length >= telling) msEach = (performance.now() - began) / copies.length;
  return copies.map(({ id }) => id);
}

/** So many copies, of each of the trips in turn. */
export function copiesOf(trips: readonly StoredTrip[], count: number): readonly Copy[] {
  return Array.from({ length: count }, (_, at): Copy => {
    const trip = trips[at % trips.length];
    if (trip === undefined) throw new Error('nothing to copy');
    return { trip, id: randomUUID() as ShipmentId };
  });
}

type Cell = string | number | boolean | null;
type Table = keyof typeof columns;

const columns = {
  shipment:
    'id, revision, last_hash, fold_version, state, live, example, reference, severity, next_due_at, search_text, view, created_at, updated_at',
  event: 'shipment, seq, text, hash',
  agenda_item: 'shipment, key, revision, due_at, stage, kind, does, owner, offered, obligation, opened_at, closed_at',
  command_answer: 'id, shipment, body_hash, answer, at',
} as const;

async function writeBatch(client: pg.Client, copies: readonly Copy[]): Promise<void> {
  const rows = copies.map(rowsOf);
  await client.query('begin');
  for (const table of Object.keys(columns) as Table[]) {
    const into = client.query(copyFrom(`copy cellrelay.${table} (${columns[table]}) from stdin`));
    await pipeline(Readable.from(rows.map((each) => each[table])), into);
  }
  await client.query('commit');
}

let made = 0;

function rowsOf({ trip, id, instead = [] }: Copy): Readonly<Record<Table, string>> {
  const reference = `BG-26-${String((made += 1)).padStart(6, '0')}`;
  const anew = (text: string): string => {
    const named = text
      .replaceAll(trip.id, id)
      .replaceAll(trip.reference, reference)
      .replaceAll(trip.reference.toLowerCase(), reference.toLowerCase());
    return instead.reduce((so, [found, put]) => so.replaceAll(found, put), named);
  };
  const written = (rows: readonly (readonly Cell[])[]): string => rows.map((row) => lineOf(row, anew)).join('');
  const log = hashed(trip.lines.map(anew));
  return {
    shipment: written([shipmentRow(trip, log.at(-1)?.hash ?? '')]),
    event: log.map(({ text, hash }, at) => lineOf([id, at + 1, text, hash], (same) => same)).join(''),
    agenda_item: written(itemRows(trip)),
    command_answer: written(trip.answers.map(({ id: of, answer, at }) => [of, trip.id, 'f'.repeat(64), answer, at])),
  };
}

function hashed(lines: readonly string[]): readonly { readonly text: string; readonly hash: string }[] {
  let previous: string | null = null;
  return lines.map((text) => ({ text, hash: (previous = chainHash(previous, text)) }));
}

function shipmentRow({ id, state, foldVersion, row, recordedAt }: StoredTrip, lastHash: string): readonly Cell[] {
  return [
    ...[id, state.revision, lastHash, foldVersion, JSON.stringify(state), row.live, row.example, row.reference],
    ...[row.severity, row.nextDueAt, row.searchText, JSON.stringify(row.view), recordedAt, recordedAt],
  ];
}

function itemRows({ id, items }: StoredTrip): readonly (readonly Cell[])[] {
  return items.map(({ obligation: o, revision, openedAt, closedAt }) => [
    ...[id, o.key, revision, o.dueAt, o.stage, o.kind, o.does, o.owner, o.does !== 'call' && o.offers.length > 0],
    ...[JSON.stringify(o), openedAt, closedAt],
  ]);
}

/** A row in COPY's text form. */
function lineOf(cells: readonly Cell[], anew: (text: string) => string): string {
  return `${cells.map((cell) => (typeof cell === 'string' ? escaped(anew(cell)) : cell === null ? '\\N' : String(cell))).join('\t')}\n`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');
}
