import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import {
  BellWorkers,
  BullmqBell,
  bellsOnPostgres,
  bellsOnRedis,
  type BellConnection,
  type BellSettings,
} from '@cellrelay/adapter-bullmq';
import type { BellUnderTest, RunningBells } from '@cellrelay/testkit';
import type { BellAnswer } from '@cellrelay/use-cases';

/** Takes over from a dead worker within two seconds. */
export const quickBells: BellSettings = { ring: 1, call: 1, lockMs: 1_200, stalledMs: 400 };

const failed = (error: unknown): void => void process.stderr.write(`${String(error)}\n`);

/** Bells where the address says: on a PostgreSQL or a Redis. */
export function bellsAt(url: string): Promise<BellConnection> {
  return url.startsWith('redis')
    ? bellsOnRedis(url, failed)
    : Promise.resolve(bellsOnPostgres(url, { poolSize: 6, failed }));
}

/** BullMQ's queues, with workers in this process. */
export class BullmqUnderTest implements BellUnderTest {
  readonly bell: BullmqBell;

  private constructor(
    private readonly url: string,
    private readonly connection: BellConnection,
  ) {
    this.bell = new BullmqBell(connection);
  }

  static async at(url: string): Promise<BullmqUnderTest> {
    return new BullmqUnderTest(url, await bellsAt(url));
  }

  work(answer: (id: string, revision: number) => Promise<BellAnswer>, places = quickBells.ring): RunningBells {
    const workers = new BellWorkers(
      this.connection,
      { ...quickBells, ring: places },
      { answer, failed, nowMs: () => Date.now() },
    );
    workers.start();
    return workers;
  }

  async dieAnswering(): Promise<void> {
    const support = path.resolve('test/support');
    const child = spawn(
      process.execPath,
      ['--import', `${support}/typescript.mjs`, `${support}/dying-worker-child.ts`],
      {
        env: { ...process.env, CELLRELAY_TEST_BELLS: this.url, NODE_OPTIONS: '' },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  nowMs(): number {
    return performance.now();
  }

  forget(): Promise<void> {
    return this.bell.forgetAll();
  }

  async close(): Promise<void> {
    await this.bell.close();
    await this.connection.close();
  }
}
