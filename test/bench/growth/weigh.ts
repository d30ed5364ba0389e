import { Watched, startOurBells } from '../bells/our-bells.js';
import type { BigGround } from '../big/big-ground.js';
import { hangFar } from '../big/hang-far.js';
import { flownBy } from '../commands/daily-commands.js';
import { OurClients } from '../commands/our-clients.js';
import type { BackendName } from '../ground/backends.js';
import { openStore } from '../ground/open-store.js';
import type { Sizes } from '../sizes.js';
import { heapMb } from './heap.js';

/** What things take per thousand, in MB. */
export interface Weights {
  /** The heap of a process for the states that it remembers. */
  readonly rememberedMb: number;
  /** A backend for bells that hang in it. */
  readonly hungMb: Readonly<Partial<Record<BackendName, number>>>;
}

export async function weigh(ground: BigGround, sizes: Sizes['growth']): Promise<Weights> {
  return { rememberedMb: await weighRemembered(ground, sizes), hungMb: await weighHung(ground, sizes) };
}

/** A store takes a command for each of so many shipments, and holds their states from then on. */
async function weighRemembered({ server, population }: BigGround, { remembered }: Sizes['growth']): Promise<number> {
  const store = await openStore(server.apiUrl, 8, { remembers: remembered });
  const { fresh } = population;
  const ids = await population.plantFresh(remembered);
  const clients = new OurClients(store, flownBy(fresh), fresh.shipment.stageRevisions);
  try {
    const before = heapMb();
    for (let nth = 0; nth < ids.length; nth += 1) await clients.onOwn(ids, { client: 0, clients: 1, nth });
    return ((heapMb() - before) * 1_000) / ids.length;
  } finally {
    await store.close();
  }
}

async function weighHung({ server, backends }: BigGround, { steps }: Sizes['growth']): Promise<Weights['hungMb']> {
  const count = steps.at(-1) ?? 0;
  const hungMb: Partial<Record<BackendName, number>> = {};
  for (const backend of backends) {
    const ours = await startOurBells(server, backend, new Watched());
    try {
      const before = await backend.weigh();
      await hangFar(ours, server, count);
      hungMb[backend.name] = ((await backend.weigh()) - before) / 1e6 / (count / 1_000);
    } finally {
      await ours.close({ forget: true });
    }
  }
  return hungMb;
}
