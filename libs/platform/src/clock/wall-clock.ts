import { uptime } from 'node:os';
import { instantFromMillis, type Instant } from '@cellrelay/kernel';

/** The moment by this computer's clock. What the log and the agenda go by is the database's clock; this one serves sessions and log lines. */
export function wallNow(): Instant {
  return instantFromMillis(Date.now());
}

/** Milliseconds that only ever grow, whatever is done to the computer's clock: for waits and rates. */
export function monotonicMillis(): number {
  return performance.now();
}

/** Milliseconds since this machine was started, the time that it slept included: nobody sets it, and it tells how long a process was away. */
export function uptimeMillis(): number {
  return uptime() * 1_000;
}
