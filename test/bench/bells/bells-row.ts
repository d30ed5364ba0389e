import type { ShipmentId } from '@cellrelay/kernel';
import type { BenchServer } from '../ground/bench-server.js';
import { mustFind } from '../ground/must-find.js';
import { until } from '../ground/until.js';
import type { RowResult } from '../report/line.js';
import { plantCopies, plantOne } from '../shipments/plant.js';
import { preparedTrip } from '../shipments/prepared-trip.js';
import type { Sizes } from '../sizes.js';
import { ringBare } from './bare-bells.js';
import { resultOf, type Run, type Times } from './bells-result.js';
import { shipmentDueAt, type DueSoon } from './due-soon.js';
import { askLog } from './logged-bells.js';
import { startOurBells, Watched } from './our-bells.js';

/** Rung before anything is counted: warms everything up, and tells how long it takes to store one. */
const rehearsed = 20;

type Ours = Awaited<ReturnType<typeof startOurBells>>;

/** Row b: how late the handler is entered, against a bare delayed job, and how late the alert is on the disk. */
export async function bellsRow(server: BenchServer, { bells: sizes }: Sizes): Promise<RowResult> {
  const watched = new Watched();
  const ours = await startOurBells(server, watched);
  const all: DueSoon[] = [];
  const runs: Run[] = [];
  const ground: Ground = { server, ours, watched, storingMsEach: 100 };
  try {
    all.push(...(await ringOurs(ground, atOnce(rehearsed))));
    for (const openItems of sizes.openItems) {
      await plantOpenItems(server, ours, openItems);
      const run: Run = { openItems: await openItemsIn(server), stream: noTimes(), burst: noTimes() };
      for (let round = 0; round < sizes.rounds; round += 1) {
        all.push(...(await both(ground, evenly(sizes.stream), run.stream)));
        all.push(...(await both(ground, atOnce(sizes.burst), run.burst)));
      }
      runs.push(run);
    }
  } finally {
    await ours.close();
  }
  return resultOf(runs, all, { watched, logged: await askLog(server.admin, all) });
}

const noTimes = (): Times => ({ entryMs: [], committedMs: [], bareMs: [] });

/** Moments spread over a time, not on whole milliseconds of any rhythm. */
function evenly({ count, overMs }: Sizes['bells']['stream']): readonly number[] {
  return Array.from({ length: count }, (_, at) => Math.round((at * overMs) / count + ((at * 7) % 13)));
}

function atOnce(count: number): readonly number[] {
  return Array.from({ length: count }, () => 0);
}

interface Ground {
  readonly server: BenchServer;
  readonly ours: Ours;
  readonly watched: Watched;
  /** How long it took to store one of the shipments the last time: they are stored before the first of them falls due. */
  storingMsEach: number;
}

/** Ours, then the bare queue, at the same distances. */
async function both(ground: Ground, afterMs: readonly number[], times: Times): Promise<readonly DueSoon[]> {
  const due = await ringOurs(ground, afterMs);
  for (const { shipment, dueAtMs } of due) {
    const heard = ground.watched.heard.get(shipment);
    if (heard === undefined) continue;
    times.entryMs.push(heard.enteredAtMs - dueAtMs);
    if (heard.committedAtMs !== null) times.committedMs.push(heard.committedAtMs - dueAtMs);
  }
  const from = Date.now() + 1_000;
  times.bareMs.push(
    ...(await ringBare(
      ground.server,
      afterMs.map((each) => from + each),
    )),
  );
  return due;
}

/** Stores shipments that fall due then, hangs their bells as every commit does, and waits until all have rung. */
async function ringOurs(ground: Ground, afterMs: readonly number[]): Promise<readonly DueSoon[]> {
  const { ours, watched } = ground;
  const began = Date.now();
  const from = began + 1_500 + afterMs.length * ground.storingMsEach * 1.5;
  const due: DueSoon[] = [];
  for (const each of afterMs) due.push(await store(ours, from + each));
  const tookMs = Date.now() - began;
  ground.storingMsEach = tookMs / afterMs.length;
  if (began + tookMs > from) console.error(`  (storing took ${Math.round(tookMs)} ms: the first bells ring late)`);
  const last = Math.max(...due.map(({ dueAtMs }) => dueAtMs));
  await until(() => due.every(({ shipment }) => isDone(watched, shipment)), last + 30_000);
  return due;
}

async function store(ours: Ours, dueAtMs: number): Promise<DueSoon> {
  const due = await shipmentDueAt(dueAtMs);
  await ours.after.committed(await plantOne(ours.store, due.history));
  return due;
}

function isDone(watched: Watched, shipment: ShipmentId): boolean {
  return (watched.heard.get(shipment)?.committedAtMs ?? null) !== null;
}

async function plantOpenItems(server: BenchServer, ours: Ours, wanted: number): Promise<void> {
  const trip = await preparedTrip();
  const [one] = await plantCopies(ours.store, trip, 1);
  const each = await openItemsIn(server, mustFind([one], 0));
  const missing = wanted - (await openItemsIn(server));
  if (missing > 0) await plantCopies(ours.store, trip, Math.ceil(missing / each));
  await server.admin.query('analyze cellrelay.agenda_item, cellrelay.shipment');
}

async function openItemsIn({ admin }: BenchServer, shipment: ShipmentId | null = null): Promise<number> {
  const text =
    'select count(*)::integer as count from cellrelay.agenda_item where closed_at is null and ($1::uuid is null or shipment = $1)';
  return mustFind((await admin.query<{ count: number }>(text, [shipment])).rows, 0).count;
}
