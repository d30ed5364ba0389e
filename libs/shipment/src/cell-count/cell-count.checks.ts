import { inZone, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { bagsDiffer } from '../bag-lists.js';
import { backingProblem } from '../backing.js';
import { firstOf, inTheFuture, notWorded, outOfOrder, saysAgain } from '../deciding.js';
import { nameInWords } from '../names-in-words.js';
import type { Refusal } from '../stage.js';
import type {
  BagCount,
  CellCountFacts,
  CellCountState,
  CorrectCellCount,
  CryopreserveAtOrigin,
  DecideOnCount,
  RecordCellCount,
} from './cell-count.js';
import { figuresProblem } from './cell-count.figures.js';
import { wantedRecipients } from './cell-count.standing.js';

/** What is wrong with a day's first count. */
export function recordProblem(
  data: RecordCellCount['data'],
  state: CellCountState,
  facts: CellCountFacts,
): Refusal | undefined {
  return alreadyCounted(data.day, state) ?? countProblem(data, [], facts);
}

/** What is wrong with the correction of a day's count. */
export function correctionProblem(
  data: CorrectCellCount['data'],
  state: CellCountState,
  facts: CellCountFacts,
): Refusal | undefined {
  return (
    notCounted(data, state) ??
    countProblem(data, state.counts.find(({ day }) => day === data.day)?.bags ?? [], facts) ??
    notWorded(data.reason, 'The reason', '/reason') ??
    notWorded(data.evidence, 'The evidence', '/evidence')
  );
}

function alreadyCounted(day: number, { counts }: CellCountState): Refusal | undefined {
  if (!counts.some((count) => count.day === day)) return undefined;
  const sentence = `Day ${day} is counted already; a wrong count is corrected, and not recorded once more.`;
  return { code: 'already-counted', sentence, at: '/day', allowed: ['CorrectCellCount'] };
}

function notCounted(data: CorrectCellCount['data'], { counts }: CellCountState): Refusal | undefined {
  const count = counts.find((each) => each.day === data.day);
  if (count === undefined) {
    const allowed = counts.map((each) => String(each.day));
    const sentence = `Day ${data.day} has no count to correct; counted: day ${allowed.join(' and day ')}.`;
    return { code: 'day-not-counted', sentence, at: '/day', allowed };
  }
  if (!saysAgain(data.countedAt.at, count.countedAt.at) || !sameFigures(count.bags, data.bags)) return undefined;
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

/** `before`: as counted so far. A bag that has been split since is corrected as it was counted, unless its parts are counted themselves. */
function countProblem(
  data: RecordCellCount['data'],
  before: readonly BagCount[],
  facts: CellCountFacts,
): Refusal | undefined {
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
  const given = data.bags.map((bag) => bag.bag);
  return (
    inTheFuture(data.countedAt, facts.now, '/countedAt') ??
    outOfOrder(facts, beforeCollectionEnded(data.countedAt, collected)) ??
    bagsDiffer(expectedBags(given, before, collected), given, '/bags') ??
    figuresProblem(data.bags, [...collected.bags, ...collected.split], facts)
  );
}

function expectedBags(
  given: readonly string[],
  before: readonly BagCount[],
  { bags, split }: CellCountFacts['collected'][number],
): readonly string[] {
  const asCounted = split.some(({ id }) => given.includes(id) && before.some(({ bag }) => bag === id));
  return asCounted ? before.map(({ bag }) => bag) : bags.map(({ id }) => id);
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
    recipientsProblem(data, state, facts) ??
    daysTravelTogether(data, facts) ??
    noSecondDay(data, state, facts) ??
    inTheFuture(data.decidedAt, facts.now, '/decidedAt') ??
    outOfOrder(facts, beforeTheCount(data.decidedAt, state)) ??
    backingProblem(data.decision, data, facts.statedBy) ??
    notWorded(data.reason, 'The reason', '/reason')
  );
}

/** What is wrong with the decision to freeze the cells where they were collected. */
export function cryopreservationProblem(
  data: CryopreserveAtOrigin['data'],
  facts: CellCountFacts,
): Refusal | undefined {
  const collectedAt = facts.collected[0]?.endedAt;
  if (collectedAt === undefined)
    return { code: 'no-bags', sentence: 'No cells have been collected, so there is nothing to freeze.' };
  if (facts.handedOver) {
    const sentence = 'The courier has the box already: it can be diverted or returned.';
    return { code: 'box-is-under-way', sentence, allowed: ['DivertShipment'] };
  }
  return (
    inTheFuture(data.decidedAt, facts.now, '/decidedAt') ??
    outOfOrder(facts, beforeTheCells(data.decidedAt, collectedAt)) ??
    backingProblem('cryopreserve-at-origin', data, facts.statedBy) ??
    notWorded(data.reason, 'The reason', '/reason')
  );
}

function beforeTheCells(decidedAt: ZonedInstant, collectedAt: Instant): Refusal | undefined {
  if (decidedAt.at >= collectedAt) return undefined;
  const sentence = `The first cells were collected by ${inZone(collectedAt, decidedAt.zone)}; nobody can have decided to freeze them before.`;
  return { code: 'decision-before-collection', sentence, at: '/decidedAt' };
}

/** Each named once, and cells are meant for them; less than everybody only where the decision is about recipients. */
function recipientsProblem(
  { decision, recipients }: DecideOnCount['data'],
  state: CellCountState,
  { secondDayBegun }: CellCountFacts,
): Refusal | undefined {
  if (recipients === null) return undefined;
  const allowed = wantedRecipients(state);
  const at = '/recipients';
  const named = (sentence: string): Refusal => ({ code: 'recipients-wrong', sentence, at, allowed });
  if (decision !== 'accept-less' && decision !== 'stop')
    return named(`The decision to ${decision.replaceAll('-', ' ')} is about all recipients: name none.`);
  if (recipients.length === 0) return named('Name a recipient, or leave it to all who are short.');
  // The cells of a day that is being collected must be counted before one recipient is left behind.
  if (
    decision === 'stop' &&
    state.status === 'collecting-again' &&
    secondDayBegun &&
    recipients.length < allowed.length
  )
    return named('The second day has begun: until it is counted, it can be stopped for all only.');
  return firstOf(recipients, (ref, index) => {
    if (!allowed.includes(ref)) return named(`No cells are meant for ${ref} any more, or it was never ordered.`);
    return recipients.indexOf(ref) === index ? undefined : named(`${ref} is named twice.`);
  });
}

/** Whether the first day's bags may fly alone is the site's choice; another policy can be adopted for one shipment, with its reason. */
function daysTravelTogether({ decision }: DecideOnCount['data'], { daysMayPart }: CellCountFacts): Refusal | undefined {
  if (decision !== 'ship-day-1-early' || daysMayPart) return undefined;
  const sentence = 'By the policy of this shipment the bags of both days travel together.';
  return { code: 'bags-travel-together', sentence, at: '/decision', allowed: ['collect-again', 'AdoptPolicy'] };
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
  const sentence = `It was decided to collect again; ${secondDayBegun ? 'until the second day is counted' : 'until the second day begins'}, ${allowed.map(nameInWords).join(' or ')} can be decided.`;
  return { code: 'second-day-under-way', sentence, at: '/decision', allowed };
}

/** Once the box is on its way the transplant centre accepts or refuses what arrives. */
function underWay({ decision }: DecideOnCount['data'], { handedOver }: CellCountFacts): Refusal | undefined {
  if (!handedOver || decision === 'accept-less') return undefined;
  const sentence = 'The courier has the box already: accept less, or let the transplant centre decide on its arrival.';
  return { code: 'box-is-under-way', sentence, at: '/decision', allowed: ['accept-less'] };
}

function noSecondDay(
  { decision }: DecideOnCount['data'],
  state: CellCountState,
  facts: CellCountFacts,
): Refusal | undefined {
  if (decision !== 'collect-again' && decision !== 'ship-day-1-early') return undefined;
  if (mayCollectAgain(state, facts.secondDayAvailable)) return undefined;
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
