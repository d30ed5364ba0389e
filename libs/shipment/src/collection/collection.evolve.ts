import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { Evolve } from '../deciding.js';
import type {
  BagEvent,
  BagSplit,
  CollectionBrokenOff,
  CollectionDay,
  CollectionDayNumber,
  CollectionEvent,
  CollectionPlanned,
  CollectionPostponed,
  CollectionState,
  PlannedDay,
  ShippingPostponed,
} from './collection.js';
import type { BagCryopreservedAtOrigin } from './collection.staying.js';

export const initialCollection: CollectionState = {
  zone: null,
  days: [],
  postponements: [],
  reallotted: false,
  frozen: [],
  notUsed: [],
};

/** The collection days after one more event. */
export const evolveCollection: Evolve<CollectionState, CollectionEvent> = (state, event, recordedAt) => {
  if (event.type === 'CollectionPlanned')
    return { ...state, zone: event.data.zone, days: [...event.data.days.map(plannedDay), ...daysLeft(state, event)] };
  if (isOfBag(event)) return withBag(state, event);
  if (event.type === 'CollectionPostponed') return postponed(state, event, recordedAt);
  if (event.type === 'ShippingPostponed') return shippingPostponed(state, event, recordedAt);
  if (event.type === 'PostponementTold') return told(state, event.occurredAt);
  return {
    ...state,
    days: state.days.map((day) => (day.day === event.data.day ? { ...day, ...changeOf(event, day) } : day)),
  };
};

function isOfBag(event: CollectionEvent): event is BagEvent {
  return 'bag' in event.data;
}

/** The days begin anew; which they were before stays on record. */
function postponed(
  state: CollectionState,
  { data, occurredAt }: CollectionPostponed,
  recordedAt: Instant,
): CollectionState {
  const { days, was, reason, wordOf } = data;
  const to = days.map(({ date }) => date);
  const postponement = { recordedAt, at: occurredAt, was, to, reason, wordOf, toldAt: null };
  return { ...state, days: days.map(plannedDay), postponements: [...state.postponements, postponement] };
}

/** The day of leaving stands in the order, which follows. */
function shippingPostponed(
  state: CollectionState,
  { data: { shipOn, was, ...word }, occurredAt }: ShippingPostponed,
  recordedAt: Instant,
): CollectionState {
  const postponement = { recordedAt, at: occurredAt, was: [was], to: [shipOn], ...word, toldAt: null };
  return { ...state, postponements: [...state.postponements, postponement] };
}

function told(state: CollectionState, toldAt: ZonedInstant): CollectionState {
  const last = state.postponements.length - 1;
  return {
    ...state,
    postponements: state.postponements.map((each, index) => (index === last ? { ...each, toldAt } : each)),
  };
}

type DayEvent = Exclude<
  CollectionEvent,
  { type: 'CollectionPlanned' | 'CollectionPostponed' | 'ShippingPostponed' | 'PostponementTold' } | BagEvent
>;
type Change = Partial<CollectionDay>;

function changeOf(event: DayEvent, day: CollectionDay): Change {
  switch (event.type) {
    case 'CollectionStarted':
      return {
        ...{ status: 'running', startedAt: event.occurredAt, plateletsE9PerL: event.data.plateletsE9PerL },
        brokenOff: null,
      };
    case 'CollectionBrokenOff':
      return brokenOff(event, day);
    case 'PlateletsLow':
      return { plateletsBelowE9PerL: event.data.warningBelowE9PerL };
    case 'CollectionEnded':
      return { ...begunBefore(day), status: 'ended', endedAt: event.occurredAt, bags: event.data.bags };
    case 'CollectionEndCorrected':
      return { endedAt: event.occurredAt };
    case 'CollectionDayCalledUp':
      return { status: 'planned', stoodDownAt: null, toldStoodDownAt: null };
    case 'CollectionDayStoodDown':
      return { status: 'stood-down', stoodDownAt: event.occurredAt.at };
    case 'StandDownTold':
      return { toldStoodDownAt: event.occurredAt.at };
  }
}

