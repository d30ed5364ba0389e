import type pg from 'pg';
import type { Database } from '@cellrelay/adapter-postgres';
import { BoardQuestions, type ListQuery } from '@cellrelay/use-cases';
import { barePool } from '../ground/bare-pool.js';
import type { BenchServer } from '../ground/bench-server.js';
import { openStore } from '../ground/open-store.js';
import { spreadOf, timed } from '../figures.js';
import { beside, besideYardstick, type Line, type Promised, type RowResult } from '../report/line.js';
import { plantCopies } from '../shipments/plant.js';
import { preparedTrip } from '../shipments/prepared-trip.js';
import type { Sizes } from '../sizes.js';
import { multiplyShipments } from './multiply-shipments.js';
import { overhear, type Query } from './overhear.js';

const pageSize = 50;

/** What people ask of the list: its first page, those that have an alert, and a search. */
const questions: Readonly<Record<string, ListQuery>> = {
  'first page': { view: 'all', live: true, limit: pageSize },
  'with an alert': { view: 'urgent', live: true, limit: pageSize },
  'search "houston 77"': { view: 'all', live: true, q: 'houston 77', limit: pageSize },
};

interface Asked {
  readonly name: string;
  readonly rows: number;
  readonly oursMs: readonly number[];
  readonly bareMs: readonly number[];
}

/** Row c: the list question, against the very statements that it sends, sent by the bare driver. */
export async function listRow(server: BenchServer, { list: sizes }: Sizes): Promise<RowResult> {
  const store = await openStore(server.apiUrl, 4);
  const pool = barePool(server.apiUrl, 4);
  try {
    const live = await fill(server, store, sizes.shipments);
    const board = new BoardQuestions(store.shipments, store.board);
    const asked: Asked[] = [];
    for (const [name, query] of Object.entries(questions)) {
      asked.push(await ask({ store, pool, board }, { name, query, times: sizes.asked }));
    }
    return resultOf(asked, live);
  } finally {
    await pool.end();
    await store.close();
  }
}

async function fill(server: BenchServer, store: Database, wanted: number): Promise<number> {
  const sources = await plantCopies(store.shipments, await preparedTrip(), 4);
  return multiplyShipments(server.ownerUrl, sources, wanted);
}

interface Ground {
  readonly store: Database;
  readonly pool: pg.Pool;
  readonly board: BoardQuestions;
}

interface Wish {
  readonly name: string;
  readonly query: ListQuery;
  readonly times: number;
}

/** The question and its statements in turn. The first tenth warms both up and is not counted. */
async function ask({ store, pool, board }: Ground, { name, query, times }: Wish): Promise<Asked> {
  const statements = await overhear(store.pool, () => board.list(query));
  const [oursMs, bareMs]: [number[], number[]] = [[], []];
  const warming = Math.ceil(times / 10);
  let rows = 0;
  for (let nth = -warming; nth < times; nth += 1) {
    const ours = await timed(() => board.list(query));
    const bare = await timed(() => sendAll(pool, statements));
    if (!ours.value.ok) throw new Error(`the list refuses: ${ours.value.error.sentence}`);
    rows = ours.value.value.items.length;
    if (nth < 0) continue;
    oursMs.push(ours.tookMs);
    bareMs.push(bare.tookMs);
  }
  return { name, rows, oursMs, bareMs };
}

async function sendAll(pool: pg.Pool, statements: readonly Query[]): Promise<void> {
  for (const { text, values } of statements) await pool.query(text, [...values]);
}

function resultOf(asked: readonly Asked[], live: number): RowResult {
  return {
    grids: [{ row: 'c', columns: besideYardstick, lines: asked.flatMap((each) => linesOf(each, live)) }],
    promises: asked.map(({ name, rows }): Promised => ({
      row: 'c',
      what: `the list answers: ${name}`,
      kept: rows > 0 && rows <= pageSize,
      says: `${rows} rows`,
    })),
    details: {
      live,
      ...Object.fromEntries(
        asked.map(({ name, oursMs, bareMs }) => [name, { oursMs: spreadOf(oursMs), bareMs: spreadOf(bareMs) }]),
      ),
    },
  };
}

function linesOf({ name, oursMs, bareMs }: Asked, live: number): readonly Line[] {
  const [ours, bare] = [spreadOf(oursMs), spreadOf(bareMs)];
  const twice = { says: 'within twice of bare SQL', bound: 2 * bare.p99, keeps: 'at-most' } as const;
  const of = `list of ${live}, ${name}`;
  return [beside(`${of}, p50`, 'ms', [ours.p50, bare.p50]), beside(`${of}, p99`, 'ms', [ours.p99, bare.p99], twice)];
}
