import type { Config } from './config.js';
import { isLoopback } from './safe-address.js';

/**
 * Whether nobody but whoever sits at this machine uses this instance: it runs on the database that comes along, in the one process that this allows, and is reached from here alone.
 * Never true of a process of one side, which has a database of its own named.
 */
export function isOfOneMachine({ databaseUrl, web: { origin, host } }: Pick<Config, 'databaseUrl' | 'web'>): boolean {
  return databaseUrl === null && origin === null && isLoopback(host);
}
