import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '@cellrelay/adapter-postgres';
import type { ShipmentId } from '@cellrelay/kernel';
import { BoardQuestions, type ListQuery } from '@cellrelay/use-cases';
import { promisesOf } from '../bells/bells-result.js';
import { askLog, type ToRing } from '../bells/logged-bells.js';
import { atOnce, evenly } from '../bells/moments.js';
import { Watched } from '../bells/our-bells.js';
import type { BigGround } from '../big/big-ground.js';
import { CountsDue } from '../big/ring-counts.js';
import { flownBy } from '../commands/daily-commands.js';
import { OurClients } from '../commands/our-clients.js';
import { median, spreadOf, timed, type Spread } from '../figures.js';
import { mustFind } from '../ground/must-find.js';
import { openStore } from '../ground/open-store.js';
import type { RowResult } from '../report/line.js';
import type { Sizes } from '../sizes.js';
import { memoryOf } from '../start/memory.js';
import { startServer } from '../start/server-process.js';
import { growthResults, type Step } from './growth-result.js';
import { tableSizes } from './sizes-of.js';
import { plansOfLook, sweepLook } from './sweep-look.js';
import { weigh } from './weigh.js';

/** Rows g and h: what everything costs as the shipments become more, and what they take. Leaves the largest step standing. */
export async function growthRows(ground: BigGround, { growth: sizes }: Sizes): Promise<readonly RowResult[]> {
  const { server, population } = ground;
  const store = await openStore(server.apiUrl, 8);
  const watched = new Watched();
  const clients = new OurClients(store, flownBy(population.fresh), population.fresh.shipment.stageRevisions);
  const empty = await tableSizes(server.admin);
  const steps: Step[] = [];
  const due: ToRing[] = [];
  let sent = 0;
  try {
    for (const live of sizes.steps) {
      const plantMsEach = await population.growTo(live);
      const stored = await tableSizes(server.admin);
      const items = await itemsIn(ground);
      const commandMs = await commands(clients, population.freshIds, { from: sent, count: sizes.commands });
      sent += sizes.commands;
      const bells = await ringSome(ground, sizes, watched);
      due.push(...bells.due);
      steps.push({
        ...{ live, items, stored, plantMsEach, commandMs, committedMs: spreadOf(bells.committedMs) },
        ...(await asked(store, sizes.asked)),
        ...(await started(ground, sizes)),
      });
    }
    const weights = await weigh(ground, sizes);
    const plans = await plansOfLook(store, server.admin);
    const promises = promisesOf('h', due, { watched, logged: await askLog(server.admin, due) });
    return growthResults(steps, { empty, weights, plans, promises });
  } finally {
    await store.close();
  }
}

async function itemsIn({ server }: BigGround): Promise<number> {
  const text = 'select count(*)::integer as count from cellrelay.agenda_item';
  return mustFind((await server.admin.query<{ count: number }>(text)).rows, 0).count;
}

/** One command after the other, each to the next shipment. */
async function commands(
  clients: OurClients,
  ids: readonly ShipmentId[],
  { from, count }: { readonly from: number; readonly count: number },
): Promise<Spread> {
  const tookMs: number[] = [];
  for (let nth = from; nth < from + count; nth += 1)
    tookMs.push((await timed(() => clients.onOwn(ids, { client: 0, clients: 1, nth }))).tookMs);
  return spreadOf(tookMs);
}

async function ringSome({ server, backends }: BigGround, sizes: Sizes['growth'], watched: Watched) {
  const counts = await CountsDue.on(server, mustFind(backends, 0), watched);
  try {
    const warming = await counts.ring(atOnce(10));
    const rung = await counts.ring(evenly(sizes.bells));
    return { due: [...warming.due, ...rung.due], committedMs: rung.committedMs };
  } finally {
    await counts.close();
  }
}

const firstPage: ListQuery = { view: 'all', live: true, limit: 50 };
const searches: ListQuery = { ...firstPage, q: 'bg-26-000007' };

async function asked(store: Database, times: number): Promise<Pick<Step, 'firstPageMs' | 'searchMs' | 'lookMs'>> {
  const board = new BoardQuestions(store.shipments, store.board);
  return {
    firstPageMs: await repeated(times, () => board.list(firstPage)),
    searchMs: await repeated(times, () => board.list(searches)),
    lookMs: await repeated(times, () => sweepLook(store)),
  };
}

/** The first tenth warms up and is not counted. */
async function repeated(times: number, work: () => Promise<unknown>): Promise<Spread> {
  const warming = Math.ceil(times / 10);
  const tookMs: number[] = [];
  for (let nth = -warming; nth < times; nth += 1) {
    const each = await timed(work);
    if (nth >= 0) tookMs.push(each.tookMs);
  }
  return spreadOf(tookMs);
}

/** The built program on this very database. */
async function started(
  { server }: BigGround,
  { starts, idleMs }: Sizes['growth'],
): Promise<Pick<Step, 'startMs' | 'processMb'>> {
  const startMs: number[] = [];
  let processMb = Number.NaN;
  for (let nth = 1; nth <= starts; nth += 1) {
    const running = await startServer({ DATABASE_URL: server.ownerUrl });
    startMs.push(running.servedAfterMs);
    if (nth === starts) {
      await wait(idleMs);
      processMb = memoryOf(running.pid).pssMb;
    }
    await running.stop();
  }
  return { startMs: median(startMs), processMb };
}
