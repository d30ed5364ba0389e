import type { Database } from '@cellrelay/adapter-postgres';
import { messageOf } from '@cellrelay/kernel';
import {
  ClockWatch,
  every,
  monotonicMillis,
  uptimeMillis,
  wallNow,
  type Logger,
  type PartHealth,
} from '@cellrelay/platform';
import type { Opened } from '../stack/opened.js';
import { sparing } from '../stack/sparing.js';

const everyMs = 60_000;

/** Goes on comparing the clocks after the start: one that drifts away is warned of, and so is a database's clock that is put back. */
export async function watchClock(
  { clock }: Pick<Database, 'clock'>,
  logger: Logger,
  opened: Opened,
): Promise<ClockWatch> {
  const watch = new ClockWatch({
    database: clock,
    wall: wallNow,
    elapsedMs: uptimeMillis,
    differ: ({ differenceMs, verdict }) => {
      if (verdict === 'fine') logger.info('clocks-agree-again', { differenceMs });
      else logger.warn('clocks-differ', { differenceMs });
    },
    jumped: (byMs) => logger.warn(byMs < 0 ? 'database-clock-went-back' : 'database-clock-jumped', { byMs }),
  });
  const told = sparing((reason, repeated) => logger.warn('clocks-not-compared', { reason, repeated }), monotonicMillis);
  const look = (): Promise<void> => watch.look().catch((error: unknown) => told(messageOf(error)));
  await look();
  const alarm = every(everyMs, () => void look());
  opened.add(() => Promise.resolve(alarm.cancel()));
  return watch;
}

/** What readiness says of it: beyond the limit at which it would not have started, a process is not ready. */
export function clockHealth(watch: ClockWatch): PartHealth {
  const difference = watch.difference();
  if (difference === null) return { ok: true, says: 'not compared yet' };
  return { ok: difference.verdict !== 'refuse', says: difference.sentence };
}
