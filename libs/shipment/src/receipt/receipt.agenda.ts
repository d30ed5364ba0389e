import { plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Deadline, Offer } from '../obligation.js';
import { followUpsOf, type AskedFollowUp } from './receipt.follow-up.js';
import type { ReceiptAgendaFacts, ReceiptState } from './receipt.js';
import { bagsLeft } from './receipt.bags.js';
import { accept, notUsed, refuse, startOf } from './receipt.offers.js';

export { receiptCauses } from './receipt.causes.js';

const base = { does: 'ring', stage: 'receipt', owner: 'transplant-centre' } as const;

/** Owed at the transplant centre: the receipt, the word on the product, within the ordered time the infusion, and weeks later what became of it. */
export function receiptObligations(state: ReceiptState, facts: ReceiptAgendaFacts): readonly Deadline[] {
  const asked = followUpsOf(state, facts).filter((each) => !each.answered);
  return [...productObligations(state, facts), ...asked.map(followUpDue)];
}

function productObligations(state: ReceiptState, facts: ReceiptAgendaFacts): readonly Deadline[] {
  if (state.status === 'awaited') return facts.deliveredAt === null ? [] : [receiptDue(facts.deliveredAt, facts)];
  if (state.receivedAt === null || ['refused', 'infused', 'stored', 'not-used'].includes(state.status)) return [];
  const infusion = infusionDue(state.receivedAt.at, state, facts);
  return state.status === 'received' ? [acceptanceDue(state.receivedAt.at, facts), infusion] : [infusion];
}

function idsOf({ bags }: ReceiptAgendaFacts): readonly string[] {
  return bags.map(({ id }) => id);
}

/** Mere notices: nobody is woken by a question that may be answered tomorrow. */
function followUpDue({ recipient, day, dueAt, questions }: AskedFollowUp): Deadline {
  return {
    ...base,
    kind: 'follow-up',
    key: `follow-up/${recipient}/${day}`,
    dueAt,
    what: `Ask about ${recipient}, day ${day} after infusion`,
    severity: 'notice',
    overdue: {
      wrong: `It is day ${day} after the infusion of ${recipient}, and nothing is recorded of it.`,
      follows: `Ask the transplant centre: ${questions.map(({ text }) => text).join(' ')}`,
    },
    offers: [{ command: 'RecordFollowUp', label: `Record day ${day} of ${recipient}`, prefill: { recipient, day } }],
  };
}

function receiptDue(deliveredAt: Instant, facts: ReceiptAgendaFacts): Deadline {
  return {
    ...base,
    kind: 'receipt-due',
    key: 'receipt-due',
    dueAt: plusMinutes(deliveredAt, facts.reportGraceMinutes),
    what: 'Record the receipt of the box',
    severity: 'warning',
    overdue: {
      wrong: 'The box was delivered, and no receipt is recorded.',
      follows: 'Nobody has read the labels back yet.',
    },
    offers: [{ command: 'RecordReceipt', label: 'Record the receipt', prefill: { bags: idsOf(facts) } }],
  };
}

function acceptanceDue(receivedAt: Instant, facts: ReceiptAgendaFacts): Deadline {
  return {
    ...base,
    kind: 'receipt-due',
    key: 'acceptance-due',
    dueAt: plusMinutes(receivedAt, facts.reportGraceMinutes),
    what: 'Accept or refuse the product',
    severity: 'warning',
    overdue: { wrong: 'The product is neither accepted nor refused.', follows: 'Infusion cannot start.' },
    offers: [accept, refuse],
  };
}

function infusionDue(receivedAt: Instant, state: ReceiptState, facts: ReceiptAgendaFacts): Deadline {
  const left = bagsLeft(state, facts);
  const offers = state.status === 'received' ? [accept] : left.flatMap((bag) => endsOf(bag, facts));
  const late = [...offers, ...left.map(notUsed)];
  return {
    ...base,
    kind: 'infusion-due',
    key: 'infusion-due',
    dueAt: plusMinutes(receivedAt, facts.receiptToInfusionMinutes + facts.reportGraceMinutes),
    what: facts.ordered.frozen ? 'Record that the unit is stored, or infused' : 'Record the start of infusion',
    severity: 'warning',
    overdue: facts.ordered.frozen
      ? {
          wrong: 'The unit is not known to be in the tank or infused.',
          follows: 'The hold of its shipper runs on.',
          offers: late,
        }
      : { wrong: 'No start of infusion is recorded.', follows: "The bags' clocks go on.", offers: late },
    offers,
  };
}

function endsOf(bag: string, { ordered }: ReceiptAgendaFacts): readonly Offer[] {
  if (!ordered.frozen) return [startOf(bag)];
  const stored = {
    command: 'StartInfusion',
    label: 'Record that it is stored',
    prefill: { bag, how: 'stored-frozen' },
  };
  return [stored, startOf(bag)];
}
