import { isMoreThanBag } from '../bag-volume.js';
import {
  decided,
  inTheFuture,
  nothingCorrected,
  notWorded,
  outOfOrder,
  outOfRange,
  saysAgain,
  unlessConfirmed,
  type Decision,
} from '../deciding.js';
import type { Refusal } from '../stage.js';
import { bagsLeft, keptFrozen, lastEndOf, notLeft } from './receipt.bags.js';
import { before } from './receipt.bounds.js';
import { ageMinutesAt, arrivalOf, doseGiven } from './receipt.dose.js';
import type {
  CorrectInfusionStart,
  EndedBag,
  InfusionStarted,
  ReceiptEvent,
  ReceiptFacts,
  ReceiptState,
  StartInfusion,
  UsedHow,
} from './receipt.js';

/** Ends a bag's clock. One past its limit is taken all the same: the physician has decided, and its age says so. */
export function startInfusion(
  data: StartInfusion['data'],
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  const problem =
    wrongEnd(data.how, facts) ??
    notAccepted(state) ??
    (isTakenUpAgain(data, state) ? undefined : notLeft(data.bag, state, facts)) ??
    startProblem(data, state, facts);
  return decided(problem, () => [
    {
      type: 'InfusionStarted',
      v: 2,
      stage: 'receipt',
      occurredAt: data.startedAt,
      data: { ...endOf(data, state, facts), last: bagsLeft(state, facts).every((id) => id === data.bag) },
    },
  ]);
}

/** Corrects when and how a bag's clock ended: its age and what it gave are worked out anew. */
export function correctInfusionStart(
  data: CorrectInfusionStart['data'],
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  const ended = lastEndOf(state, data.bag);
  if (ended === undefined || ended.how === 'not-used') return decided(notEnded(data.bag, state), () => []);
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
    volumeProblem(data) ??
    unlessConfirmed(facts, moreThanTheBag(data, facts))
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

/** The bag may have been thinned with something; that its dose stays that of the whole bag is said, so that nobody counts on more. */
function moreThanTheBag({ bag, volumeInfusedMl }: StartInfusion['data'], { bags }: ReceiptFacts): Refusal | undefined {
  const held = bags.find(({ id }) => id === bag)?.volumeMl;
  if (volumeInfusedMl === null || held === undefined || !isMoreThanBag(volumeInfusedMl, held)) return undefined;
  return {
    code: 'more-infused-than-bag',
    sentence: `${bag} held ${held} mL, so ${volumeInfusedMl} mL cannot all have come from it. If it was thinned, this stands; the dose counts what the bag held.`,
    at: '/volumeInfusedMl',
    allowed: [`up to ${held} mL`],
  };
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
function wrongEnd(how: UsedHow, { ordered }: ReceiptFacts): Refusal | undefined {
  const wrong: UsedHow = ordered.frozen ? 'cryopreservation' : 'stored-frozen';
  if (how !== wrong) return undefined;
  const sentence = ordered.frozen
    ? 'The unit came frozen: it is stored as it is, or infused.'
    : 'The cells came fresh: they are infused, or frozen here.';
  const allowed = ['infusion', ordered.frozen ? 'stored-frozen' : 'cryopreservation'];
  return { code: 'no-such-end', sentence, at: '/how', allowed };
}

/** Of a product that was refused, or that nobody had accepted yet, all bags may have been said not to be used: that word is taken back by its acceptance first. */
function notAccepted({ acceptedAt, refusedFor }: ReceiptState): Refusal | undefined {
  if (acceptedAt !== null) return undefined;
  const was = refusedFor === null ? 'not accepted' : 'refused';
  const sentence = `The product was ${was}: nothing of it is infused or kept. It can be once it is accepted.`;
  return { code: 'product-not-accepted', sentence, allowed: ['AcceptProduct'] };
}

/** What is kept frozen has ended its clock already, and is infused all the same; so is a bag of which it was said that it is not used. */
function isTakenUpAgain({ bag, how }: StartInfusion['data'], state: ReceiptState): boolean {
  if (lastEndOf(state, bag)?.how === 'not-used') return true;
  return how === 'infusion' && keptFrozen(state).includes(bag);
}

function notEnded(bag: string, { ended }: ReceiptState): Refusal {
  const allowed = ended.filter(({ how }) => how !== 'not-used').map((each) => each.bag);
  const sentence = `${bag} is neither infused nor frozen, so there is nothing to correct. So far: ${allowed.join(', ')}.`;
  return { code: 'bag-not-ended', sentence, at: '/bag', allowed };
}
