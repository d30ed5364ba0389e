import { inZone, type ZonedInstant } from '@cellrelay/kernel';
import { bagsDiffer } from '../bag-lists.js';
import { inTheFuture, notWorded, outOfOrder } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type {
  BagCount,
  CellCountFacts,
  CellCountState,
  CorrectCellCount,
  DecideOnCount,
  RecordCellCount,
} from './cell-count.js';
import { figuresProblem } from './cell-count.figures.js';

/** What is wrong with a day's first count. */
export function recordProblem(
  data: RecordCellCount['data'],
  state: CellCountState,
  facts: CellCountFacts,
): Refusal | undefined {
  return alreadyCounted(data.day, state) ?? countProblem(data, facts);
}

/** What is wrong with the correction of a day's count. */
export function correctionProblem(
  data: CorrectCellCount['data'],
  state: CellCountState,
  facts: CellCountFacts,
): Refusal | undefined {
  return (
    notCounted(data, state) ??
    countProblem(data, facts) ??
    notWorded(data.reason, 'The reason', '/reason') ??
    notWorded(data.evidence, 'The evidence', '/evidence')
  );
}

function alreadyCounted(day: number, { counts }: CellCountState): Refusal | undefined {
  if (!counts.some((count) => count.day === day)) return undefined;
  const sentence = `Day ${day} is counted already; a wrong count is corrected with CorrectCellCount.`;
  return { code: 'already-counted', sentence, at: '/day', allowed: ['CorrectCellCount'] };
}

function notCounted(data: CorrectCellCount['data'], { counts }: CellCountState): Refusal | undefined {
  const count = counts.find((each) => each.day === data.day);
  if (count === undefined) {
    const allowed = counts.map((each) => String(each.day));
    const sentence = `Day ${data.day} has no count to correct; counted: day ${allowed.join(' and day ')}.`;
    return { code: 'day-not-counted', sentence, at: '/day', allowed };
  }
  if (count.countedAt.at !== data.countedAt.at || !sameFigures(count.bags, data.bags)) return undefined;
  return {
    code: 'nothing-corrected',
    sentence: `The count of day ${data.day} is recorded with these figures already.`,
    at: '/bags',
  };
}

function sameFigures(before: readonly BagCount[], now: readonly BagCount[]): boolean {
  const same = (a: BagCount, b: BagCount) =>
    (Object.keys(b) as (keyof BagCount)[]).every((figure) => a[figure] === b[figure]);
  return before.length === now.length && now.every((each) => before.some((other) => same(each, other)));
}

function countProblem(data: RecordCellCount['data'], facts: CellCountFacts): Refusal | undefined {
  const collected = facts.collected.find((each) => each.day === data.day);
  if (collected === undefined) {
    const sentence = `Collection day ${data.day} has not ended, so its cells cannot have been counted.`;
    return {
      code: 'count-before-collection-ended',
      sentence,
      at: '/day',
      allowed: facts.collected.map((each) => String(each.day)),
    };
  }
  const expected = collected.bags.map((bag) => bag.id);
  return (
    inTheFuture(data.countedAt, facts.now, '/countedAt') ??
    outOfOrder(facts, beforeCollectionEnded(data.countedAt, collected)) ??
    bagsDiffer(
      expected,
      data.bags.map((bag) => bag.bag),
      '/bags',
    ) ??
    figuresProblem(data.bags, collected.bags, facts)
  );
}

function beforeCollectionEnded(
  countedAt: ZonedInstant,
  collected: CellCountFacts['collected'][number],
): Refusal | undefined {
  if (countedAt.at >= collected.endedAt) return undefined;
  const ended = inZone(collected.endedAt, countedAt.zone);
  const sentence = `Collection day ${collected.day} ended at ${ended}; its count cannot come before that.`;
  return { code: 'count-before-collection-ended', sentence, at: '/countedAt', allowed: [`from ${ended} on`] };
}

