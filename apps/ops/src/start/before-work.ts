import type { Database } from '@cellrelay/adapter-postgres';
import {
  ClocksDiffer,
  createLogger,
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

/** Shipments of an earlier release; with none there is nothing to do. */
export async function bringUpToDate(stores: Pick<Database, 'shipments'>, logger: Logger): Promise<void> {
  const count = await rederiveStale(stores, (shipment, error) =>
    logger.error('shipment-not-rederived', { shipment, error }),
  );
  if (count > 0) logger.info('shipments-rederived', { count });
}
