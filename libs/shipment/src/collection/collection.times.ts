import { inZone, localDateAt, minutesBetween, plusMinutes, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { inTheFuture, outOfOrder, saysAgain } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type { CollectionDay, CollectionState } from './collection.js';
import type { CollectionFacts } from './collection.facts.js';

/** Shorter than this nothing was collected, and longer than this the day was mistyped. */
const leastMinutes = 10;
const mostMinutes = 24 * 60;

/** A telephone call may come before its cause is recorded, but not by more than this. */
const toldAheadMinutes = 24 * 60;

/** What is wrong with when a collection is said to have begun. */
export function startProblem(
  startedAt: ZonedInstant,
  day: CollectionDay,
  state: CollectionState,
  facts: CollectionFacts,
): Refusal | undefined {
  return (
    inTheFuture(startedAt, facts.now, '/startedAt') ??
    onAnotherDay(startedAt, day, state) ??
    beforeEarlierDay(startedAt, day, state, facts)
  );
}

/** A start on a day that is not the planned one is nearly always a mistyped date; the plan hangs on that day. */
function onAnotherDay(startedAt: ZonedInstant, day: CollectionDay, { zone }: CollectionState): Refusal | undefined {
  const stated = localDateAt(startedAt.at, zone ?? startedAt.zone);
  if (stated === day.date) return undefined;
  const sentence = `Day ${day.day} is planned for ${day.date} at the collection centre; ${stated} is another day.`;
  return { code: 'not-on-the-planned-day', sentence, at: '/startedAt', allowed: [day.date] };
}

function beforeEarlierDay(
  startedAt: ZonedInstant,
  day: CollectionDay,
  { days }: CollectionState,
  facts: CollectionFacts,
): Refusal | undefined {
  const earlier = days.find((each) => each.day < day.day);
  if (earlier === undefined || earlier.status === 'broken-off') return undefined;
  if (earlier.endedAt !== null && earlier.endedAt.at < startedAt.at) return undefined;
  const sentence = `Day ${earlier.day} has not ended before that, so day ${day.day} cannot have begun.`;
  const refusal = { code: 'earlier-day-not-ended', sentence, at: '/startedAt' };
  return earlier.endedAt === null ? refusal : outOfOrder(facts, refusal);
}

/** What is wrong with when a collection is said to have been broken off. */
export function brokenOffProblem(
  brokenOffAt: ZonedInstant,
  { startedAt, day }: CollectionDay,
  facts: CollectionFacts,
): Refusal | undefined {
  const future = inTheFuture(brokenOffAt, facts.now, '/brokenOffAt');
  if (future !== undefined || startedAt === null || brokenOffAt.at >= startedAt.at) return future;
  const sentence = `Collection day ${day} began at ${inZone(startedAt.at, brokenOffAt.zone)}; it was not broken off before that.`;
  return { code: 'broken-off-before-start', sentence, at: '/brokenOffAt' };
}

/** What is wrong with when a collection is said to have ended. */
export function endProblem(endedAt: ZonedInstant, day: CollectionDay, facts: CollectionFacts): Refusal | undefined {
  return inTheFuture(endedAt, facts.now, '/endedAt') ?? lengthProblem(endedAt, day, facts);
}

function lengthProblem(
  endedAt: ZonedInstant,
  { startedAt: asItStands, brokenOff, day }: CollectionDay,
  facts: CollectionFacts,
): Refusal | undefined {
  // Of a day that was not broken off after all it is when it had begun.
  const startedAt = asItStands ?? brokenOff?.startedAt ?? null;
  if (startedAt === null) throw new Error('a day that never began cannot end');
  const fault = lengthFault(minutesBetween(startedAt.at, endedAt.at));
  if (fault === undefined) return undefined;
  const sentence = `Day ${day} began at ${inZone(startedAt.at, startedAt.zone)}; ${fault.says}.`;
  const range = [leastMinutes, mostMinutes].map((minutes) => inZone(plusMinutes(startedAt.at, minutes), endedAt.zone));
  const refusal = { code: fault.code, sentence, at: '/endedAt', allowed: [range.join(' to ')] };
  return fault.code === 'collection-ends-before-it-begins' ? outOfOrder(facts, refusal) : refusal;
}

function lengthFault(minutes: number): { readonly code: string; readonly says: string } | undefined {
  if (minutes < 0) return { code: 'collection-ends-before-it-begins', says: 'it cannot have ended before that' };
  if (minutes < leastMinutes)
    return { code: 'collection-too-short', says: `a collection takes at least ${leastMinutes} minutes` };
  if (minutes > mostMinutes)
    return { code: 'collection-too-long', says: `a collection takes at most ${mostMinutes / 60} hours` };
  return undefined;
}

/** What is wrong with another end for a collection that has ended already: it must fit all that came after it. */
export function correctedEndProblem(
  endedAt: ZonedInstant,
  day: CollectionDay,
  state: CollectionState,
  facts: CollectionFacts,
): Refusal | undefined {
  return (
    unchanged(endedAt, day) ??
    endProblem(endedAt, day, facts) ??
    outOfOrder(
      facts,
      after(endedAt, facts.countedAt[day.day], { code: 'end-after-its-count', what: `the day ${day.day} count` }) ??
        after(endedAt, facts.handedOverAt ?? undefined, {
          code: 'end-after-hand-over',
          what: 'the box was handed over',
        }) ??
        afterNextDay(endedAt, day, state),
    )
  );
}

/** An end that comes after the following day had begun already. */
export function afterNextDay(
  endedAt: ZonedInstant,
  { day }: CollectionDay,
  { days }: CollectionState,
): Refusal | undefined {
  const next = days.find((each) => each.day > day)?.startedAt?.at;
  return after(endedAt, next, { code: 'end-after-next-day-began', what: `day ${day + 1} began` });
}

function unchanged(endedAt: ZonedInstant, day: CollectionDay): Refusal | undefined {
  if (!saysAgain(endedAt.at, day.endedAt?.at ?? null)) return undefined;
  return { code: 'nothing-corrected', sentence: `Day ${day.day} is recorded with that end already.`, at: '/endedAt' };
}

function after(
  endedAt: ZonedInstant,
  bound: Instant | undefined,
  of: { readonly code: string; readonly what: string },
): Refusal | undefined {
  if (bound === undefined || endedAt.at <= bound) return undefined;
  const sentence = `The collection cannot have ended after ${of.what} (${inZone(bound, endedAt.zone)}).`;
  return { code: of.code, sentence, at: '/endedAt' };
}

/** What is wrong with when the centre is said to have been told that a day is stood down. */
export function toldProblem(toldAt: ZonedInstant, day: CollectionDay, facts: CollectionFacts): Refusal | undefined {
  if (day.toldStoodDownAt !== null) {
    return { code: 'already-told', sentence: `It is recorded already that the centre was told of day ${day.day}.` };
  }
  const future = inTheFuture(toldAt, facts.now, '/toldAt');
  if (future !== undefined) return future;
  if (day.stoodDownAt === null || toldAt.at >= plusMinutes(day.stoodDownAt, -toldAheadMinutes)) return undefined;
  const sentence = `Day ${day.day} was stood down at ${inZone(day.stoodDownAt, toldAt.zone)}; that is more than a day later.`;
  return { code: 'told-before-stood-down', sentence, at: '/toldAt' };
}
