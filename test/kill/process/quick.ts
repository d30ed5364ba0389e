import type { StackOptions } from '../../../apps/ops/src/stack/open-stack.js';

/**
 * Leases and the queue's own locks end soon, so that what a dead or stopped process had is taken over within two seconds. What failed is tried again at once: a wait
 * would move the clock that shipments live by, and the log with it.
 */
export const quickLeases = {
  leaseMs: 900,
  bells: { ring: 2, call: 2, lockMs: 700, stalledMs: 250 },
  waitAfter: () => 0,
} as const satisfies Partial<StackOptions>;
