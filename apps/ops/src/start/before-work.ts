import type { Database } from '@cellrelay/adapter-postgres';
import {
  ClocksDiffer,
  createLogger,
  every,
  measureClockDifference,
  wallNow,
  type Config,
  type Logger,
} from '@cellrelay/platform';
import { rederiveStale } from '../stack/rederive-stale.js';

/** The log of this process, at its terminal or for machines to read. */
export function loggerOf(config: Config): Logger {
  const form = config.log.form === 'auto' ? (process.stdout.isTTY ? 'pretty' : 'json') : config.log.form;
  return createLogger({ level: config.log.level, form, write: (line) => process.stdout.write(line) });
}

/** Refuses to work with a clock that differs much from the database's. To be asked before the first bell is answered. */
export async function proveClock({ clock }: Pick<Database, 'clock'>, logger: Logger): Promise<void> {
  const measured = await measureClockDifference(clock, wallNow);
  if (measured.verdict === 'refuse') throw new ClocksDiffer(measured.sentence);
  if (measured.verdict === 'warn') logger.warn('clocks-differ', { differenceMs: measured.differenceMs });
}

/** Shipments of another release; with none there is nothing to do. */
export async function bringUpToDate(
  stores: Pick<Database, 'shipments'>,
  logger: Logger,
  which: 'other' | 'earlier' = 'other',
): Promise<void> {
  const failed = (shipment: string, error: unknown): void =>
    logger.error('shipment-not-rederived', { shipment, error });
  const count = await rederiveStale(stores, failed, which);
  if (count > 0) logger.info('shipments-rederived', { count });
}

/** So long may what a process of an earlier release wrote last lie as that one left it. */
const latecomersEveryMs = 60_000;

/**
 * While a release comes, processes of the earlier one work on beside this one, and what they commit is derived as they do: what this release owes besides
 * would not ring. So it is looked for again and again, and brought forward, never back. Answers what ends the looking.
 */
export function bringLatecomersUpToDate(
  stores: Pick<Database, 'shipments'>,
  logger: Logger,
  everyMs = latecomersEveryMs,
): () => Promise<void> {
  let looking: Promise<void> | null = null;
  const look = (): Promise<void> =>
    bringUpToDate(stores, logger, 'earlier')
      .catch((error: unknown) => logger.warn('latecomers-not-seen', { error }))
      .finally(() => (looking = null));
  const alarm = every(everyMs, () => {
    looking ??= look();
  });
  return async () => {
    alarm.cancel();
    await looking;
  };
}
