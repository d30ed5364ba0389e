import type { Logger, PartHealth } from '@cellrelay/platform';
import { exampleScript } from '../examples/plant-examples.js';
import { plantOnce } from '../examples/plant-once.js';
import { migrateAll } from '../stack/migrate-all.js';
import { airports, channelsOf, everySecond, holidays, openStack, type Stack } from '../stack/open-stack.js';
import { firstSigningKey, keepUpToDate, loggerOf, proveClock } from './before-work.js';
import { healthOf, workerHealth } from './health.js';
import { sendHeartbeat } from './send-heartbeat.js';
import { configFor, listeningFor } from './listening.js';
import { openServer } from './server.js';
import { serveBoard } from './serve-board.js';
import { openTraces } from './traces.js';
import { untilEnded, type Start } from './until-ended.js';
import { clockHealth, watchClock } from './watch-clock.js';
import { openWatch } from './watch.js';

/** Serves over TLS, by a certificate of this machine's own. */
export const withTls = '--tls';

/** `npm start`: everything in one process, until it is asked to end. Answers the exit code. */
export function startCommand(args: readonly string[]): Promise<number> {
  const overTls = args.includes(withTls);
  return untilEnded((opened, terminal) => start(overTls, opened, terminal));
}

/**
 * Asked to end meanwhile, it begins nothing more: what is open by then is closed, and nothing is said of a board that is going, least of all a password
 * that would be shown this once.
 */
async function start(overTls: boolean, ...[opened, terminal]: Parameters<Start>): Promise<void> {
  const config = configFor(overTls);
  const logger = loggerOf(config);
  await openTraces({ config, logger }, 'cellrelay', opened);
  const watch = await openWatch({ config, logger }, opened, terminal);
  const server = await openServer(config, terminal.say);
  opened.add(() => server.stop());
  terminal.say(server.says);
  const listening = await listeningFor(overTls, config, { logger, say: terminal.say });
  if (terminal.ending()) return;
  await migrateAll(server.urls.ownerUrl);
  if (terminal.ending()) return;
  const stack = await openStack({
    urls: server.urls,
    redisUrl: config.redisUrl,
    keysFolder: server.keysFolder,
    logger,
    metrics: watch.metrics,
    channels: channelsOf(config),
    script: exampleScript,
    sweepEveryMs: everySecond,
    beforeBells: (stores) => proveClock(stores, logger),
  });
  opened.add(() => stack.close());
  const clocks = await watchClock(stack.api, logger, opened);
  await keepUpToDate(stack.worker, logger, { opened, ending: terminal.ending });
  if (terminal.ending()) return;
  if (server.embedded) await plant(stack, logger);
  if (server.embedded) await firstSigningKey(stack.api, { config, logger, ownerUrl: server.urls.ownerUrl });
  if (terminal.ending()) return;
  const clock = (): Promise<PartHealth> => Promise.resolve(clockHealth(clocks));
  const health = { ...healthOf(stack, () => server.lost()), clock };
  watch.ask(health);
  sendHeartbeat(config, [() => workerHealth(stack), clock], logger, opened);
  const announce = (url: string): void => server.announce(url);
  const { metrics } = watch;
  await serveBoard({ config, logger, metrics, stack, health, clocks, announce, ...listening }, opened, terminal);
}

/** Examples that cannot be planted keep nobody from their own shipments. */
async function plant(stack: Stack, logger: Logger): Promise<void> {
  const planted = await plantOnce(stack.api, { airports, holidays }).catch((error: unknown) => {
    logger.error('examples-not-planted', { error });
    return [];
  });
  for (const outcome of planted) {
    if (outcome.kind === 'committed') logger.info('example-planted', { shipment: outcome.answer.shipment });
    if (outcome.kind === 'refused') logger.warn('example-not-planted', { reason: outcome.refusal.sentence });
  }
}
