import { openBackends, type Backend } from '../ground/backends.js';
import { startBenchServer, type BenchServer } from '../ground/bench-server.js';
import { atTheEnd } from '../ground/undo.js';
import type { Sizes } from '../sizes.js';
import { Population } from './population.js';

/** A server of its own, filled with as many shipments as the largest step has, and both backends: what rows e to h are measured on. */
export interface BigGround {
  readonly server: BenchServer;
  readonly backends: readonly Backend[];
  readonly population: Population;
}

export async function openBigGround(folder: string, { growth }: Sizes): Promise<BigGround> {
  const server = await startBenchServer(folder, 'big-database');
  atTheEnd(() => server.stop());
  return { server, backends: await openBackends(server), population: await Population.begin(server, growth.trips) };
}
