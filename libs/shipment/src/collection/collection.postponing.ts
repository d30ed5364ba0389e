import {
  inZone,
  localDateAt,
  plusDays,
  plusMinutes,
  resolveLocal,
  ruleTime,
  type LocalDate,
  type Zone,
  type ZonedInstant,
} from '@cellrelay/kernel';
import { firstOf, inTheFuture, notAllowedNow, notWorded } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type {
  CollectionDay,
  CollectionState,
  PlannedDay,
  PostponeCollection,
  PostponementStatus,
} from './collection.js';
import type { CollectionFacts } from './collection.facts.js';
import { postponementTable } from './collection.transitions.js';

/** Whether a collection waits that has not begun, or that was broken off without a bag. A day that a changed order gave back may stand there besides, stood down. */
export function isStillToCome(days: readonly CollectionDay[]): boolean {
  return (
    days.every(({ startedAt }) => startedAt === null) &&
    days.some(({ status }) => status === 'planned' || status === 'reserved' || status === 'broken-off')
  );
}

/** Whether collecting came to nothing so far: a day was broken off without a bag, and none runs or has ended. */
export function isBrokenOff(days: readonly CollectionDay[]): boolean {
  return (
    days.some(({ status }) => status === 'broken-off') &&
    !days.some(({ status }) => status === 'running' || status === 'ended')
  );
}

/** A day further ahead than this is a mistyped year. */
const mostDaysAhead = 2 * 365;

/** What keeps the collection from being postponed to those days. Another day is also one before the planned day. */
export function postponementProblem(
  { newDays, postponedAt, reason, wordOf }: PostponeCollection['data'],
  state: CollectionState,
  facts: CollectionFacts,
): Refusal | undefined {
  return (
    begun(state, facts) ??
    inTheFuture(postponedAt, facts.now, '/postponedAt') ??
    daysProblem(newDays, facts) ??
    sameDays(newDays, state) ??
    firstOf(newDays, (day, index) => dayProblem(day, `/newDays/${index}`, { zone: zoneOf(state), ...facts })) ??
    notWorded(reason, 'The reason', '/reason') ??
    notWorded(wordOf.person, 'The person', '/wordOf/person', 200)
  );
}

/** The days with their moments, by the order's hour of the day at the collection centre. */
export function plannedDays(
  dates: readonly LocalDate[],
  state: CollectionState,
  { startsAtClock, plannedMinutes }: CollectionFacts,
): readonly PlannedDay[] {
  return dates.map((date) => {
    const plannedStartAt = ruleTime(date, startsAtClock, zoneOf(state));
    return { date, plannedStartAt, plannedEndAt: plusMinutes(plannedStartAt, plannedMinutes) };
  });
}

function zoneOf({ zone }: CollectionState): Zone {
  if (zone === null) throw new Error('no collection was ever planned');
  return zone;
}

function begun({ days }: CollectionState, facts: CollectionFacts): Refusal | undefined {
  if (facts.unit !== null) return notCollected;
  if (facts.donorWithdrawn) {
    const sentence = 'The donor is withdrawn, and is not collected on any other day. Another donor is a new shipment.';
    return { code: 'donor-withdrawn', sentence };
  }
  if (isStillToCome(days) && !facts.noneFly) return undefined;
  const stand = days.map(({ day, status }) => `day ${day} ${status.replaceAll('-', ' ')}`).join(', ');
  const sentence = `A collection that has begun, or was stood down, is not postponed: ${stand}.`;
  return { code: 'collection-has-begun', sentence };
}

const notCollected: Refusal = {
  code: 'nothing-to-collect',
  sentence: 'A banked unit is not collected, so that nothing is postponed but the day on which it leaves its bank.',
  allowed: ['PostponeShipping'],
};

function daysProblem(days: readonly LocalDate[], { mostDays }: CollectionFacts): Refusal | undefined {
  const [first, second] = days;
  if (first === undefined || days.length > mostDays) {
    const can = mostDays === 1 ? 'one day alone' : 'one day, or one and the next,';
    const sentence = `${days.length} collection days are given; ${can} can be planned for what is ordered.`;
    return { code: 'collection-days-wrong', sentence, at: '/newDays' };
  }
  const next = plusDays(first, 1);
  if (second === undefined || second === next) return undefined;
  const sentence = `The second collection day is ${second}; it must be the day after the first, ${next}.`;
  return { code: 'second-day-not-next', sentence, at: '/newDays/1', allowed: [next] };
}

function sameDays(newDays: readonly LocalDate[], { days }: CollectionState): Refusal | undefined {
  const planned = days.map(({ date }) => date).join(' and ');
  if (newDays.join(' and ') !== planned || days.some(({ status }) => status === 'broken-off')) return undefined;
  return { code: 'nothing-postponed', sentence: `The collection is planned for ${planned} already.`, at: '/newDays' };
}

/** What a day is judged by: its calendar and the hour at which it begins there. */
interface DayAround extends Pick<CollectionFacts, 'now' | 'startsAtClock'> {
  readonly zone: Zone;
  readonly what?: string;
}

/** Refuses a day that has passed, a mistyped year, and one on which the clocks skip the hour. */
export function dayProblem(
  day: LocalDate,
  at: string,
  { now, startsAtClock, zone, what = 'Collection day' }: DayAround,
): Refusal | undefined {
  const today = localDateAt(now, zone);
  const last = plusDays(today, mostDaysAhead);
  if (day < today || day > last) {
    const sentence = `${what} ${day} cannot be meant: today is ${today}, and ${today} to ${last} is allowed.`;
    return { code: 'collection-day-absurd', sentence, at, allowed: [`${today} to ${last}`] };
  }
  const read = resolveLocal(`${day}T${startsAtClock}`, zone);
  return read.ok ? undefined : { code: read.error.code, sentence: read.error.sentence, at };
}

/** Where the last postponement stands. */
export function postponementStatus({ postponements }: CollectionState): PostponementStatus {
  const last = postponements.at(-1);
  if (last === undefined) return 'none';
  return last.toldAt === null ? 'to-tell' : 'told';
}

/** What is wrong with the word that everybody was told of the last postponement. */
export function postponementToldProblem(
  toldAt: ZonedInstant,
  state: CollectionState,
  { now }: CollectionFacts,
): Refusal | undefined {
  const status = postponementStatus(state);
  const since = state.postponements.at(-1)?.at;
  const what = 'The last postponement';
  const early = since !== undefined && toldAt.at < since.at;
  return (
    notAllowedNow(postponementTable, { command: 'RecordPostponementTold', state: status, what }) ??
    inTheFuture(toldAt, now, '/toldAt') ??
    (early ? toldTooEarly(since) : undefined)
  );
}

function toldTooEarly(since: ZonedInstant): Refusal {
  const sentence = `The collection was postponed at ${inZone(since.at, since.zone)}; nobody was told of it before that.`;
  return { code: 'told-before-postponed', sentence, at: '/toldAt' };
}
