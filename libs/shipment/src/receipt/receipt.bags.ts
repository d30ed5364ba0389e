import type { Refusal } from '../stage.js';
import type { EndedBag, ReceiptFacts, ReceiptState } from './receipt.js';

/** The bags in the box whose clock runs. */
export function bagsLeft(
  { ended }: Pick<ReceiptState, 'ended'>,
  { bags }: Pick<ReceiptFacts, 'bags'>,
): readonly string[] {
  return bags.map(({ id }) => id).filter((id) => !ended.some(({ bag }) => bag === id));
}

/** Refuses a bag whose clock does not run, or that is not in the box. */
export function notLeft(bag: string, state: ReceiptState, facts: ReceiptFacts): Refusal | undefined {
  const left = bagsLeft(state, facts);
  if (left.includes(bag)) return undefined;
  const done = state.ended.some((each) => each.bag === bag);
  const sentence = done ? `The clock of ${bag} has ended already.` : `${bag} is not among the bags in the box.`;
  return {
    code: done ? 'bag-already-ended' : 'no-such-bag',
    sentence: `${sentence} Left: ${left.join(', ')}.`,
    at: '/bag',
    allowed: left,
  };
}

/** How a bag ended last: one that was frozen may have been infused since, and one that was not to be used may have been used after all. */
export function lastEndOf({ ended }: Pick<ReceiptState, 'ended'>, bag: string): EndedBag | undefined {
  return ended.findLast((each) => each.bag === bag);
}

/** The bags that are kept frozen where they came to: their clocks have ended, and they can be infused whenever they are needed. */
export function keptFrozen(state: Pick<ReceiptState, 'ended'>): readonly string[] {
  const bags = [...new Set(state.ended.map(({ bag }) => bag))];
  return bags.filter((bag) => {
    const how = lastEndOf(state, bag)?.how;
    return how === 'cryopreservation' || how === 'stored-frozen';
  });
}

/** The bags of which it was said last that they are not used, which their use takes back. */
export function saidNotUsed({ ended }: Pick<ReceiptState, 'ended'>): readonly string[] {
  return ended.filter(({ how }) => how === 'not-used').map(({ bag }) => bag);
}
