import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  createFirstAccount,
  createLogger,
  createPasswords,
  measureClockDifference,
  printedConfig,
  readConfig,
  wallNow,
  type Config,
  type Logger,
  type Passwords,
} from '@cellrelay/platform';
import { createApi } from '../../../api/src/create-api.js';
import { exampleScript, plantExamples } from '../examples/plant-examples.js';
import { airports, everySecond, openStack, type Stack } from '../stack/open-stack.js';
import { migrateAll } from '../stack/migrate-all.js';
import { boardFolder } from '../where.js';
import { healthOf } from './health.js';
import { listen } from './listen.js';
import { openServer, type Server } from './server.js';

/** Says a line to the person at the terminal. */
type Say = (line: string) => void;

/** What has been opened so far, closed in reverse when the start fails or the process is asked to end. */
class Opened {
  private readonly closings: (() => Promise<void>)[] = [];
  private ending: Promise<void> | null = null;

  add(close: () => Promise<void>): void {
    this.closings.push(close);
  }

  /** Closes everything once, the last opened first; what fails to close does not keep the rest open. */
  end(): Promise<void> {
    this.ending ??= this.closeAll();
    return this.ending;
  }

  private async closeAll(): Promise<void> {
    for (let close = this.closings.pop(); close !== undefined; close = this.closings.pop()) {
      await close().catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    }
  }
}

/** `npm start`: everything in one process, until it is asked to end. Answers the exit code. */
export async function startCommand(): Promise<number> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  const opened = new Opened();
  try {
    const started = start(opened, (line) => console.log(line));
    await Promise.race([asked, started]);
    await started;
    await asked;
    console.log('Ending.');
    return 0;
  } finally {
    await opened.end();
  }
}

async function start(opened: Opened, say: Say): Promise<void> {
  const config = readConfig();
  const logger = loggerOf(config);
  const server = await openServer(config, say);
  opened.add(() => server.stop());
  say(server.says);
  await migrateAll(server.urls.ownerUrl);
  const stack = await openStack({ urls: server.urls, logger, script: exampleScript, sweepEveryMs: everySecond });
  opened.add(() => stack.close());
  await proveClock(stack, logger);
  const passwords = createPasswords();
  const account = await createFirstAccount(stack.api.accounts, passwords);
  await plantOnce(stack, server, logger);
  const app = await openApi({ config, logger, stack, server, passwords });
  opened.add(() => app.close());
  const url = await listen(app, config.web.host, config.web.port);
  server.announce(url);
  say(banner(url, account));
  logger.info('started', { settings: printedConfig() });
}

function loggerOf(config: Config): Logger {
  const form = config.log.form === 'auto' ? (process.stdout.isTTY ? 'pretty' : 'json') : config.log.form;
  return createLogger({ level: config.log.level, form, write: (line) => process.stdout.write(line) });
}

async function proveClock(stack: Stack, logger: Logger): Promise<void> {
  const clock = await measureClockDifference(stack.api.clock, wallNow);
  if (clock.verdict === 'refuse') throw new Error(clock.sentence);
  if (clock.verdict === 'warn') logger.warn('clocks-differ', { differenceMs: clock.differenceMs });
}

/** Examples are planted in a database of our own that has never held anything; once removed, they stay away. */
async function plantOnce(stack: Stack, server: Server, logger: Logger): Promise<void> {
  if (!server.embedded || (await hasHistory(stack))) return;
  const planted = await plantExamples({ store: stack.api.shipments, airports, now: await stack.api.clock.now() });
  logger.info('examples-planted', { count: planted.length });
}

async function hasHistory(stack: Stack): Promise<boolean> {
  const found = await stack.api.pool.query<{ some: boolean }>(
    'select exists (select from cellrelay.shipment) or exists (select from cellrelay.maintenance) as some',
  );
  return found.rows[0]?.some === true;
}

interface ApiWish {
  readonly config: Config;
  readonly logger: Logger;
  readonly stack: Stack;
  readonly server: Server;
  readonly passwords: Passwords;
}

function openApi({ config, logger, stack, server, passwords }: ApiWish): Promise<NestExpressApplication> {
  return createApi({
    takeCommand: stack.take,
    questions: stack.questions,
    accounts: stack.api.accounts,
    passwords,
    board: stack.api.board,
    changes: stack.api.changes,
    airports,
    clock: stack.api.clock,
    config,
    logger,
    health: healthOf(stack, server.urls.apiUrl, () => false),
    boardFolder: boardFolder(),
  });
}

function banner(url: string, account: { readonly name: string; readonly password: string } | null): string {
  const signIn =
    account === null
      ? ['Sign in as before; a lost password: npm run ops -- password']
      : [`Sign in as   ${account.name}`, `Password     ${account.password}   (shown this once)`];
  return ['', `CellRelay is at ${url}`, ...signIn, 'Ctrl-C ends it.', ''].join('\n');
}
