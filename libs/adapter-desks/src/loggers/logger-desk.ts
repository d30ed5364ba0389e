import { earliest, instantFromMillis, millisOf, type Instant, type Zone, type ZonedInstant } from '@cellrelay/kernel';
import type { Desk, DeskAnswer, ReadingStore } from '@cellrelay/use-cases';

/**
 * Whether a live logger has sent: the desk of our own store of readings. It reaches nobody. `unheard` is asked of one that has never sent anything: an example's may have no
 * device behind it, and its rehearsal's script speaks for it.
 */
export function loggerDesk(store: Pick<ReadingStore, 'last'>, unheard?: Desk): Desk {
  return {
    serves: ['watch-logger'],
    call: async (request) => {
      const { shipment, data, now } = request;
      const { logger, since } = asked(data);
      const last = await store.last({ shipment, logger });
      if (last === null && unheard !== undefined) return unheard.call(request);
      return last === null || last.atMillis <= millisOf(since)
        ? outcome({ name: 'RecordLoggerSilent', data: { logger, since: inUtc(since) } })
        : outcome({ name: 'RecordLoggerHeard', data: { logger, through: inUtc(throughOf(last.atMillis, now)) } });
    },
  };
}

function inUtc(at: Instant): ZonedInstant {
  return { at, zone: 'UTC' as Zone };
}

/** These desks, and that one in the place of whichever of them looked after loggers. */
export function withLoggerDesk(desks: readonly Desk[], loggers: Desk): readonly Desk[] {
  const others = desks.map((desk) => ({
    serves: desk.serves.filter((kind) => !loggers.serves.includes(kind)),
    call: (request: Parameters<Desk['call']>[0]) => desk.call(request),
  }));
  return [...others, loggers];
}

type Outcome = Extract<DeskAnswer, { kind: 'outcome' }>;

function outcome(command: Outcome['command']): Outcome {
  return { kind: 'outcome', command };
}

/** A logger's clock may be a little ahead of ours; nothing is on record through a moment that is to come. */
function throughOf(lastMillis: number, now: Instant): Instant {
  return earliest([instantFromMillis(lastMillis), now]) ?? now;
}

function asked({ logger, since }: Readonly<Record<string, unknown>>): {
  readonly logger: string;
  readonly since: Instant;
} {
  if (typeof logger === 'string' && typeof since === 'string') return { logger, since: since as Instant };
  throw new Error('the call does not say which logger is looked after, and since when');
}
