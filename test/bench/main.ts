import path from 'node:path';
import { printed } from '../support/wish-refused.js';
import { bellsRow } from './bells/bells-row.js';
import { openBigGround } from './big/big-ground.js';
import { bigRow } from './big/big-row.js';
import { boardRow } from './board/board-row.js';
import { commandsRow } from './commands/commands-row.js';
import { forecastRow } from './forecast/forecast-row.js';
import { benchFolder, removeFolder } from './ground/bench-folder.js';
import { startBenchServer, type BenchServer } from './ground/bench-server.js';
import { probeFsync } from './ground/fsync-probe.js';
import { mustFind } from './ground/must-find.js';
import { atTheEnd, undoAll, undoWhenInterrupted } from './ground/undo.js';
import { growthRows } from './growth/growth-rows.js';
import { listRow } from './list/list-row.js';
import { papersRow } from './papers/papers-row.js';
import { readingsRow } from './readings/readings-row.js';
import { machineOf, settingsOf, versionsOf } from './report/machine.js';
import { writeReadme } from './report/readme.js';
import { report, type Ran } from './report/report.js';
import { Rows } from './report/rows.js';
import { sideBySideRow } from './side-by-side/side-by-side-row.js';
import { wishOf, type Sizes } from './sizes.js';
import { startRow } from './start/start-row.js';

/** Runs the rows one after the other, prints the tables, writes the JSON; answers the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { sizes, rows: wanted, jsonFile, readmeFrom } = wishOf(args);
  if (readmeFrom !== null) return writeReadme(readmeFrom);
  const machine = machineOf();
  const folder = await benchFolder();
  atTheEnd(() => removeFolder(folder));
  const rows = new Rows(wanted);
  // Starts are measured before there is another server: what they are weighed by is theirs alone.
  await rows.run(['d'], async () => [await startRow(folder, sizes)]);
  await rows.run(['i'], () => Promise.resolve([forecastRow(sizes)]));
  await rows.run(['k'], async () => [await papersRow(sizes)]);
  const ground = { machine, ...(await onSmallServer(folder, sizes, rows)), fsyncMs: probeFsync(folder) };
  await onBigServer(folder, sizes, rows);
  const file = jsonFile ?? path.join('dist', 'bench', `${sizes.name}.json`);
  return report({ results: rows.results, tookSeconds: rows.tookSeconds, ground, sizes }, file);
}

/** Rows a to c, j, and l, which has a server of its own. The server is ended after them: memory and cores are the next one's. */
async function onSmallServer(
  folder: string,
  sizes: Sizes,
  rows: Rows,
): Promise<Pick<Ran['ground'], 'versions' | 'settings'>> {
  const server = await startBenchServer(folder);
  atTheEnd(() => server.stop());
  // Bells before commands: how many items are open is what row b is about, and row a leaves its own behind.
  await rows.run(['b'], async () => [await bellsRow(server, sizes)]);
  await rows.run(['a'], async () => [await commandsRow(server, sizes)]);
  await rows.run(['c'], async () => [await listRow(server, sizes)]);
  await rows.run(['j'], async () => [await readingsRow(server, sizes)]);
  await rows.run(['l'], async () => [await boardRow(folder, sizes)]);
  const ground = await serverGround(server);
  await server.stop();
  return ground;
}

/** Rows e to h: growing first, for what it leaves is what the others stand on. */
async function onBigServer(folder: string, sizes: Sizes, rows: Rows): Promise<void> {
  if (!rows.wants(['e', 'f', 'g', 'h'])) return;
  const big = await openBigGround(folder, sizes);
  if (rows.wants(['g', 'h'])) await rows.run(['h', 'g'], () => growthRows(big, sizes));
  await big.population.growTo(mustFind(sizes.growth.steps, sizes.growth.steps.length - 1));
  await rows.run(['e'], async () => [await bigRow(big, sizes)]);
  await rows.run(['f'], async () => [await sideBySideRow(big, sizes)]);
}

async function serverGround({ admin }: BenchServer) {
  return { versions: await versionsOf(admin), settings: await settingsOf(admin) };
}

undoWhenInterrupted();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(printed(error));
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  await undoAll();
}
