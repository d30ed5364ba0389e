/** Plays a scenario in a process of its own, which may die under way. Started by replay-process.ts with what to do in CELLRELAY_TEST_REPLAY. */
import { createLogger } from '@cellrelay/platform';
import type { FaultPoint } from '@cellrelay/use-cases';
import pg from 'pg';
import { replayOn } from '../../apps/ops/src/replay/run/replay-on.js';
import type { ReplayTask } from './replay-process.js';
import { scenarioIn } from './scenarios.js';

const task = JSON.parse(process.env.CELLRELAY_TEST_REPLAY ?? '') as ReplayTask;
let counted = 0;

/** Dies as by a power cut: nothing is flushed, nothing is closed, nothing after this line runs. */
function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise<never>(() => undefined);
}

function reach(point: FaultPoint | 'loaded' | 'written'): Promise<void> {
  if (task.dies?.at !== point) return Promise.resolve();
  counted += 1;
  return counted === task.dies.count ? die() : Promise.resolve();
}

/** Any statement that goes to the database, of ours or of the queue's, is a moment to die at. */
function dieAtStatement(count: number): void {
  const prototype = pg.Client.prototype as { query: (...args: unknown[]) => unknown };
  const send = prototype.query;
  prototype.query = function (this: unknown, ...args: unknown[]): unknown {
    counted += 1;
    const sent = send.apply(this, args);
    // Half of them die before the statement has left the process, half while the answer is on its way.
    if (counted === count) void (count % 2 === 0 ? die() : setImmediate(() => setImmediate(() => void die())));
    return sent;
  };
}

if (task.dies?.at === 'statement') dieAtStatement(task.dies.count);
const logger = createLogger({ level: 'warn', form: 'pretty', write: (line) => process.stderr.write(line) });
await replayOn(scenarioIn(task.scenario), {
  urls: task.urls,
  logger,
  sweeps: task.sweeps,
  points: { reach },
  storePoint: reach,
});
process.stdout.write(`finished after ${counted}\n`);