/** What is wrong with a decision on a short count. */
export function decisionProblem(
  data: DecideOnCount['data'],
  state: CellCountState,
  facts: CellCountFacts,
): Refusal | undefined {
  return (
    decidedAlready(data, state, facts) ??
    underWay(data, facts) ??
    wrongWord(data) ??
    noSecondDay(data, state, facts) ??
    inTheFuture(data.decidedAt, facts.now, '/decidedAt') ??
    outOfOrder(facts, beforeTheCount(data.decidedAt, state)) ??
    notWorded(data.wordOf.person, 'The person who gave the word', '/wordOf/person', 200) ??
    notWorded(data.reason, 'The reason', '/reason')
  );
}

/** A second day that comes to nothing leaves the first day's bags: less can be accepted until it begins, and a stop said at any time. */
function decidedAlready(
  { decision }: DecideOnCount['data'],
  { status }: CellCountState,
  { secondDayBegun }: CellCountFacts,
): Refusal | undefined {
  if (status !== 'collecting-again' || decision === 'stop') return undefined;
  if (decision === 'accept-less' && !secondDayBegun) return undefined;
  const allowed = secondDayBegun ? ['stop'] : ['accept-less', 'stop'];
  const sentence = `It was decided to collect again; ${secondDayBegun ? 'until the second day is counted' : 'until the second day begins'}, ${allowed.join(' or ')} can be decided.`;
  return { code: 'second-day-under-way', sentence, at: '/decision', allowed };
}

/** Once the box is on its way the transplant centre accepts or refuses what arrives. */
function underWay({ decision }: DecideOnCount['data'], { handedOver }: CellCountFacts): Refusal | undefined {
  if (!handedOver || decision === 'accept-less') return undefined;
  const sentence = 'The courier has the box already: accept less, or let the transplant centre decide on its arrival.';
  return { code: 'box-is-under-way', sentence, at: '/decision', allowed: ['accept-less'] };
}

const wordNeeded = {
  'collect-again': ['collection-physician'],
  'accept-less': ['transplant-physician'],
  stop: ['collection-physician', 'transplant-physician'],
} as const satisfies Record<DecideOnCount['data']['decision'], readonly DecideOnCount['data']['wordOf']['role'][]>;

function wrongWord({ decision, wordOf }: DecideOnCount['data']): Refusal | undefined {
  const allowed: readonly string[] = wordNeeded[decision];
  if (allowed.includes(wordOf.role)) return undefined;
  const sentence = `The decision "${decision}" needs the word of the ${allowed.join(' or the ')}, not of the ${wordOf.role}.`;
  return { code: 'not-their-word', sentence, at: '/wordOf/role', allowed };
}

function noSecondDay(
  { decision }: DecideOnCount['data'],
  state: CellCountState,
  facts: CellCountFacts,
): Refusal | undefined {
  if (decision !== 'collect-again' || mayCollectAgain(state, facts.secondDayAvailable)) return undefined;
  const why = state.counts.some((count) => count.day === 2)
    ? 'The second day has been collected.'
    : 'No second day can be had any more.';
  const sentence = `${why} Cells cannot be collected again: accept less, or stop.`;
  return { code: 'no-second-day', sentence, at: '/decision', allowed: ['accept-less', 'stop'] };
}

/** Whether another day can still be collected: only after day 1 alone, and while day 2 is to be had. */
export function mayCollectAgain(state: CellCountState, secondDayAvailable: boolean): boolean {
  return secondDayAvailable && state.counts.every((count) => count.day === 1);
}

function beforeTheCount(decidedAt: ZonedInstant, { counts }: CellCountState): Refusal | undefined {
  const last = counts.at(-1)?.countedAt;
  if (last === undefined || decidedAt.at >= last.at) return undefined;
  const sentence = `The cells were counted at ${inZone(last.at, last.zone)}; nobody can have decided on that count before.`;
  return { code: 'decision-before-count', sentence, at: '/decidedAt' };
}
