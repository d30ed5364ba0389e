/** A worker that never comes to an end with the bell that it answers: it says `ringing` and waits to be killed. */
import { BellWorkers, openBellConnection } from '@cellrelay/adapter-bullmq';
import { quickBells } from './bells.js';

const failed = (error: unknown): void => void process.stderr.write(`${String(error)}\n`);
const connection = openBellConnection(process.env.CELLRELAY_TEST_BELLS ?? '', { poolSize: 4, failed });
new BellWorkers(connection, quickBells, {
  answer: () => {
    process.stdout.write('ringing\n');
    return new Promise<never>(() => undefined);
  },
  failed,
  nowMs: () => Date.now(),
}).start();
