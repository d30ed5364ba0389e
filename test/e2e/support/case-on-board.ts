import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installReplayClock, type ReplayClock } from '@cellrelay/adapter-postgres';
import { millisOf, type Instant } from '@cellrelay/kernel';
import { configOf, createLogger } from '@cellrelay/platform';
import { noRelay } from '@cellrelay/use-cases';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi } from '../../../apps/api/src/create-api.js';
import { standardLimits } from '../../../apps/api/src/limits/limits.js';
import { openStack, servedBy, type Stack } from '../../../apps/ops/src/stack/open-stack.js';
import { boardFolder } from '../../../apps/ops/src/where.js';
import { throwAwayDatabase } from '../../support/database.js';
import { passwords } from './case-people.js';
import type { Scenario } from '../../../apps/ops/src/replay/scenario/scenario.js';

const bells = { ring: 1, call: 1, lockMs: 30_000, stalledMs: 10_000 } as const;
const plenty = { burst: 100_000, perSecond: 100_000 };
const logger = createLogger({ level: 'error', form: 'pretty', write: (line) => process.stderr.write(line) });

/** The whole stack with its board on a database of its own, whose clock stands still until it is set. */
export class CaseOnBoard {
  private shown = 0;
  private readonly asked = new Set<ServerResponse>();

  private constructor(
    readonly stack: Stack,
    readonly clock: ReplayClock,
    private readonly app: NestExpressApplication,
    private readonly leave: () => Promise<void>,
  ) {}

  static async start(scenario: Scenario): Promise<CaseOnBoard> {
    const own = await throwAwayDatabase();
    const clock = await installReplayClock(own.ownerUrl, scenario.steps[0]?.at as Instant);
    const keysFolder = await mkdtemp(path.join(tmpdir(), 'cellrelay-case-keys-'));
    const stack = await openStack({
      ...{ urls: own, logger, script: scenario.script, sweepEveryMs: null, after: noRelay, bells },
      ...{ leaseMs: 60_000, poolSize: 4, keysFolder },
    });
    const parts = { ...servedBy(stack, keysFolder), passwords, config: configOf({}), logger, health: {} };
    const limits = { ...standardLimits, perAddress: plenty, perSession: plenty, signIn: plenty };
    const app = await createApi({ ...parts, boardFolder: boardFolder() }, limits);
    const leave = async (): Promise<void> => {
      for (const close of [() => app.close(), () => stack.close(), () => clock.close(), () => own.drop()])
        await close();
      await rm(keysFolder, { recursive: true, force: true });
    };
    const served = new CaseOnBoard(stack, clock, app, leave);
    await served.listen();
    return served;
  }

  get url(): Promise<string> {
    return this.app.getUrl();
  }

  /** Whoever asks from now on is told that it is then: pages put their clocks right by the server's. */
  showTime(at: Instant): void {
    this.shown = millisOf(at);
  }

  /** Resolves when whatever pages have asked is answered; live streams go on. */
  async quiet(): Promise<void> {
    while (this.asked.size > 0) await Promise.all([...this.asked].map((answer) => once(answer, 'close')));
  }

  close(): Promise<void> {
    return this.leave();
  }

  private async listen(): Promise<void> {
    const server = this.app.getHttpServer() as NodeJS.EventEmitter;
    server.prependListener('request', ({ url }: IncomingMessage, res: ServerResponse) => {
      res.setHeader('Date', new Date(this.shown).toUTCString());
      if (url?.startsWith('/api/v1/live') === true) return;
      this.asked.add(res);
      res.once('close', () => this.asked.delete(res));
    });
    await this.app.listen(0, '127.0.0.1');
  }
}
