import type { Instant } from '@cellrelay/kernel';

/** A timestamptz as the driver gives it, as an instant: cut to the millisecond, so never later than it was. */
export function instantOfRow(at: Date): Instant {
  return at.toISOString() as Instant;
}

/** The same, where there may be none. */
export function instantOrNull(at: Date | null): Instant | null {
  return at === null ? null : instantOfRow(at);
}
