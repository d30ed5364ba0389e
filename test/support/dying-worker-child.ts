/** A worker that never comes to an end with the bell that it answers: it says `ringing` and waits to be killed. */
import { BellWorkers } from '@cellrelay/adapter-bullmq';
import { bellsAt, quickBells } from './bells.js';

const failed = (error: unknown): void => void process.stderr.write(`${String(error)}\n`);
const connection = await bellsAt(process.env.CELLRELAY_TEST_BELLS ?? '');
new BellWorkers(connection, quickBells, {
  answer: () => {
    process.stdout.write('ringing\n');
    return new Promise<never>(() => undefined);
  },
  failed,
  nowMs: () => Date.now(),
}).start();
