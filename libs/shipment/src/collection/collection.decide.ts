import type { ZonedInstant } from '@cellrelay/kernel';
import { atNow, decided, notAllowedNow, notWorded, outOfOrder, outOfRange, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { postponeShipping } from './collection.shipping.js';
import { decideOnBag } from './collection.allotment.js';
import { labelledBags } from './collection.bags.js';
import { isBrokenOff, plannedDays, postponementProblem, postponementToldProblem } from './collection.postponing.js';
import {
  afterNextDay,
  brokenOffProblem,
  correctedEndProblem,
  endProblem,
  startProblem,
  toldProblem,
} from './collection.times.js';
import type {
  BagCommand,
  CollectionCommand,
  CollectionDay,
  CollectionEvent,
  CollectionState,
  CorrectCollectionEnd,
  EndCollection,
  PlanCollection,
  PostponeCollection,
  PostponingCommand,
  RecordCollectionBrokenOff,
  RecordPostponementTold,
  StartCollection,
} from './collection.js';
import type { CollectionFacts } from './collection.facts.js';
import { collectionDayTable } from './collection.transitions.js';

/** Moves one collection day, or plans them all. Refusals name the day. */
export function decideCollection(
  command: CollectionCommand,
  state: CollectionState,
  facts: CollectionFacts,
): Decision<CollectionEvent> {
  if (command.name === 'PlanCollection') return plan(command, state, facts);
  if (command.name === 'PostponeCollection') return postpone(command, state, facts);
  if (command.name === 'PostponeShipping') return postponeShipping(command.data, facts);
  if (command.name === 'RecordPostponementTold') return tellOfPostponement(command, state, facts);
  if (isOnBag(command)) return decideOnBag(command, state, facts);
  const day = state.days.find((each) => each.day === command.data.day);
  if (day === undefined) return decided(noSuchDay(command.data.day, state), () => []);
  const what = `Collection day ${day.day}`;
  const refused = notAllowedNow(collectionDayTable, { command: command.name, state: day.status, what });
  return refused === undefined ? moveDay(command, day, { state, facts }) : decided(refused, () => []);
}

function isOnBag(command: CollectionCommand): command is BagCommand {
  return 'bag' in command.data;
}

type DayCommand = Exclude<CollectionCommand, PlanCollection | PostponingCommand | BagCommand>;
type Fact<E extends CollectionEvent = CollectionEvent> = E extends CollectionEvent ? Pick<E, 'type' | 'data'> : never;

/** What a day's decision looks at besides the day. */
interface Surroundings {
  readonly state: CollectionState;
  readonly facts: CollectionFacts;
}

function recorded(fact: Fact, occurredAt: ZonedInstant): CollectionEvent {
  return { ...fact, v: 1, stage: 'collection', occurredAt };
}

function moveDay(command: DayCommand, day: CollectionDay, around: Surroundings): Decision<CollectionEvent> {
  const data = { day: day.day };
  const now = atNow(around.facts.now);
  switch (command.name) {
    case 'StartCollection':
      return start(command.data, day, around);
    case 'RecordCollectionBrokenOff':
      return breakOff(command.data, day, around.facts);
    case 'EndCollection':
      return end(command.data, day, around);
    case 'CorrectCollectionEnd':
      return correctEnd(command.data, day, around);
    case 'CallUpCollectionDay':
      return decided<CollectionEvent>(undefined, () => [recorded({ type: 'CollectionDayCalledUp', data }, now)]);
    case 'StandDownCollectionDay':
      return decided<CollectionEvent>(undefined, () => [recorded({ type: 'CollectionDayStoodDown', data }, now)]);
    case 'RecordStandDownTold':
      return decided(toldProblem(command.data.toldAt, day, around.facts), () => [
        recorded({ type: 'StandDownTold', data }, command.data.toldAt),
      ]);
  }
}

/** All days at once, and anew as long as none has begun. */
function plan({ data }: PlanCollection, state: CollectionState, facts: CollectionFacts): Decision<CollectionEvent> {
  const first = state.days.find((day) => day.startedAt !== null)?.status ?? state.days[0]?.status ?? 'unplanned';
  const problem =
    notAllowedNow(collectionDayTable, { command: 'PlanCollection', state: first, what: 'Collection day 1' }) ??
    outOfRange({
      value: data.days.length,
      least: 1,
      most: 2,
      what: 'The number of collection days',
      unit: 'days',
      at: '/days',
    });
  return decided(problem, () => [recorded({ type: 'CollectionPlanned', data }, atNow(facts.now))]);
}

function postpone(
  { data }: PostponeCollection,
  state: CollectionState,
  facts: CollectionFacts,
): Decision<CollectionEvent> {
  return decided(postponementProblem(data, state, facts), () => {
    const { newDays, postponedAt, reason, wordOf } = data;
    const was = state.days.map(({ date }) => date);
    return [
      recorded(
        { type: 'CollectionPostponed', data: { days: plannedDays(newDays, state, facts), was, reason, wordOf } },
        postponedAt,
      ),
    ];
  });
}

function tellOfPostponement(
  { data: { toldAt } }: RecordPostponementTold,
  state: CollectionState,
  facts: CollectionFacts,
): Decision<CollectionEvent> {
  return decided(postponementToldProblem(toldAt, state, facts), () => [
    recorded({ type: 'PostponementTold', data: {} }, toldAt),
  ]);
}

function noSuchDay(day: number, { days }: CollectionState): Refusal {
  const known = days.map((each) => String(each.day));
  const sentence =
    `No collection day ${day} is planned. ${known.length > 0 ? `There is day ${known.join(' and day ')}.` : ''}`.trim();
  return { code: 'no-such-day', sentence, at: '/day', allowed: known };
}

function start(
  data: StartCollection['data'],
  day: CollectionDay,
  { state, facts }: Surroundings,
): Decision<CollectionEvent> {
  const { plateletsE9PerL: platelets, startedAt } = data;
  const problem =
    donorNotCleared(day, facts) ??
    notCalledUp(day, state) ??
    startProblem(startedAt, day, state, facts) ??
    plateletProblem(platelets, day);
  return decided(problem, () => {
    const began = recorded(
      { type: 'CollectionStarted', data: { day: day.day, plateletsE9PerL: platelets } },
      startedAt,
    );
    const below = day.day === 1 ? facts.plateletWarningE9PerL.day1 : facts.plateletWarningE9PerL.day2;
    if (platelets === null || platelets >= below) return [began];
    const low = { day: day.day, plateletsE9PerL: platelets, warningBelowE9PerL: below };
    return [began, recorded({ type: 'PlateletsLow', data: low }, startedAt)];
  });
}

function donorNotCleared({ day }: CollectionDay, { donorCleared }: CollectionFacts): Refusal | undefined {
  if (donorCleared) return undefined;
  const sentence = `Collection day ${day} cannot start: the donor is not cleared.`;
  return { code: 'donor-not-cleared', sentence, allowed: ['ClearDonor'] };
}

/** The second day is wanted once the count of the first calls it up, or once the first came to nothing. */
function notCalledUp({ day, status }: CollectionDay, { days }: CollectionState): Refusal | undefined {
  if (status !== 'reserved' || isBrokenOff(days)) return undefined;
  const sentence = `Day ${day} is reserved: it is collected when the count of day 1 calls for it, or when day 1 was broken off.`;
  return { code: 'day-not-called-up', sentence, at: '/day', allowed: ['DecideOnCount', 'RecordCollectionBrokenOff'] };
}

function plateletProblem(value: number | null, { day }: CollectionDay): Refusal | undefined {
  if (value === null) return undefined;
  const what = `The platelets before day ${day}`;
  return outOfRange({ value, least: 1, most: 2000, what, unit: '× 10⁹/L', at: '/plateletsE9PerL' });
}

function end(
  data: EndCollection['data'],
  day: CollectionDay,
  { state, facts }: Surroundings,
): Decision<CollectionEvent> {
  const wrongTime = endProblem(data.endedAt, day, facts) ?? outOfOrder(facts, afterNextDay(data.endedAt, day, state));
  const bags = labelledBags(data, state, facts);
  if (wrongTime !== undefined || !bags.ok) return decided(wrongTime ?? (bags.ok ? undefined : bags.error), () => []);
  return decided<CollectionEvent>(undefined, () => [
    recorded({ type: 'CollectionEnded', data: { day: day.day, bags: bags.value } }, data.endedAt),
  ]);
}

function breakOff(
  { brokenOffAt, reason }: RecordCollectionBrokenOff['data'],
  day: CollectionDay,
  facts: CollectionFacts,
): Decision<CollectionEvent> {
  const problem = brokenOffProblem(brokenOffAt, day, facts) ?? notWorded(reason, 'The reason', '/reason');
  return decided(problem, () => [
    recorded({ type: 'CollectionBrokenOff', data: { day: day.day, reason } }, brokenOffAt),
  ]);
}

function correctEnd(
  data: CorrectCollectionEnd['data'],
  day: CollectionDay,
  { state, facts }: Surroundings,
): Decision<CollectionEvent> {
  const was = day.endedAt;
  if (was === null) throw new Error('an ended day has an end');
  const problem =
    correctedEndProblem(data.endedAt, day, state, facts) ??
    notWorded(data.reason, 'The reason', '/reason') ??
    notWorded(data.evidence, 'The evidence', '/evidence');
  const { reason, evidence } = data;
  return decided(problem, () => [
    recorded({ type: 'CollectionEndCorrected', data: { day: day.day, was, reason, evidence } }, data.endedAt),
  ]);
}
