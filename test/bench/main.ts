import path from 'node:path';
import { bellsRow } from './bells/bells-row.js';
import { commandsRow } from './commands/commands-row.js';
import { benchFolder, removeFolder } from './ground/bench-folder.js';
import { startBenchServer, type BenchServer } from './ground/bench-server.js';
import { probeFsync } from './ground/fsync-probe.js';
import { atTheEnd, undoAll, undoWhenInterrupted } from './ground/undo.js';
import { listRow } from './list/list-row.js';
import type { Line, RowResult } from './report/line.js';
import { machineOf, settingsOf, versionsOf } from './report/machine.js';
import { report } from './report/report.js';
import { wishOf } from './sizes.js';
import { startRow } from './start/start-row.js';

/** Runs the rows one after the other, prints the table, writes the JSON; answers the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { sizes, jsonFile } = wishOf(args);
  const machine = machineOf();
  const folder = await benchFolder();
  atTheEnd(() => removeFolder(folder));
  // Starts are measured before there is another server: what they are weighed by is theirs alone.
  const start = await row('d', () => startRow(folder, sizes));
  const server = await startBenchServer(folder);
  atTheEnd(() => server.stop());
  const ground = { machine, ...(await serverGround(server)), fsyncMs: probeFsync(folder) };
  // Bells before commands: how many items are open is what row b is about, and row a leaves its own behind.
  const bells = await row('b', () => bellsRow(server, sizes));
  const commands = await row('a', () => commandsRow(server, sizes));
  const list = await row('c', () => listRow(server, sizes));
  return report([commands, bells, list, start], {
    ground,
    sizes,
    file: jsonFile ?? path.join('dist', 'bench', `${sizes.name}.json`),
  });
}

async function serverGround({ admin }: BenchServer) {
  return { versions: await versionsOf(admin), settings: await settingsOf(admin) };
}

/** A row that breaks is a failure of that row; the others are run all the same. */
async function row(name: Line['row'], work: () => Promise<RowResult>): Promise<RowResult> {
  const began = performance.now();
  try {
    return await work();
  } catch (error) {
    console.error(error);
    return { lines: [], promises: [{ row: name, what: 'the row ran', kept: false, says: String(error) }], details: {} };
  } finally {
    console.log(`row ${name}: ${Math.round((performance.now() - began) / 1_000)} s`);
  }
}

undoWhenInterrupted();
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} finally {
  await undoAll();
}
