import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import {
  BellWorkers,
  BullmqBell,
  openBellConnection,
  type BellConnection,
  type BellSettings,
} from '@cellrelay/adapter-bullmq';
import type { BellUnderTest, RunningBells } from '@cellrelay/testkit';
import type { BellAnswer } from '@cellrelay/use-cases';

/** Takes over from a dead worker within two seconds. */
export const quickBells: BellSettings = { ring: 1, call: 1, lockMs: 1_200, stalledMs: 400 };

const failed = (error: unknown): void => void process.stderr.write(`${String(error)}\n`);

/** BullMQ's queues on a database, with workers in this process. */
export class BellsOnDatabase implements BellUnderTest {
  private readonly connection: BellConnection;
  readonly bell: BullmqBell;

  constructor(private readonly url: string) {
    this.connection = openBellConnection(url, { poolSize: 6, failed });
    this.bell = new BullmqBell(this.connection, failed);
  }

  work(answer: (id: string, revision: number) => Promise<BellAnswer>): RunningBells {
    const workers = new BellWorkers(this.connection, quickBells, { answer, failed, nowMs: () => Date.now() });
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
