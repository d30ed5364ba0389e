import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import { bagsDiffer } from '../bag-lists.js';
import { decided, inTheFuture, notAllowedNow, notWorded, outOfRange, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { correctArrivalCount, countOnArrival } from './receipt.arrival.js';
import { before } from './receipt.bounds.js';
import { answersProblem } from './receipt.checklist.js';
import { deviationsOf } from './receipt.deviation.js';
import { followUp } from './receipt.follow-up.js';
import { correctInfusionStart, startInfusion } from './receipt.infusion.js';
import type {
  AcceptProduct,
  ReceiptCommand,
  ReceiptEvent,
  ReceiptFacts,
  ReceiptState,
  RecordReceipt,
  RefuseProduct,
} from './receipt.js';
import { receiptTable } from './receipt.transitions.js';

/** Takes in the box, accepts or refuses the product, ends each bag's clock, and takes what the centre tells weeks later. */
export function decideReceipt(
  command: ReceiptCommand,
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  if (command.name === 'RecordFollowUp') return followUp(command.data, state, facts);
  const refused = notAllowedNow(receiptTable, { command: command.name, state: state.status, what: 'The receipt' });
  if (refused !== undefined) return decided(refused, () => []);
  switch (command.name) {
    case 'RecordReceipt':
      return receive(command.data, facts);
    case 'RecordArrivalCount':
      return countOnArrival(command.data, state, facts);
    case 'CorrectArrivalCount':
      return correctArrivalCount(command.data, state, facts);
    case 'AcceptProduct':
      return accept(command.data, state, facts);
    case 'RefuseProduct':
      return refuse(command.data, state, facts);
    case 'StartInfusion':
      return startInfusion(command.data, state, facts);
    case 'CorrectInfusionStart':
      return correctInfusionStart(command.data, state, facts);
  }
}

function receive(data: RecordReceipt['data'], facts: ReceiptFacts): Decision<ReceiptEvent> {
  const { receivedAt, ...found } = data;
  return decided(receiptProblem(data, facts), () => [
    {
      type: 'ProductReceived',
      v: 2,
      stage: 'receipt',
      occurredAt: receivedAt,
      data: { ...found, country: facts.country },
    },
  ]);
}

function receiptProblem(
  { receivedAt, bags, boxCelsius, answers }: RecordReceipt['data'],
  facts: ReceiptFacts,
): Refusal | undefined {
  const expected = facts.bags.map((bag) => bag.id);
  const bound = { code: 'received-before-delivery', what: 'The box was delivered', at: '/receivedAt' };
  const what = 'The temperature in the box';
  return (
    notDelivered(facts.deliveredAt) ??
    inTheFuture(receivedAt, facts.now, '/receivedAt') ??
    before(receivedAt, facts.deliveredAt, bound) ??
    bagsDiffer(expected, bags, '/bags') ??
    outOfRange({ value: boxCelsius, least: -100, most: 60, what, unit: '°C', at: '/boxCelsius' }) ??
    answersProblem(answers, facts.checklist)
  );
}

function notDelivered(deliveredAt: Instant | null): Refusal | undefined {
  if (deliveredAt !== null) return undefined;
  return {
    code: 'not-delivered-yet',
    sentence: 'The box is not recorded as delivered, so it cannot have been received.',
  };
}

function inspected(at: ZonedInstant, field: string, state: ReceiptState, facts: ReceiptFacts): Refusal | undefined {
  const bound = { code: 'inspected-before-receipt', what: 'The box was received', at: field };
  return inTheFuture(at, facts.now, field) ?? before(at, state.receivedAt?.at ?? null, bound);
}

function accept(
  { acceptedAt, deviation }: AcceptProduct['data'],
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  const problem =
    inspected(acceptedAt, '/acceptedAt', state, facts) ??
    withoutDeviation(deviation, state, facts) ??
    (deviation === null ? undefined : notWorded(deviation, 'The deviation', '/deviation'));
  return decided(problem, () => [
    { type: 'ProductAccepted', v: 1, stage: 'receipt', occurredAt: acceptedAt, data: { deviation } },
  ]);
}

/** Whoever accepts what was refused, or what did not arrive as it should, says what is wrong with it. */
function withoutDeviation(deviation: string | null, state: ReceiptState, facts: ReceiptFacts): Refusal | undefined {
  const refused = state.status === 'refused' ? ['The product was refused.'] : [];
  const wrong = [...refused, ...deviationsOf(state, facts)];
  if (wrong.length === 0 || deviation !== null) return undefined;
  const sentence = `${wrong.join(' ')} It can be accepted with the deviation stated.`;
  return { code: 'deviation-not-stated', sentence, at: '/deviation' };
}

function refuse(
  { refusedAt, reason, person }: RefuseProduct['data'],
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  const problem =
    inspected(refusedAt, '/refusedAt', state, facts) ??
    notWorded(reason, 'The reason', '/reason') ??
    notWorded(person, 'The person who refuses', '/person', 200);
  return decided(problem, () => [
    { type: 'ProductRefused', v: 1, stage: 'receipt', occurredAt: refusedAt, data: { reason, person } },
  ]);
}
