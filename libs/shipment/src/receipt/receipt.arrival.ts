import {
  decided,
  inTheFuture,
  nothingCorrected,
  notWorded,
  outOfRange,
  saysAgain,
  type Decision,
} from '../deciding.js';
import type { Refusal } from '../stage.js';
import { lastEndOf } from './receipt.bags.js';
import { before, noSuchBag } from './receipt.bounds.js';
import { doseGiven } from './receipt.dose.js';
import type {
  ArrivalCount,
  ArrivalFigures,
  CorrectArrivalCount,
  InfusionDose,
  ReceiptEvent,
  ReceiptFacts,
  ReceiptState,
  RecordArrivalCount,
} from './receipt.js';

/** Takes the receiving laboratory's count of one bag, before or after its infusion has begun. */
export function countOnArrival(
  data: RecordArrivalCount['data'],
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  const again = state.arrivals.some(({ bag }) => bag === data.bag) ? countedAlready(data.bag) : undefined;
  const { countedAt, ...figures } = data;
  return decided(countProblem(data, state, facts) ?? again, () => [
    {
      type: 'ArrivalCounted',
      v: 1,
      stage: 'receipt',
      occurredAt: countedAt,
      data: { ...figures, dose: judgedAnew(data, state, facts) },
    },
  ]);
}

/** Corrects such a count; what the bag gave is judged anew. */
export function correctArrivalCount(
  data: CorrectArrivalCount['data'],
  state: ReceiptState,
  facts: ReceiptFacts,
): Decision<ReceiptEvent> {
  const was = state.arrivals.find(({ bag }) => bag === data.bag);
  const missing = was === undefined ? notCounted(data.bag) : sameCount(data, was);
  const { countedAt, ...figures } = data;
  const problem =
    countProblem(data, state, facts) ??
    missing ??
    notWorded(data.reason, 'The reason', '/reason') ??
    notWorded(data.evidence, 'The evidence', '/evidence');
  return decided(problem, () => [
    {
      type: 'ArrivalCountCorrected',
      v: 1,
      stage: 'receipt',
      occurredAt: countedAt,
      data: { ...figures, dose: judgedAnew(data, state, facts) },
    },
  ]);
}

function sameCount({ reason: _reason, evidence: _evidence, ...count }: CorrectArrivalCount['data'], was: ArrivalCount) {
  return saysAgain(count, was) ? nothingCorrected : undefined;
}

function countedAlready(bag: string): Refusal {
  return {
    code: 'arrival-counted-already',
    sentence: `${bag} has its count on arrival; it can be corrected.`,
    at: '/bag',
    allowed: ['CorrectArrivalCount'],
  };
}

function notCounted(bag: string): Refusal {
  return {
    code: 'arrival-not-counted',
    sentence: `${bag} has no count on arrival yet; it can be recorded.`,
    at: '/bag',
    allowed: ['RecordArrivalCount'],
  };
}

function countProblem(data: ArrivalCount, state: ReceiptState, facts: ReceiptFacts): Refusal | undefined {
  const bound = { code: 'counted-before-receipt', what: 'The box was received', at: '/countedAt' };
  return (
    noSuchBag(data.bag, state, facts) ??
    inTheFuture(data.countedAt, facts.now, '/countedAt') ??
    before(data.countedAt, state.receivedAt?.at ?? null, bound) ??
    figuresProblem(data)
  );
}

function figuresProblem({
  viabilityPercent,
  cd34PerUl,
  wbcE9PerL,
  cd3PerUl,
  method,
}: ArrivalFigures): Refusal | undefined {
  if ([viabilityPercent, cd34PerUl, wbcE9PerL, cd3PerUl].every((each) => each === null)) {
    return {
      code: 'no-figure-given',
      sentence: 'Give at least one figure: viability, CD34, white cells or CD3.',
      at: '/cd34PerUl',
    };
  }
  return (
    figure(viabilityPercent, { most: 100, what: 'The viability', unit: '%', at: '/viabilityPercent' }) ??
    figure(cd34PerUl, { most: 20_000, what: 'The count', unit: 'CD34 per µL', at: '/cd34PerUl' }) ??
    figure(wbcE9PerL, { most: 2000, what: 'The white cells', unit: '10⁹/L', at: '/wbcE9PerL' }) ??
    figure(cd3PerUl, { most: 500_000, what: 'The count', unit: 'CD3 per µL', at: '/cd3PerUl' }) ??
    (method === null ? undefined : notWorded(method, 'The method', '/method', 200))
  );
}

function figure(
  value: number | null,
  bounds: { readonly most: number; readonly what: string; readonly unit: string; readonly at: string },
): Refusal | undefined {
  return value === null ? undefined : outOfRange({ value, least: 0, ...bounds });
}

function judgedAnew(count: ArrivalCount, state: ReceiptState, facts: ReceiptFacts): InfusionDose | null {
  const ended = lastEndOf(state, count.bag);
  const bag = facts.bags.find(({ id }) => id === count.bag);
  if (ended?.how !== 'infusion' || bag === undefined) return null;
  return doseGiven(bag, count, ended.volumeInfusedMl);
}
