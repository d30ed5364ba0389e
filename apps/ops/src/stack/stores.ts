import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { armingWindowMs } from '@cellrelay/use-cases';
import { folding } from './folding.js';
import { standardLeaseMs, standardPoolSize, type StackOptions } from './stack-options.js';

/** The stores of one side, on a pool of its own. */
export function openStores(options: StackOptions, url: string, applicationName: string): Promise<Database> {
  return openDatabase({
    url,
    applicationName,
    poolSize: options.poolSize ?? standardPoolSize,
    folding,
    leaseMs: options.leaseMs ?? standardLeaseMs,
    armWithinMs: options.armWithinMs ?? armingWindowMs,
    ...(options.silentAfterMs === undefined ? {} : { silentAfterMs: options.silentAfterMs }),
    ...(options.storePoint === undefined ? {} : { reach: options.storePoint }),
  });
}
