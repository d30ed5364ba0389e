import type { ShipmentId } from '@cellrelay/kernel';
import { openBackends, type Backend } from '../ground/backends.js';
import type { BenchServer } from '../ground/bench-server.js';
import { mustFind } from '../ground/must-find.js';
import { openStore } from '../ground/open-store.js';
import { until } from '../ground/until.js';
import type { RowResult } from '../report/line.js';
import { plantCopies, plantOne } from '../shipments/plant.js';
import { preparedTrip } from '../shipments/prepared-trip.js';
import { bareBullmq } from '../side-by-side/bare-bullmq.js';
import { bareContender, type Contender } from '../side-by-side/contender.js';
import type { Sizes } from '../sizes.js';
import { resultOf, type Run, type Times } from './bells-result.js';
import { shipmentDueAt, type DueSoon } from './due-soon.js';
import { askLog } from './logged-bells.js';
import { atOnce, evenly } from './moments.js';
import { startOurBells, Watched, type OurBells } from './our-bells.js';

/** Rung before anything is counted: warms everything up, and tells how long it takes to store one. */
const rehearsed = 20;

/** Row b: how late the handler is entered, against a bare delayed job, and how late the alert is on the disk; with bells on either backend. */
export async function bellsRow(server: BenchServer, { bells: sizes }: Sizes): Promise<RowResult> {
  const backends = await openBackends(server);
  const watched = new Watched();
  const all: DueSoon[] = [];
  const runs: Run[] = [];
  for (const openItems of sizes.openItems) {
    await plantOpenItems(server, openItems);
    const open = await openItemsIn(server);
    for (const backend of backends) {
      const run: Run = { backend: backend.name, openItems: open, stream: noTimes(), burst: noTimes() };
      all.push(...(await runOn({ server, backend, watched }, sizes, run)));
      runs.push(run);
    }
  }
  return resultOf(runs, all, { watched, logged: await askLog(server.admin, all) });
}

interface Where {
  readonly server: BenchServer;
  readonly backend: Backend;
  readonly watched: Watched;
}

async function runOn(where: Where, sizes: Sizes['bells'], run: Run): Promise<readonly DueSoon[]> {
  const ours = await startOurBells(where.server, where.backend, where.watched);
  const bare = await bareContender(bareBullmq(where.backend));
  const ground: Ground = { ...where, ours, bare, storingMsEach: 100 };
  try {
    const all = [...(await ringOurs(ground, atOnce(rehearsed)))];
    for (let round = 0; round < sizes.rounds; round += 1) {
      all.push(...(await both(ground, evenly(sizes.stream), run.stream)));
      all.push(...(await both(ground, atOnce(sizes.burst), run.burst)));
    }
    return all;
  } finally {
    await bare.close();
    await ours.close();
  }
}

const noTimes = (): Times => ({ entryMs: [], committedMs: [], bareMs: [] });

interface Ground extends Where {
  readonly ours: OurBells;
  readonly bare: Contender;
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
  times.bareMs.push(...(await ground.bare.ring(afterMs)));
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
  await until(() => due.every(({ shipment }) => watched.isDone(shipment)), last + 30_000);
  return due;
}

async function store(ours: OurBells, dueAtMs: number): Promise<DueSoon> {
  const due = await shipmentDueAt(dueAtMs);
  await ours.after.committed(await plantOne(ours.store, due.history));
  return due;
}

async function plantOpenItems(server: BenchServer, wanted: number): Promise<void> {
  const store = await openStore(server.apiUrl, 8);
  try {
    const trip = await preparedTrip();
    const [one] = await plantCopies(store.shipments, trip, 1);
    const each = await openItemsIn(server, mustFind([one], 0));
    const missing = wanted - (await openItemsIn(server));
    if (missing > 0) await plantCopies(store.shipments, trip, Math.ceil(missing / each));
  } finally {
    await store.close();
  }
  await server.admin.query('analyze cellrelay.agenda_item, cellrelay.shipment');
}

async function openItemsIn({ admin }: BenchServer, shipment: ShipmentId | null = null): Promise<number> {
  const text =
    'select count(*)::integer as count from cellrelay.agenda_item where closed_at is null and ($1::uuid is null or shipment = $1)';
  return mustFind((await admin.query<{ count: number }>(text, [shipment])).rows, 0).count;
}
