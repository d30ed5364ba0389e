import {
  every,
  Heartbeat,
  monotonicMillis,
  within,
  type Config,
  type Logger,
  type PartHealth,
} from '@cellrelay/platform';
import type { Opened } from '../stack/opened.js';
import { sparing } from '../stack/sparing.js';

/** A monitor that has not answered by then is let go. */
const withinMs = 10_000;

/** Whoever runs the monitor is told by it; the log is told now and then. */
const toldAgainAfterMs = 900_000;

/** Longer than this bells do not take to say how they are, unless they are not well. */
const patienceMs = 5_000;

/** Sends a sign of life again and again while all of these parts are well, if a monitor's address is set. */
export function sendHeartbeat(
  { heartbeat }: Pick<Config, 'heartbeat'>,
  parts: readonly (() => Promise<PartHealth>)[],
  logger: Logger,
  opened: Opened,
): void {
  if (heartbeat.url === null) return;
  const failed = sparing(
    (reason, repeated) => logger.warn('heartbeat-not-sent', { reason, repeated }),
    monotonicMillis,
    toldAgainAfterMs,
  );
  const well = async (): Promise<boolean> => {
    const asked = Promise.all(parts.map((part) => part())).then((all) => all.every(({ ok }) => ok));
    return within(
      patienceMs,
      asked.catch(() => false),
      () => false,
    );
  };
  const sender = new Heartbeat({ url: heartbeat.url, well, failed, withinMs });
  const alarm = every(heartbeat.everyMs, () => void sender.beat());
  opened.add(() => Promise.resolve(alarm.cancel()));
  void sender.beat();
}
