import { localDateAt, plusDays, type Instant } from '@cellrelay/kernel';
import { firstOf } from '../deciding.js';
import { products, type Product } from '../products.js';
import type { Refusal } from '../stage.js';
import { startTimeProblem, type AskedStarts } from './order.start-time.js';

/** The collection days of an order or of its change, and what they are judged by. */
export interface AskedDays extends AskedStarts {
  readonly product: Product;
}

/** What is wrong with the collection days, the first that is found. */
export function daysProblem(asked: AskedDays, now: Instant): Refusal | undefined {
  return tooManyDays(asked) ?? secondNotNext(asked) ?? absurdDay(asked, now) ?? startTimeProblem(asked);
}

function tooManyDays({ product, collectionDays }: AskedDays): Refusal | undefined {
  const most = products[product].mostCollectionDays;
  if (collectionDays.length >= 1 && collectionDays.length <= most) return undefined;
  const can = most === 1 ? `one day alone for ${product}` : 'one day, or one and the next,';
  const sentence = `${collectionDays.length} collection days are given; ${can} can be planned.`;
  return { code: 'collection-days-wrong', sentence, at: '/collectionDays' };
}

function secondNotNext({ collectionDays: [first, second] }: AskedDays): Refusal | undefined {
  if (first === undefined || second === undefined) return undefined;
  const next = plusDays(first, 1);
  if (second === next) return undefined;
  const sentence = `The second collection day is ${second}; it must be the day after the first, ${next}.`;
  return { code: 'second-day-not-next', sentence, at: '/collectionDays/1', allowed: [next] };
}

/** A day that can only be a slip is refused: over a year ago, or over two years ahead. */
function absurdDay({ collectionDays, zone }: AskedDays, now: Instant): Refusal | undefined {
  const today = localDateAt(now, zone);
  const earliest = plusDays(today, -365);
  const latest = plusDays(today, 2 * 365);
  return firstOf(collectionDays, (day, index) => {
    if (day >= earliest && day <= latest) return undefined;
    const sentence = `Collection day ${day} cannot be meant: today is ${today}, and ${earliest} to ${latest} is allowed.`;
    return {
      code: 'collection-day-absurd',
      sentence,
      at: `/collectionDays/${index}`,
      allowed: [`${earliest} to ${latest}`],
    };
  });
}
