import type { ShipmentId } from '@cellrelay/kernel';
import { promisesOf } from '../bells/bells-result.js';
import { askLog, type ToRing } from '../bells/logged-bells.js';
import { atOnce, evenly } from '../bells/moments.js';
import { Watched } from '../bells/our-bells.js';
import type { BigGround } from '../big/big-ground.js';
import { CountsDue } from '../big/ring-counts.js';
import { flownBy } from '../commands/daily-commands.js';
import { OurClients } from '../commands/our-clients.js';
import { spreadOf, timed, type Spread } from '../figures.js';
import { mustFind } from '../ground/must-find.js';
import { openStore } from '../ground/open-store.js';
import type { Promised, RowResult } from '../report/line.js';
import type { Sizes } from '../sizes.js';
import { asked } from './asked.js';
import { growthResults, type Step } from './growth-result.js';
import { whatWasPlanted } from './planted.js';
import { tableSizes } from './sizes-of.js';
import { started } from './started.js';
import { plansOfLook } from './sweep-look.js';
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
  const planted: Promised[] = [];
  let sent = 0;
  try {
    for (const live of sizes.steps) {
      const plantMsEach = await population.growTo(live);
      const stored = await tableSizes(server.admin);
      if (steps.length === 0) planted.push(await whatWasPlanted(ground, store));
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
    return growthResults(steps, { empty, weights, plans, promises: [...planted, ...promises] });
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
