import { SchemaNewer, standingOf } from '@cellrelay/adapter-postgres';
import { readConfig, type Config, type Logger } from '@cellrelay/platform';
import { exampleScript } from '../examples/plant-examples.js';
import { everySecond, openApiStack, openWorkerStack, type StackOptions } from '../stack/open-stack.js';
import type { Opened } from '../stack/opened.js';
import { bringLatecomersUpToDate, bringUpToDate, loggerOf, proveClock } from './before-work.js';
import { healthOfApi, healthOfWorker } from './health.js';
import { serveBoard } from './serve-board.js';
import { untilEnded, type Terminal } from './until-ended.js';
import { openWatch, type Watch } from './watch.js';

/** A setting or a step that a process of one side needs and has not had. */
export class CannotStartAlone extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'CannotStartAlone';
  }
}

/** `ops api`: board and API alone, on servers of one's own. Bells are answered by workers. */
export function apiCommand(): Promise<number> {
  return untilEnded(async (opened, terminal) => {
    const { config, logger, options, url, watch } = await ground(opened, terminal);
    const stack = await openApiStack(options);
    opened.add(() => stack.close());
    await proveClock(stack.api, logger);
    if (terminal.ending()) return;
    const health = healthOfApi(stack, url);
    watch.ask(health);
    await serveBoard({ config, logger, stack, health, announce: () => undefined }, opened, terminal);
  });
}

/** `ops worker`: what answers bells, alone. Several share the work; any of them may come and go. */
export function workerCommand(): Promise<number> {
  return untilEnded(work);
}

async function work(opened: Opened, terminal: Terminal): Promise<void> {
  const { logger, options, url, watch } = await ground(opened, terminal);
  const stack = await openWorkerStack(options);
  opened.add(() => stack.close());
  await proveClock(stack.worker, logger);
  await bringUpToDate(stack.worker, logger);
  opened.add(bringLatecomersUpToDate(stack.worker, logger));
  if (terminal.ending()) return;
  watch.ask(healthOfWorker(stack, url));
  terminal.say('This worker answers bells. Ctrl-C ends it.');
  logger.info('started', { part: 'worker' });
}

interface Ground {
  readonly config: Config;
  readonly logger: Logger;
  readonly options: StackOptions;
  readonly url: string;
  readonly watch: Watch;
}

/** The servers that DATABASE_URL and REDIS_URL name, migrated by somebody else before: two processes must not both try. */
async function ground(opened: Opened, terminal: Terminal): Promise<Ground> {
  const config = readConfig();
  const logger = loggerOf(config);
  const watch = await openWatch({ config, logger }, opened, terminal);
  const url = config.databaseUrl;
  if (url === null)
    throw new CannotStartAlone(
      'DATABASE_URL is not set: the PostgreSQL that comes along serves one process, npm start.',
    );
  const { missing, unknown } = await standingOf(url);
  if (unknown.length > 0) throw new SchemaNewer(unknown);
  if (missing.length > 0)
    throw new CannotStartAlone(
      `The database lacks ${missing.length} migrations of this version: npm run ops -- migrate.`,
    );
  const options = {
    urls: { apiUrl: url, workerUrl: url },
    redisUrl: config.redisUrl,
    logger,
    script: exampleScript,
    sweepEveryMs: everySecond,
  };
  return { config, logger, options, url, watch };
}
