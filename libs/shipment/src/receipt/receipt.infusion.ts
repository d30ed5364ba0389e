import {
  decided,
  inTheFuture,
  nothingCorrected,
  notWorded,
  outOfOrder,
  outOfRange,
  saysAgain,
  type Decision,
} from '../deciding.js';
import type { Refusal } from '../stage.js';
import { before } from './receipt.bounds.js';
import { ageMinutesAt, arrivalOf, doseGiven } from './receipt.dose.js';
import type {
  CorrectInfusionStart,
  EndedBag,
  EndedHow,
  InfusionStarted,
  ReceiptEvent,
  ReceiptFacts,
  ReceiptState,
  StartInfusion,
} from './receipt.js';

/** Ends a bag's clock. One past its limit is taken all the same: the physician has decided, and its age says so. */
export function startInfusion(
  data: StartInfusion['data'],
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  const problem =
    wrongEnd(data.how, facts) ??
    (isThawed(data, state) ? undefined : bagProblem(data.bag, state, facts)) ??
    startProblem(data, state, facts);
  return decided(problem, () => [
    {
      type: 'InfusionStarted',
      v: 2,
      stage: 'receipt',
      occurredAt: data.startedAt,
      data: { ...endOf(data, state, facts), last: bagsLeft(state, facts).length <= 1 },
    },
  ]);
}

/** Corrects when and how a bag's clock ended: its age and what it gave are worked out anew. */
export function correctInfusionStart(
  data: CorrectInfusionStart['data'],
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  const ended = state.ended.findLast(({ bag }) => bag === data.bag);
  if (ended === undefined) return decided(notEnded(data.bag, state), () => []);
  const { reason, evidence } = data;
  const problem =
    wrongEnd(data.how, facts) ??
    startProblem(data, state, facts) ??
    sameEnd(data, ended) ??
    notWorded(reason, 'The reason', '/reason') ??
    notWorded(evidence, 'The evidence', '/evidence');
  return decided(problem, () => [
    {
      type: 'InfusionStartCorrected',
      v: 1,
      stage: 'receipt',
      occurredAt: data.startedAt,
      data: { ...endOf(data, state, facts), was: ended.at, reason, evidence },
    },
  ]);
}

function sameEnd(
  { startedAt, how, volumeInfusedMl }: CorrectInfusionStart['data'],
  was: EndedBag,
): Refusal | undefined {
  const same = saysAgain(
    { at: startedAt, how, volumeInfusedMl },
    { at: was.at, how: was.how, volumeInfusedMl: was.volumeInfusedMl },
  );
  return same ? nothingCorrected : undefined;
}

function startProblem(data: StartInfusion['data'], state: ReceiptState, facts: ReceiptFacts): Refusal | undefined {
  const bound = { code: 'infusion-before-acceptance', what: 'The product was accepted', at: '/startedAt' };
  return (
    inTheFuture(data.startedAt, facts.now, '/startedAt') ??
    outOfOrder(facts, before(data.startedAt, state.acceptedAt?.at ?? null, bound)) ??
    volumeProblem(data)
  );
}

function volumeProblem({ volumeInfusedMl, how }: StartInfusion['data']): Refusal | undefined {
  if (volumeInfusedMl === null) return undefined;
  const at = '/volumeInfusedMl';
  if (how !== 'infusion') {
    return { code: 'volume-without-infusion', sentence: 'A bag that is kept frozen is not infused in part.', at };
  }
  return outOfRange({ value: volumeInfusedMl, least: 0.1, most: 5000, what: 'The volume infused', unit: 'mL', at });
}

function endOf(
  { bag, how, startedAt, volumeInfusedMl }: StartInfusion['data'],
  { arrivals }: ReceiptState,
  { bags }: ReceiptFacts,
): Omit<InfusionStarted['data'], 'last'> {
  const found = bags.find(({ id }) => id === bag);
  if (found === undefined) throw new Error(`no clock for bag ${bag}`);
  const arrival = arrivalOf(found, arrivals);
  const dose = how === 'infusion' ? doseGiven(found, arrival, volumeInfusedMl) : null;
  return { bag, how, ageMinutes: ageMinutesAt(startedAt, found.clockStartsAt), volumeInfusedMl, dose };
}

/** What came frozen is stored as it is; what came fresh is frozen here, if it is not infused. */
function wrongEnd(how: EndedHow, { ordered }: ReceiptFacts): Refusal | undefined {
  const wrong: EndedHow = ordered.frozen ? 'cryopreservation' : 'stored-frozen';
  if (how !== wrong) return undefined;
  const sentence = ordered.frozen
    ? 'The unit came frozen: it is stored as it is, or infused.'
    : 'The cells came fresh: they are infused, or frozen here.';
  const allowed = ['infusion', ordered.frozen ? 'stored-frozen' : 'cryopreservation'];
  return { code: 'no-such-end', sentence, at: '/how', allowed };
}

/** A unit that was stored has ended its clock already; its infusion is recorded all the same. */
function isThawed({ bag, how }: StartInfusion['data'], state: ReceiptState): boolean {
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

function notEnded(bag: string, { ended }: ReceiptState): Refusal {
  const allowed = ended.map((each) => each.bag);
  const sentence = `The clock of ${bag} has not ended, so there is nothing to correct. Ended: ${allowed.join(', ')}.`;
  return { code: 'bag-not-ended', sentence, at: '/bag', allowed };
}

function bagsLeft(state: ReceiptState, facts: ReceiptFacts): readonly string[] {
  return facts.bags.map((bag) => bag.id).filter((id) => !state.ended.some((each) => each.bag === id));
}
