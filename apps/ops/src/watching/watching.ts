import { noMetrics, type Logger, type Metrics, type PoolUse } from '@cellrelay/platform';

/** Whoever is told what a process does. */
export interface Watching {
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** Those of a process: without metrics nothing is counted. */
export function watchingOf({ metrics = noMetrics, logger }: Partial<Watching> & Pick<Watching, 'logger'>): Watching {
  return { metrics, logger };
}

interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
  readonly options: { readonly max?: number };
}

/** How a pool is used, asked again each time. */
export function useOf(pool: Pool): () => PoolUse {
  return () => ({
    inUse: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
    most: pool.options.max ?? 0,
  });
}
