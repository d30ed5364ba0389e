import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mustFind } from '../ground/must-find.js';
import { median } from '../figures.js';
import { beside, besideYardstick, type Line, type RowResult } from '../report/line.js';
import type { Sizes } from '../sizes.js';
import { memoryOf, type Memory } from './memory.js';
import { startServer } from './server-process.js';

interface Starts {
  readonly firstMs: number[];
  readonly againMs: number[];
  readonly stopMs: number[];
}

/** Row d: from the start of the process to the first page, and what everything holds in memory once it idles. */
export async function startRow(folder: string, { start: sizes }: Sizes): Promise<RowResult> {
  const times: Starts = { firstMs: [], againMs: [], stopMs: [] };
  const dataFolders = Array.from({ length: sizes.firstStarts }, (_, at) => path.join(folder, `start-${at + 1}`));
  for (const dataFolder of dataFolders) {
    times.firstMs.push(await startAndStop(dataFolder, times));
  }
  let memory: Memory | null = null;
  for (let nth = 1; nth <= sizes.startsAgain; nth += 1) {
    const idle = nth === sizes.startsAgain ? sizes.idleMs : 0;
    times.againMs.push(
      await startAndStop(mustFind(dataFolders, 0), times, async (pid) => {
        await wait(idle);
        memory = memoryOf(pid);
      }),
    );
  }
  return resultOf(times, mustFind<Memory>([memory ?? undefined], 0), sizes.idleMs);
}

async function startAndStop(
  dataFolder: string,
  times: Starts,
  meanwhile: (pid: number) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  const server = await startServer({ CELLRELAY_DATA: dataFolder });
  try {
    await meanwhile(server.pid);
  } finally {
    times.stopMs.push(await server.stop());
  }
  return server.servedAfterMs;
}

function resultOf({ firstMs, againMs, stopMs }: Starts, memory: Memory, idleMs: number): RowResult {
  const seconds = (all: readonly number[]): number => median(all) / 1_000;
  const idle = `after ${idleMs / 1_000} s idle`;
  const lines: readonly Line[] = [
    beside('start to first page, data folder exists', 's', [seconds(againMs), null], {
      says: '10 s',
      bound: 10,
      keeps: 'at-most',
    }),
    beside('start to first page, first start', 's', [seconds(firstMs), null]),
    beside(`memory of all processes (PSS), ${idle}`, 'MB', [memory.pssMb, null], {
      says: '400 MB',
      bound: 400,
      keeps: 'at-most',
    }),
    beside(`the same added up (RSS), ${idle}`, 'MB', [memory.rssMb, null]),
  ];
  return {
    grids: [{ row: 'd', columns: besideYardstick, lines }],
    promises: [
      {
        row: 'd',
        what: 'PostgreSQL is among the processes weighed',
        kept: memory.each.some(({ name }) => name.includes('postgres')),
        says: `${memory.processes} processes`,
      },
    ],
    details: { firstMs, againMs, stopMs, memory },
  };
}
