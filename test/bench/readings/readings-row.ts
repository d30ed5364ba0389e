import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '@cellrelay/adapter-postgres';
import { instantFromMillis, millisOf, type Instant, type ShipmentId } from '@cellrelay/kernel';
import { IssueCommand, mostOfLogger, ReportReadings, TakeReadings, type ReadingSource } from '@cellrelay/use-cases';
import { randomUUID } from 'node:crypto';
import { timed } from '../figures.js';
import type { BenchServer } from '../ground/bench-server.js';
import { mustFind } from '../ground/must-find.js';
import { openStore } from '../ground/open-store.js';
import { beside, type RowResult } from '../report/line.js';
import { plantCopies } from '../shipments/plant.js';
import type { Sizes } from '../sizes.js';
import { boxedTrip, type BoxedTrip } from './boxed-trip.js';

/** Between two readings: so many hours of them lie in the past. */
const everyMs = 10_000;
const clients = 2;

interface Batch {
  readonly shipment: ShipmentId;
  readonly logger: string;
  readonly readings: readonly { readonly atMillis: number; readonly celsius: number }[];
}

/** Row j: readings taken, kept and worked out, once for each batch; kept alone, beside COPY of the same batches into a table of the same form. */
export async function readingsRow(server: BenchServer, { readings: sizes }: Sizes): Promise<RowResult> {
  const store = await openStore(server.apiUrl, clients + 2);
  try {
    const trip = await boxedTrip();
    const ids = await plantCopies(store.shipments, trip.history, sizes.shipments);
    const batches = batchesOf(await loggersOf(store, ids, trip), trip.boundAt, sizes);
    const taken = await timed(() => takeAll(store, batches));
    const kept = await timed(() => keepAll(store, elsewhere(batches)));
    const copied = await timed(() => copyAll(server.ownerUrl, batches));
    const count = batches.length * sizes.perBatch;
    const perSecond = ({ tookMs }: { readonly tookMs: number }): number => (count / tookMs) * 1_000;
    const stored = await storedFor(server, ids);
    const part = { says: 'a fifth of COPY', bound: perSecond(copied) / 5, keeps: 'at-least' } as const;
    return {
      grids: [
        {
          row: 'j',
          columns: ['CellRelay', 'yardstick'],
          lines: [
            beside('readings taken and worked out, once a batch', '/s', [perSecond(taken), null], {
              says: '2,000/s',
              bound: 2_000,
              keeps: 'at-least',
            }),
            beside('readings kept alone, beside COPY', '/s', [perSecond(kept), perSecond(copied)], part),
          ],
        },
      ],
      promises: [
        { row: 'j', what: 'every reading is kept once', kept: stored === count, says: `${stored} of ${count}` },
        { row: 'j', what: 'no reading was refused', kept: taken.value === 0, says: `${taken.value} refused` },
      ],
      details: {
        batches: batches.length,
        perBatch: sizes.perBatch,
        tookMs: [taken.tookMs, kept.tookMs, copied.tookMs],
      },
    };
  } finally {
    await store.close();
  }
}

async function loggersOf(
  { shipments }: Database,
  ids: readonly ShipmentId[],
  trip: BoxedTrip,
): Promise<readonly Pick<Batch, 'shipment' | 'logger'>[]> {
  const states = await shipments.loadAll(ids);
  return states.map(({ shipment, state }) => {
    const reference = state.stages.order.details?.reference ?? '';
    return { shipment, logger: trip.loggerOf(reference) };
  });
}

/** Batch after batch, and in each round one of every shipment: as devices send, side by side. Warm now and then, so that there is something to tell. */
function batchesOf(
  all: readonly Pick<Batch, 'shipment' | 'logger'>[],
  from: Instant,
  { batches, perBatch }: Sizes['readings'],
): readonly Batch[] {
  return Array.from({ length: batches }, (_, round) =>
    all.map((of): Batch => ({
      ...of,
      readings: Array.from({ length: perBatch }, (_each, nth) => {
        const number = round * perBatch + nth;
        return { atMillis: millisOf(from) + number * everyMs, celsius: 5 + 2 * Math.sin(number / 50) };
      }),
    })),
  ).flat();
}

/** Two clients at once, each with every other batch. Answers how many readings were refused. */
async function takeAll(store: Database, batches: readonly Batch[]): Promise<number> {
  const { readings, shipments, clock } = store;
  const failed = (_shipment: ShipmentId, error: unknown): never => {
    throw error;
  };
  const issue = new IssueCommand(shipments, { committed: () => Promise.resolve() });
  const reports = new ReportReadings({ store: readings, shipments, issue, clock, failed });
  const intake = new TakeReadings({ store: readings, shipments, clock, work: (id) => reports.work(id), failed });
  const refused = await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      let count = 0;
      for (let at = client; at < batches.length; at += clients) count += await takeOne(intake, mustFind(batches, at));
      return count;
    }),
  );
  return refused.reduce((sum, each) => sum + each, 0);
}

async function takeOne(intake: TakeReadings, { logger, readings }: Batch): Promise<number> {
  const by: ReadingSource['by'] = { kind: 'device', organisation: { id: 'office', kind: 'operator' } };
  const incoming = readings.map(({ atMillis, celsius }) => ({ at: instantFromMillis(atMillis), celsius }));
  const verdicts = await intake.take({ logger, by }, incoming);
  return verdicts.filter(({ kind }) => kind === 'refused').length;
}

/** The same for shipments that there are not: nothing is known yet. */
function elsewhere(batches: readonly Batch[]): readonly Batch[] {
  const others = new Map(batches.map(({ shipment }) => [shipment, randomUUID() as ShipmentId]));
  return batches.map((batch) => ({ ...batch, shipment: others.get(batch.shipment) ?? batch.shipment }));
}

async function keepAll({ readings }: Database, batches: readonly Batch[]): Promise<void> {
  for (const batch of batches) await readings.keep({ ...batch, most: mostOfLogger });
}

async function copyAll(ownerUrl: string, batches: readonly Batch[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('create table cellrelay.bench_reading (like cellrelay.logger_reading including all)');
    const texts = batches.map(textOf);
    for (const text of texts)
      await pipeline(Readable.from([text]), client.query(copyFrom('copy cellrelay.bench_reading from stdin')));
    await client.query('drop table cellrelay.bench_reading');
  } finally {
    await client.end();
  }
}

function textOf({ shipment, logger, readings }: Batch): string {
  const lines = readings.map(({ atMillis, celsius }) => {
    const at = instantFromMillis(atMillis);
    return `${shipment}\t${logger}\t${at}\t${celsius}\t${at}\n`;
  });
  return lines.join('');
}

async function storedFor({ admin }: BenchServer, ids: readonly ShipmentId[]): Promise<number> {
  const text = 'select count(*)::integer as count from cellrelay.logger_reading where shipment = any ($1::uuid[])';
  return mustFind((await admin.query<{ count: number }>(text, [ids])).rows, 0).count;
}
