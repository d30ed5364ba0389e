import { plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Cause, Deadline, Offer } from '../obligation.js';
import { deviationsOf, needsReview } from './receipt.deviation.js';
import type { ReceiptAgendaFacts, ReceiptState } from './receipt.js';

const accept: Offer = { command: 'AcceptProduct', label: 'Accept the product', prefill: {} };
const refuse: Offer = { command: 'RefuseProduct', label: 'Refuse the product', prefill: {} };
const base = { does: 'ring', stage: 'receipt', owner: 'transplant-centre' } as const;

/** Owed at the transplant centre: the receipt, then the word on the product, and within the ordered time the infusion. */
export function receiptObligations(state: ReceiptState, facts: ReceiptAgendaFacts): readonly Deadline[] {
  if (state.status === 'awaited') return facts.deliveredAt === null ? [] : [receiptDue(facts.deliveredAt, facts)];
  if (state.receivedAt === null || ['refused', 'infused', 'stored'].includes(state.status)) return [];
  const infusion = infusionDue(state.receivedAt.at, state, facts);
  return state.status === 'received' ? [acceptanceDue(state.receivedAt.at, facts), infusion] : [infusion];
}

/** What deviates warns until there is a word on the product; a refused product is critical until it is accepted after all, or the last bag's limit ends the shipment. */
export function receiptCauses(state: ReceiptState, facts: ReceiptAgendaFacts): readonly Cause[] {
  if (state.status === 'received') return deviating(state, facts);
  if (state.status !== 'refused') return [];
  return [
    {
      key: 'product-refused',
      stage: 'receipt',
      severity: 'critical',
      wrong: `The transplant centre refused the product: ${(state.refusedFor ?? 'no reason given').trim().replace(/\.$/, '')}.`,
      follows: 'The patient has no cells. Both registries must be told at once.',
      offers: [{ ...accept, label: 'Accept it after all, with its deviation' }],
    },
  ];
}

/** What did not arrive as it should waits for a word on the product. */
function deviating(state: ReceiptState, facts: ReceiptAgendaFacts): readonly Cause[] {
  const deviations = deviationsOf(state, facts);
  if (deviations.length === 0) return [];
  return [
    {
      key: 'product-deviates',
      stage: 'receipt',
      severity: needsReview(state, facts) ? 'critical' : 'warning',
      wrong: deviations.join(' '),
      follows: 'Decide on the product: accept it with the deviation stated, or refuse it.',
      offers: [{ ...accept, label: 'Accept it with its deviation' }, refuse],
    },
  ];
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
    offers: [{ command: 'RecordReceipt', label: 'Record the receipt', prefill: { bags: facts.bags } }],
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
  const left = facts.bags.filter((bag) => !state.ended.some((each) => each.bag === bag));
  return {
    ...base,
    kind: 'infusion-due',
    key: 'infusion-due',
    dueAt: plusMinutes(receivedAt, facts.receiptToInfusionMinutes + facts.reportGraceMinutes),
    what: facts.ordered.frozen ? 'Record that the unit is stored, or infused' : 'Record the start of infusion',
    severity: 'warning',
    overdue: facts.ordered.frozen
      ? { wrong: 'The unit is not known to be in the tank or infused.', follows: 'The hold of its shipper runs on.' }
      : { wrong: 'No start of infusion is recorded.', follows: "The bags' clocks go on." },
    offers: state.status === 'received' ? [accept] : left.flatMap((bag) => endsOf(bag, facts)),
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

function startOf(bag: string): Offer {
  return { command: 'StartInfusion', label: `Record the infusion of ${bag}`, prefill: { bag, how: 'infusion' } };
}
