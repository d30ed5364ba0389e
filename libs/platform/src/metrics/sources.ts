import type { AgendaDepth, DeliveryDepth, MarkDepth } from '@cellrelay/use-cases';
import { within } from '../clock/timers.js';
import { monotonicMillis } from '../clock/wall-clock.js';

/** How a pool of connections is used. */
export interface PoolUse {
  readonly inUse: number;
  readonly idle: number;
  /** Who waits for a connection. */
  readonly waiting: number;
  readonly most: number;
}

/** Jobs of one queue. */
export interface QueueDepth {
  readonly waiting: number;
  readonly delayed: number;
  readonly active: number;
}

/** What is asked for when somebody looks, of the parts that this process has. */
export interface Sources {
  /** Asks the database. */
  readonly agenda?: () => Promise<AgendaDepth>;
  /** Asks the database whether it answers at all, not over the pool: asked when the agenda had no answer, which a full pool or a slow statement may be the reason of. */
  readonly reach?: () => Promise<unknown>;
  /** Asks the database how many items are owed; costs more, and is asked once a minute. */
  readonly open?: () => Promise<number>;
  /** Asks the database what waits to be told. */
  readonly deliveries?: () => Promise<DeliveryDepth>;
  /** Asks the database of how many shipments papers are to be looked at again. */
  readonly paperMarks?: () => Promise<MarkDepth>;
  /** Asks whatever bells hang in. */
  readonly queues?: () => Promise<Readonly<Record<string, QueueDepth>>>;
  readonly pools?: Readonly<Record<string, () => PoolUse>>;
  readonly streams?: () => number;
  readonly sinceLastLookMs?: () => number;
}

/** So long a look waits for the database or the queue; what has not answered by then counts as not there. */
const patienceMs = 2_000;
/** Answers are shown again for so long, so that nobody loads the database by looking often. */
export const freshMs = { usual: 5_000, costly: 60_000 } as const;

/**
 * Asks sparingly: one question at a time whoever looks, its answer kept for a while, and null when there is none in time or it failed. A question that hangs
 * is not asked again until it has ended.
 */
export function sparingly<T>(
  ask: () => Promise<T>,
  keptMs: number,
  nowMs: () => number = monotonicMillis,
): () => Promise<T | null> {
  let asking: Promise<T | null> | null = null;
  let known: { readonly value: T | null; readonly atMs: number } | null = null;
  const begin = (): Promise<T | null> =>
    ask()
      .catch(() => null)
      .then((value) => {
        known = { value, atMs: nowMs() };
        asking = null;
        return value;
      });
  return () => {
    if (known !== null && asking === null && nowMs() - known.atMs < keptMs) return Promise.resolve(known.value);
    asking ??= begin();
    return within(patienceMs, asking, () => null);
  };
}
