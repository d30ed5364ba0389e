import { backingProblem } from '../backing.js';
import { decided, inTheFuture, notWorded, outOfOrder, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { bagsLeft, keptFrozen, lastEndOf, notLeft } from './receipt.bags.js';
import { before } from './receipt.bounds.js';
import { ageMinutesAt } from './receipt.dose.js';
import type { ReceiptEvent, ReceiptFacts, ReceiptState, RecordBagNotUsed } from './receipt.js';

/** Takes the word of who has the bag that nobody is given its cells. One past its limit or within it, accepted or refused: what is recorded is what became of it. */
export function bagNotUsed(
  data: RecordBagNotUsed['data'],
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  const { decidedAt, bag, reason, wordOf } = data;
  const ageMinutes = ageAt(data, facts);
  const last = bagsLeft(state, facts).every((id) => id === bag);
  return decided(notUsedProblem(data, state, facts), () => [
    {
      type: 'BagNotUsed',
      v: 1,
      stage: 'receipt',
      occurredAt: decidedAt,
      data: { bag, ageMinutes, last, reason, wordOf },
    },
  ]);
}

function ageAt({ bag, decidedAt }: RecordBagNotUsed['data'], { bags }: ReceiptFacts): number {
  const startsAt = bags.find(({ id }) => id === bag)?.clockStartsAt ?? decidedAt.at;
  return ageMinutesAt(decidedAt, startsAt);
}

function notUsedProblem(data: RecordBagNotUsed['data'], state: ReceiptState, facts: ReceiptFacts): Refusal | undefined {
  const kept = keptFrozen(state).includes(data.bag);
  return (
    (kept ? undefined : notLeft(data.bag, state, facts)) ??
    inTheFuture(data.decidedAt, facts.now, '/decidedAt') ??
    outOfOrder(facts, tooEarly(data, state)) ??
    backingProblem('not-used', { ...data, confirmedBy: null }, facts.statedBy) ??
    notWorded(data.reason, 'The reason', '/reason')
  );
}

/** Before the box was received, or a bag that is kept frozen and is not to be was frozen. */
function tooEarly({ bag, decidedAt }: RecordBagNotUsed['data'], state: ReceiptState): Refusal | undefined {
  const received = { code: 'not-used-before-receipt', what: 'The box was received', at: '/decidedAt' };
  const frozen = { code: 'not-used-before-frozen', what: 'The bag was frozen', at: '/decidedAt' };
  return (
    before(decidedAt, state.receivedAt?.at ?? null, received) ??
    before(decidedAt, lastEndOf(state, bag)?.at.at ?? null, frozen)
  );
}
