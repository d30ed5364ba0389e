import { inZone, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import type { Refusal } from '../stage.js';
import type { ReceiptFacts, ReceiptState } from './receipt.js';

/** What a stated time may not come before: the refusal's code, what happened then, and the field to blame. */
export interface Bound {
  readonly code: string;
  readonly what: string;
  readonly at: string;
}

/** Refuses a time before another. */
export function before(stated: ZonedInstant, bound: Instant | null, { code, what, at }: Bound): Refusal | undefined {
  if (bound === null || stated.at >= bound) return undefined;
  return { code, sentence: `${what} at ${inZone(bound, stated.zone)}; this cannot come before that.`, at };
}

/** Refuses a bag that is not in the box. One that was counted on arrival and split since is known by its count. */
export function noSuchBag(
  bag: string,
  { arrivals }: Pick<ReceiptState, 'arrivals'>,
  { bags }: Pick<ReceiptFacts, 'bags'>,
): Refusal | undefined {
  const allowed = [...new Set([...bags.map(({ id }) => id), ...arrivals.map((count) => count.bag)])];
  if (allowed.includes(bag)) return undefined;
  const sentence = `${bag} is not among the bags in the box. In it: ${allowed.join(', ')}.`;
  return { code: 'no-such-bag', sentence, at: '/bag', allowed };
}
