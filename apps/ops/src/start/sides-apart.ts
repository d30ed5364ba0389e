import { SchemaNewer, standingOf, type Database } from '@cellrelay/adapter-postgres';
import { readConfig, type Config, type Logger, type PartHealth } from '@cellrelay/platform';
import { exampleScript } from '../examples/plant-examples.js';
import { channelsOf, everySecond, openApiStack, openWorkerStack, type StackOptions } from '../stack/open-stack.js';
import type { Opened } from '../stack/opened.js';
import { keysFolderOf } from '../where.js';
import { keepUpToDate, loggerOf, proveClock } from './before-work.js';
import { healthOfApi, healthOfWorker, workerHealth } from './health.js';
import { listenPlainly } from './listening.js';
import { sendHeartbeat } from './send-heartbeat.js';
import { serveBoard } from './serve-board.js';
import { openTraces, type Service } from './traces.js';
import { untilEnded, type Terminal } from './until-ended.js';
import { clockHealth, watchClock } from './watch-clock.js';
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
    const { config, logger, options, watch } = await ground('cellrelay-api', opened, terminal);
    const stack = await openApiStack(options);
    opened.add(() => stack.close());
    await proveClock(stack.api, logger);
    const clocks = await watchClock(stack.api, logger, opened);
    if (terminal.ending()) return;
    const health = { ...healthOfApi(stack), clock: () => Promise.resolve(clockHealth(clocks)) };
    watch.ask(health);
    const { metrics } = watch;
    const served = { config, logger, metrics, stack, health, clocks, ...listenPlainly(config) };
    await serveBoard({ ...served, announce: () => undefined }, opened, terminal);
  });
}

/** `ops worker`: what answers bells, alone. Several share the work; any of them may come and go. */
export function workerCommand(): Promise<number> {
  return untilEnded(work);
}

async function work(opened: Opened, terminal: Terminal): Promise<void> {
  const { config, logger, options, watch } = await ground('cellrelay-worker', opened, terminal);
  const stack = await openWorkerStack(options);
  opened.add(() => stack.close());
  const clocks = await watchClock(stack.worker, logger, opened);
  await keepUpToDate(stack.worker, logger, { opened, ending: terminal.ending });
  if (terminal.ending()) return;
  const clock = (): Promise<PartHealth> => Promise.resolve(clockHealth(clocks));
  watch.ask({ ...healthOfWorker(stack), clock });
  sendHeartbeat(config, [() => workerHealth(stack), clock], logger, opened);
  terminal.say('This worker answers bells. Ctrl-C ends it.');
  logger.info('started', { part: 'worker' });
}

interface Ground {
  readonly config: Config;
  readonly logger: Logger;
  readonly options: StackOptions;
  readonly watch: Watch;
}

/** The servers that DATABASE_URL and REDIS_URL name, migrated by somebody else before: two processes must not both try. */
async function ground(service: Service, opened: Opened, terminal: Terminal): Promise<Ground> {
  const config = readConfig();
  const logger = loggerOf(config);
  await openTraces({ config, logger }, service, opened);
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
    keysFolder: keysFolderOf(config),
    logger,
    metrics: watch.metrics,
    channels: channelsOf(config),
    script: exampleScript,
    sweepEveryMs: everySecond,
    beforeBells: (stores: Pick<Database, 'clock'>) => proveClock(stores, logger),
  };
  return { config, logger, options, watch };
}
