import { earliest, inZone, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { bagsDiffer } from '../bag-lists.js';
import {
  decided,
  inTheFuture,
  notAllowedNow,
  nothingCorrected,
  notWorded,
  outOfOrder,
  outOfRange,
  saysAgain,
  type Decision,
} from '../deciding.js';
import type { Refusal } from '../stage.js';
import { correctArrivalCount, countOnArrival } from './receipt.arrival.js';
import { before } from './receipt.bounds.js';
import { answersProblem, pointsAnswered } from './receipt.checklist.js';
import { deviationsOf } from './receipt.deviation.js';
import { followUp } from './receipt.follow-up.js';
import { correctInfusionStart, startInfusion } from './receipt.infusion.js';
import { bagNotUsed } from './receipt.not-used.js';
import type {
  AcceptProduct,
  CorrectReceipt,
  ReceiptCommand,
  ReceiptEvent,
  ReceiptFacts,
  ReceiptState,
  RecordFollowUp,
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
  return refused === undefined ? work(command, state, facts) : decided(refused, () => []);
}

function work(
  command: Exclude<ReceiptCommand, RecordFollowUp>,
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  switch (command.name) {
    case 'RecordReceipt':
      return receive(command.data, facts);
    case 'CorrectReceipt':
      return correctReceipt(command.data, state, facts);
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
    case 'RecordBagNotUsed':
      return bagNotUsed(command.data, state, facts);
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
      data: { ...found, country: facts.country, asked: pointsAnswered(found.answers, facts.checklist) },
    },
  ]);
}

/** Corrects what was found: what differs now opens its deviation, and what was opened before follows. */
function correctReceipt(
  { receivedAt, ...data }: CorrectReceipt['data'],
  { receivedAt: before, found, ...state }: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  if (before === null || found === null) throw new Error('what was not received has no receipt to correct');
  const problem =
    foundProblem({ receivedAt, ...data }, facts) ??
    outOfOrder(facts, receivedTooLate(receivedAt, state)) ??
    sameReceipt({ receivedAt, ...data }, { receivedAt: before, found, answers: state.answers }) ??
    notWorded(data.reason, 'The reason', '/reason') ??
    notWorded(data.evidence, 'The evidence', '/evidence');
  const was = { receivedAt: before, ...found };
  return decided(problem, () => [
    {
      type: 'ReceiptCorrected',
      v: 1,
      stage: 'receipt',
      occurredAt: receivedAt,
      data: { ...data, country: facts.country, asked: pointsAnswered(data.answers, facts.checklist), was },
    },
  ]);
}

function sameReceipt(
  { receivedAt, boxCelsius, sealIntact, answers }: CorrectReceipt['data'],
  was: Pick<ReceiptState, 'receivedAt' | 'found' | 'answers'>,
): Refusal | undefined {
  return saysAgain({ receivedAt, found: { boxCelsius, sealIntact }, answers }, was) ? nothingCorrected : undefined;
}

/** Nothing that was said of the product, counted or infused came before it was received. */
function receivedTooLate(
  receivedAt: ZonedInstant,
  { acceptedAt, refusal, arrivals }: Pick<ReceiptState, 'acceptedAt' | 'refusal' | 'arrivals'>,
): Refusal | undefined {
  const later = [acceptedAt?.at, refusal?.at.at, ...arrivals.map(({ countedAt }) => countedAt.at)];
  const first = earliest(later.filter((at) => at !== undefined));
  if (first === undefined || receivedAt.at <= first) return undefined;
  const sentence = `Something was recorded of the product at ${inZone(first, receivedAt.zone)}; it was received before that.`;
  return { code: 'received-after-inspection', sentence, at: '/receivedAt' };
}

function receiptProblem(data: RecordReceipt['data'], facts: ReceiptFacts): Refusal | undefined {
  const expected = facts.bags.map((bag) => bag.id);
  return notDelivered(facts.deliveredAt) ?? bagsDiffer(expected, data.bags, '/bags') ?? foundProblem(data, facts);
}

function foundProblem(
  { receivedAt, boxCelsius, answers }: Omit<RecordReceipt['data'], 'bags'>,
  facts: ReceiptFacts,
): Refusal | undefined {
  const bound = { code: 'received-before-delivery', what: 'The box was delivered', at: '/receivedAt' };
  const what = 'The temperature in the box';
  return (
    inTheFuture(receivedAt, facts.now, '/receivedAt') ??
    outOfOrder(facts, before(receivedAt, facts.deliveredAt, bound)) ??
    outOfRange({ value: boxCelsius, least: -200, most: 60, what, unit: '°C', at: '/boxCelsius' }) ??
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
  return inTheFuture(at, facts.now, field) ?? outOfOrder(facts, before(at, state.receivedAt?.at ?? null, bound));
}

function accept(
  { acceptedAt, deviation }: AcceptProduct['data'],
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  const problem =
    acceptedAlready(state) ??
    inspected(acceptedAt, '/acceptedAt', state, facts) ??
    withoutDeviation(deviation, state, facts) ??
    (deviation === null ? undefined : notWorded(deviation, 'The deviation', '/deviation'));
  return decided(problem, () => [
    { type: 'ProductAccepted', v: 1, stage: 'receipt', occurredAt: acceptedAt, data: { deviation } },
  ]);
}

/** Of bags that are not used the product may have been accepted before. */
function acceptedAlready({ acceptedAt }: ReceiptState): Refusal | undefined {
  if (acceptedAt === null) return undefined;
  const sentence = `The product was accepted at ${inZone(acceptedAt.at, acceptedAt.zone)} already. A bag that is used after all is recorded as infused or kept.`;
  return { code: 'accepted-already', sentence, allowed: ['StartInfusion'] };
}

/** Whoever accepts what was refused, or what did not arrive as it should, says what is wrong with it. */
function withoutDeviation(deviation: string | null, state: ReceiptState, facts: ReceiptFacts): Refusal | undefined {
  const refused = state.refusedFor !== null ? ['The product was refused.'] : [];
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