/** As if it had not begun; how it had is kept for who takes the word back. */
function brokenOff({ data, occurredAt: at }: CollectionBrokenOff, day: CollectionDay): Change {
  const { startedAt, plateletsE9PerL, plateletsBelowE9PerL } = day;
  const notBegun = { startedAt: null, plateletsE9PerL: null, plateletsBelowE9PerL: null };
  const word = { startedAt, plateletsE9PerL, plateletsBelowE9PerL, at, reason: data.reason };
  return { ...notBegun, status: 'broken-off', brokenOff: word };
}

/** Of a day that was not broken off after all: how it had begun. */
function begunBefore({ brokenOff: word }: CollectionDay): Change {
  if (word === null) return {};
  const { startedAt, plateletsE9PerL, plateletsBelowE9PerL } = word;
  return { startedAt, plateletsE9PerL, plateletsBelowE9PerL, brokenOff: null };
}

function withBag(state: CollectionState, event: BagEvent): CollectionState {
  const { day, bag } = event.data;
  switch (event.type) {
    case 'BagSplit':
      return {
        ...state,
        reallotted: true,
        days: state.days.map((each) => (each.day === day ? withParts(each, event) : each)),
      };
    case 'BagAllotted': {
      const { recipient } = event.data;
      const bags = state.days.flatMap((each) => (each.day === day ? each.bags : []));
      return changed({ ...state, reallotted: true }, day, {
        bags: bags.map((each) => (each.id === bag ? { ...each, recipient } : each)),
      });
    }
    case 'BagCryopreservedAtOrigin':
      return frozenAtOrigin(state, event);
    case 'BagNotUsedAtOrigin': {
      const { day: _day, ...end } = event.data;
      return { ...state, notUsed: [...state.notUsed, { ...end, at: event.occurredAt }] };
    }
  }
}

/** The word that it is not used is taken back by it. */
function frozenAtOrigin(
  state: CollectionState,
  { data: { bag, ageMinutes }, occurredAt }: BagCryopreservedAtOrigin,
): CollectionState {
  const notUsed = state.notUsed.filter((each) => each.bag !== bag);
  const others = state.frozen.filter((each) => each.bag !== bag);
  return { ...state, notUsed, frozen: [...others, { bag, at: occurredAt, ageMinutes }] };
}

/** The parts stand where the bag stood. */
function withParts(day: CollectionDay, { data, occurredAt }: BagSplit): CollectionDay {
  const whole = day.bags.filter(({ id }) => id === data.bag).map((each) => ({ ...each, splitAt: occurredAt }));
  const bags = day.bags.flatMap((each) => (each.id === data.bag ? data.parts : [each]));
  return { ...day, bags, split: [...day.split, ...whole] };
}

function changed(state: CollectionState, number: CollectionDayNumber, change: Change): CollectionState {
  return { ...state, days: state.days.map((day) => (day.day === number ? { ...day, ...change } : day)) };
}

/** Days beyond those that are planned now are not needed any more, which the centre is to be told as of any other. */
function daysLeft({ days }: CollectionState, { data, occurredAt }: CollectionPlanned): readonly CollectionDay[] {
  return days
    .slice(data.days.length)
    .map((day) => (day.status === 'stood-down' ? day : { ...day, status: 'stood-down', stoodDownAt: occurredAt.at }));
}

/** The first day is planned, the second only reserved. */
function plannedDay(planned: PlannedDay, index: number): CollectionDay {
  return {
    ...planned,
    day: index === 0 ? 1 : 2,
    status: index === 0 ? 'planned' : 'reserved',
    startedAt: null,
    endedAt: null,
    plateletsE9PerL: null,
    plateletsBelowE9PerL: null,
    bags: [],
    split: [],
    toldStoodDownAt: null,
    stoodDownAt: null,
    brokenOff: null,
  };
}
