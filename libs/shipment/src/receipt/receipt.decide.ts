import { inZone, minutesBetween, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { bagsDiffer } from '../bag-lists.js';
import { decided, inTheFuture, notAllowedNow, notWorded, outOfOrder, outOfRange, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { deviationsOf } from './receipt.deviation.js';
import type {
  AcceptProduct,
  EndOfClock,
  ReceiptCommand,
  ReceiptEvent,
  ReceiptFacts,
  ReceiptState,
  RecordReceipt,
  RefuseProduct,
  StartInfusion,
} from './receipt.js';
import { receiptTable } from './receipt.transitions.js';

/** Takes in the box, accepts or refuses the product, and ends each bag's clock. */
export function decideReceipt(
  command: ReceiptCommand,
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  const refused = notAllowedNow(receiptTable, { command: command.name, state: state.status, what: 'The receipt' });
  if (refused !== undefined) return decided(refused, () => []);
  switch (command.name) {
    case 'RecordReceipt':
      return receive(command.data, facts);
    case 'AcceptProduct':
      return accept(command.data, state, facts);
    case 'RefuseProduct':
      return refuse(command.data, state, facts);
    case 'StartInfusion':
      return startInfusion(command.data, state, facts);
  }
}

type Fact<E extends ReceiptEvent = ReceiptEvent> = E extends ReceiptEvent ? Pick<E, 'type' | 'data'> : never;

function recorded(fact: Fact, occurredAt: ZonedInstant): ReceiptEvent {
  return { ...fact, v: 1, stage: 'receipt', occurredAt };
}

function receive(data: RecordReceipt['data'], facts: ReceiptFacts): Decision<ReceiptEvent> {
  const { receivedAt, bags, boxCelsius, sealIntact } = data;
  const expected = facts.bags.map((bag) => bag.id);
  const problem =
    notDelivered(facts.deliveredAt) ??
    inTheFuture(receivedAt, facts.now, '/receivedAt') ??
    outOfOrder(
      facts,
      before(receivedAt, facts.deliveredAt, {
        code: 'received-before-delivery',
        what: 'The box was delivered',
        at: '/receivedAt',
      }),
    ) ??
    bagsDiffer(expected, bags, '/bags') ??
    outOfRange({
      value: boxCelsius,
      least: -200,
      most: 60,
      what: 'The temperature in the box',
      unit: '°C',
      at: '/boxCelsius',
    });
  return decided(problem, () => [
    recorded({ type: 'ProductReceived', data: { bags, boxCelsius, sealIntact } }, receivedAt),
  ]);
}

function notDelivered(deliveredAt: Instant | null): Refusal | undefined {
  if (deliveredAt !== null) return undefined;
  return {
    code: 'not-delivered-yet',
    sentence: 'The box is not recorded as delivered, so it cannot have been received.',
  };
}

interface Bound {
  readonly code: string;
  readonly what: string;
  readonly at: string;
}

function before(stated: ZonedInstant, bound: Instant | null, { code, what, at }: Bound): Refusal | undefined {
  if (bound === null || stated.at >= bound) return undefined;
  return { code, sentence: `${what} at ${inZone(bound, stated.zone)}; this cannot come before that.`, at };
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
    inspected(acceptedAt, '/acceptedAt', state, facts) ??
    withoutDeviation(deviation, state, facts) ??
    (deviation === null ? undefined : notWorded(deviation, 'The deviation', '/deviation'));
  return decided(problem, () => [recorded({ type: 'ProductAccepted', data: { deviation } }, acceptedAt)]);
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
  return decided(problem, () => [recorded({ type: 'ProductRefused', data: { reason, person } }, refusedAt)]);
}

/** A bag past its limit is taken all the same: the physician has decided, and its age says so. */
function startInfusion(
  { bag, startedAt, how }: StartInfusion['data'],
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  const bound = { code: 'infusion-before-acceptance', what: 'The product was accepted', at: '/startedAt' };
  const problem =
    wrongEnd(how, facts) ??
    (isThawed(bag, how, state) ? undefined : bagProblem(bag, state, facts)) ??
    inTheFuture(startedAt, facts.now, '/startedAt') ??
    outOfOrder(facts, before(startedAt, state.acceptedAt?.at ?? null, bound));
  return decided(problem, () => {
    const data = { bag, how, ageMinutes: ageAt(startedAt, bag, facts), last: bagsLeft(state, facts).length <= 1 };
    return [recorded({ type: 'InfusionStarted', data }, startedAt)];
  });
}

/** What came frozen is stored as it is; what came fresh is frozen here, if it is not infused. */
function wrongEnd(how: EndOfClock, { ordered }: ReceiptFacts): Refusal | undefined {
  const wrong: EndOfClock = ordered.frozen ? 'cryopreservation' : 'stored-frozen';
  if (how !== wrong) return undefined;
  const sentence = ordered.frozen
    ? 'The unit came frozen: it is stored as it is, or infused.'
    : 'The cells came fresh: they are infused, or frozen here.';
  const allowed = ['infusion', ordered.frozen ? 'stored-frozen' : 'cryopreservation'];
  return { code: 'no-such-end', sentence, at: '/how', allowed };
}

/** A unit that was stored has ended its clock already; its infusion is recorded all the same. */
function isThawed(bag: string, how: EndOfClock, state: ReceiptState): boolean {
  return how === 'infusion' && state.status === 'stored' && state.ended.some((each) => each.bag === bag);
}

function bagProblem(bag: string, state: ReceiptState, facts: ReceiptFacts): Refusal | undefined {
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

function bagsLeft(state: ReceiptState, facts: ReceiptFacts): readonly string[] {
  return facts.bags.map((bag) => bag.id).filter((id) => !state.ended.some((each) => each.bag === id));
}

/** Whole minutes since the bag's clock started. */
function ageAt(startedAt: ZonedInstant, bag: string, facts: ReceiptFacts): number {
  const found = facts.bags.find((each) => each.id === bag);
  if (found === undefined) throw new Error(`no clock for bag ${bag}`);
  return Math.floor(minutesBetween(found.clockStartsAt, startedAt.at));
}
