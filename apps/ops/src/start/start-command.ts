import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  createFirstAccount,
  createLogger,
  createPasswords,
  measureClockDifference,
  pause,
  printedConfig,
  readConfig,
  wallNow,
  type Config,
  type Logger,
  type Passwords,
} from '@cellrelay/platform';
import { troubleOf } from '@cellrelay/adapter-postgres';
import { createApi } from '../../../api/src/create-api.js';
import { exampleScript } from '../examples/plant-examples.js';
import { plantOnce } from '../examples/plant-once.js';
import { airports, everySecond, openStack, type Stack } from '../stack/open-stack.js';
import { migrateAll } from '../stack/migrate-all.js';
import { rederiveStale } from '../stack/rederive-stale.js';
import { Opened } from '../stack/opened.js';
import { boardFolder } from '../where.js';
import { askedToEnd, echoMs } from './asked-to-end.js';
import { healthOf } from './health.js';
import { listen } from './listen.js';
import { openServer, type Server } from './server.js';

/** Says a line to the person at the terminal. */
type Say = (line: string) => void;

/** `npm start`: everything in one process, until it is asked to end. Answers the exit code. */
export async function startCommand(): Promise<number> {
  const say: Say = (line) => console.log(line);
  let ending = false;
  const asked = askedToEnd(say).then(() => (ending = true));
  const opened = new Opened();
  try {
    await start(opened, { say, ending: () => ending });
    await asked;
    return 0;
  } finally {
    await opened.end().catch((error: unknown) => console.error(error));
    await pause(echoMs);
  }
}

interface Terminal {
  readonly say: Say;
  /** Whether the process was asked to end. */
  readonly ending: () => boolean;
}

/**
 * Asked to end meanwhile, it begins nothing more: what is open by then is closed, and nothing is said of a board that is going, least of all a password
 * that would be shown this once.
 */
async function start(opened: Opened, terminal: Terminal): Promise<void> {
  const config = readConfig();
  const logger = loggerOf(config);
  const server = await openServer(config, terminal.say);
  opened.add(() => server.stop());
  terminal.say(server.says);
  if (terminal.ending()) return;
  await migrateAll(server.urls.ownerUrl);
  if (terminal.ending()) return;
  const stack = await openStack({
    urls: server.urls,
    redisUrl: config.redisUrl,
    logger,
    script: exampleScript,
    sweepEveryMs: everySecond,
  });
  opened.add(() => stack.close());
  await proveClock(stack, logger);
  await bringUpToDate(stack, logger);
  if (terminal.ending()) return;
  if (server.embedded) await plant(stack, logger);
  if (terminal.ending()) return;
  await openBoard({ config, logger, stack, server, passwords: createPasswords() }, opened, terminal);
}

async function openBoard(wish: ApiWish, opened: Opened, { say, ending }: Terminal): Promise<void> {
  const { config, stack, server, passwords, logger } = wish;
  const app = await openApi(wish);
  opened.add(() => app.close());
  const url = await listen(app, config.web.host, config.web.port);
  server.announce(url);
  if (ending()) return;
  // Last of all: its password is shown by the next line, and by no other start.
  const account = await createFirstAccount(stack.api.accounts, passwords);
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

/** Shipments of an earlier release; with none there is nothing to do. */
async function bringUpToDate(stack: Stack, logger: Logger): Promise<void> {
  const count = await rederiveStale(stack.worker, (shipment, error) =>
    logger.error('shipment-not-rederived', { shipment, error }),
  );
  if (count > 0) logger.info('shipments-rederived', { count });
}

/** Examples that cannot be planted keep nobody from their own shipments. */
async function plant(stack: Stack, logger: Logger): Promise<void> {
  const planted = await plantOnce(stack.api, airports).catch((error: unknown) => {
    logger.error('examples-not-planted', { error });
    return [];
  });
  for (const outcome of planted) {
    if (outcome.kind === 'committed') logger.info('example-planted', { shipment: outcome.answer.shipment });
    if (outcome.kind === 'refused') logger.warn('example-not-planted', { reason: outcome.refusal.sentence });
  }
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
    policies: stack.policies,
    figures: stack.api.figures,
    accounts: stack.api.accounts,
    passwords,
    board: stack.api.board,
    changes: stack.api.changes,
    airports,
    couriers: stack.api.couriers,
    clock: stack.api.clock,
    config,
    logger,
    outage: (error) => troubleOf(error) === 'connection',
    health: healthOf(stack, server.urls.apiUrl, () => server.lost()),
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
