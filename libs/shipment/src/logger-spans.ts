import { earliest, millisOf, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Shipment } from './shipment.js';
import type { LoggerId } from './temperature/temperature.js';

/**
 * For so long after the receipt readings are taken still: whoever opens the box reads its logger out, or takes it away, within that time. They are kept and judged no more: with the
 * receipt the box tells nothing of the cells (thermal-windows.ts). Longer was held worse: a logger that nobody unbinds would fill the record for ever.
 */
export const openedAllowanceMinutes = 60;

/** While what a logger reads is this shipment's; both ends belong to it. Empty where it was bound after its end. */
export interface LoggerSpan {
  readonly logger: LoggerId;
  readonly from: Instant;
  /** Null: it goes on. */
  readonly until: Instant | null;
  /** Whether the receipt ended it, and nobody's unbinding before. */
  readonly byReceipt: boolean;
}

/** The span of each binding, in their order. What was read before its end is taken whenever it comes. */
export function loggerSpans({ stages: { temperature, receipt } }: Shipment): readonly LoggerSpan[] {
  const opened = receipt.receivedAt === null ? null : plusMinutes(receipt.receivedAt.at, openedAllowanceMinutes);
  return temperature.bindings.map(({ logger, boundAt, unboundAt }) => {
    const until = earliest([unboundAt?.at, opened].filter((at) => at != null)) ?? null;
    return { logger, from: boundAt.at, until, byReceipt: until !== null && until === opened };
  });
}

/** Both ends in milliseconds, as readings have their moments; the second is Infinity where it goes on. */
export function millisOfSpan({ from, until }: LoggerSpan): {
  readonly fromMillis: number;
  readonly untilMillis: number;
} {
  return { fromMillis: millisOf(from), untilMillis: until === null ? Infinity : millisOf(until) };
}
