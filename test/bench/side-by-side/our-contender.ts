import { Watched } from '../bells/our-bells.js';
import { hangFar } from '../big/hang-far.js';
import { CountsDue } from '../big/ring-counts.js';
import type { Backend } from '../ground/backends.js';
import type { BenchServer } from '../ground/bench-server.js';
import type { Contender } from './contender.js';

/** All of CellRelay as a contender: shipments are planted whose counts fall due, and each bell ends as an alert on the disk. */
export async function cellRelay(server: BenchServer, backend: Backend): Promise<Contender> {
  const watched = new Watched();
  const counts = await CountsDue.on(server, backend, watched);
  return {
    hangFar: (count) => hangFar(counts.ours, server, count),
    ring: async (afterMs) => (await counts.ring(afterMs)).entryMs,
    close: async () => {
      await counts.close();
      if (watched.failures.length > 0) throw new Error(watched.failures[0]);
    },
  };
}
