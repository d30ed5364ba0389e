import { rehearsalDesks, type RehearsalScript } from '@cellrelay/adapter-desks';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configOf, createLogger, createPasswords, operatorsAdministrator } from '@cellrelay/platform';
import { playHistory, storeHistory } from '@cellrelay/use-cases';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApi } from '../../../apps/api/src/create-api.js';
import { standardLimits } from '../../../apps/api/src/limits/limits.js';
import { exampleScript } from '../../../apps/ops/src/examples/plant-examples.js';
import { healthOf } from '../../../apps/ops/src/start/health.js';
import { signInBy } from '../../../apps/ops/src/start/sign-in-by.js';
import {
  airports,
  everySecond,
  holidays,
  openStack,
  servedBy,
  type Stack,
  type StackOptions,
} from '../../../apps/ops/src/stack/open-stack.js';
import { boardFolder } from '../../../apps/ops/src/where.js';
import type { TripSoFar } from './example-trips.js';
import { builtFileReader } from '../../support/built-file-reader.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../../support/database.js';
import { firstCoordinator } from '../../support/first-coordinator.js';

/** Hashing at its least: what it costs is measured elsewhere. */
const passwords = createPasswords({ memoryKiB: 64, passes: 1 });

/** Several browsers of one machine share its address; how much one caller may ask is another test's matter. */
const limits = { ...standardLimits, perAddress: { burst: 10_000, perSecond: 10_000 } };

/** The whole of CellRelay over a database of its own, with its board, worker, sweep and desks: what `npm start` runs, in this process. */
export class RunningBoard {
  private app: NestExpressApplication | null = null;
  private port = 0;
  private keys = '';

  private constructor(
    readonly own: ThrowAwayDatabase,
    readonly stack: Stack,
    readonly account: { readonly name: string; readonly password: string },
    private readonly make: () => Promise<NestExpressApplication>,
  ) {}

  static async start(
    more: Partial<StackOptions> = {},
    settings: Readonly<Record<string, string>> = {},
    folder = boardFolder(),
  ): Promise<RunningBoard> {
    if (folder === null) throw new Error('the board is not built: node apps/ops/bin/prepare.mjs builds it');
    const own = await throwAwayDatabase();
    const logger = createLogger({ level: 'error', form: 'pretty', write: (line) => process.stderr.write(line) });
    const keys = mkdtempSync(path.join(tmpdir(), 'cellrelay-keys-'));
    const files = builtFileReader();
    const usual = { urls: own, logger, script: exampleScript, sweepEveryMs: everySecond, keysFolder: keys, files };
    const stack = await openStack({ ...usual, ...more });
    const account = await firstCoordinator(stack.api.accounts, passwords);
    const config = configOf({ CELLRELAY_KEYS: keys, ...settings });
    const health = healthOf(stack, () => false);
    const parts = { ...servedBy(stack, config.keysFolder), passwords, config, logger, health, boardFolder: folder };
    // A server that starts knows nothing of a provider yet.
    const make = () => createApi({ ...parts, ...signInBy(config, stack.api.providerLinks) }, limits);
    const board = new RunningBoard(own, stack, account, make);
    board.keys = keys;
    await board.startApi();
    return board;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Listens, after a stop on the same port as before. */
  async startApi(): Promise<void> {
    this.app = await this.make();
    await this.app.listen(this.port, '127.0.0.1');
    this.port = Number(new URL(await this.app.getUrl()).port);
  }

  /** The server goes away as in a restart: every line is cut, and nobody answers. The worker goes on. */
  async stopApi(): Promise<void> {
    await this.app?.close();
    this.app = null;
  }

  /** The operator's administrator, who invites the others; a new password each time. */
  async administrator(): Promise<{ readonly name: string; readonly password: string }> {
    const shown = await operatorsAdministrator(this.stack.api.people, passwords);
    if (shown === null) throw new Error('the name of the administrator is taken');
    return shown;
  }

  /** Puts an example's history into the store, its bells answered by the desks of examples up to now. */
  async plant({ id, steps }: TripSoFar, script: RehearsalScript = exampleScript): Promise<void> {
    const desks = rehearsalDesks(script, airports);
    const played = await playHistory(id, steps, { desks, holidays }, await this.stack.api.clock.now());
    const stored = await storeHistory(this.stack.api.shipments, played);
    if (stored.kind !== 'committed') throw new Error(`the example ${id} was not stored: ${JSON.stringify(stored)}`);
  }

  /** How many commands of people have been taken: bells and desks of the examples go on beside a test, and are not counted. */
  async taken(): Promise<number> {
    const sql = `select count(distinct text::jsonb ->> 'commandId')::int as n from cellrelay.event
      where text::jsonb ->> 'recordedBy' = $1`;
    const found = await this.stack.api.pool.query<{ n: number }>(sql, [this.account.name]);
    return found.rows[0]?.n ?? -1;
  }

  async close(): Promise<void> {
    await this.stopApi();
    await this.stack.close();
    await this.own.drop();
    rmSync(this.keys, { recursive: true, force: true });
  }
}
