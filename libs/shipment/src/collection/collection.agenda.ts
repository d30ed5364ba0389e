import { latest, minutesBetween, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Cause, Deadline, Offer } from '../obligation.js';
import { isBrokenOff, isStillToCome } from './collection.postponing.js';
import type { CollectionDay, CollectionState } from './collection.js';
import type { CollectionAgendaFacts } from './collection.facts.js';

/** Owed by each day: its start, its end, and the word to the centre once it is stood down. A reserved day owes nothing. */
export function collectionObligations(state: CollectionState, facts: CollectionAgendaFacts): readonly Deadline[] {
  return [...state.days.flatMap((day) => dayObligations(day, facts)), ...postponementTold(state, facts)];
}

function dayObligations(day: CollectionDay, facts: CollectionAgendaFacts): readonly Deadline[] {
  if (day.status === 'planned') return [startDue(day, facts)];
  if (day.status === 'running') return [endDue(day, facts)];
  const toTell = day.status === 'stood-down' && day.toldStoodDownAt === null && !facts.centreToldOfTheEnd;
  return toTell ? [toldDue(day, facts)] : [];
}

const collectionPostponed = {
  what: 'Tell the centres, the registries and the courier of the new days',
  overdue: {
    wrong: 'The centres and the courier have not been told that the collection is postponed.',
    follows: 'They prepare for days on which nothing is collected.',
  },
  offers: [{ command: 'RecordPostponementTold', label: 'Everybody was told of the new days', prefill: {} }],
};

const unitPostponed = {
  what: 'Tell the bank, the transplant centre, the registries and the carrier of the new day',
  overdue: {
    wrong: 'The bank and the transplant centre have not been told that the unit leaves on another day.',
    follows: 'The bank charges a shipper for nothing, and the patient may be conditioned too early.',
  },
  offers: [{ command: 'RecordPostponementTold', label: 'Everybody was told of the new day', prefill: {} }],
};

/** Everybody who prepares for the old days is told of the new ones, unless collecting shows that they know. */
function postponementTold(state: CollectionState, facts: CollectionAgendaFacts): readonly Deadline[] {
  const last = state.postponements.at(-1);
  const waits = facts.unitToLeave || (isStillToCome(state.days) && !isBrokenOff(state.days));
  if (last === undefined || last.toldAt !== null || !waits) return [];
  return [
    {
      ...base,
      kind: 'postponement-told',
      key: `postponement-told/${state.postponements.length}`,
      dueAt: plusMinutes(last.recordedAt, facts.reportGraceMinutes),
      owner: 'coordinator',
      ...(facts.unitToLeave ? unitPostponed : collectionPostponed),
    },
  ];
}

/** Low platelets warn until that day's collection has ended. */
export function collectionCauses(state: CollectionState, _facts: CollectionAgendaFacts): readonly Cause[] {
  return state.days.filter((day) => day.status === 'running' && day.plateletsBelowE9PerL !== null).map(plateletsLow);
}

const base = { does: 'ring', stage: 'collection', severity: 'warning' } as const;

function startDue(day: CollectionDay, facts: CollectionAgendaFacts): Deadline {
  return {
    ...base,
    kind: 'collection-start-due',
    key: `collection-start-due/${day.day}`,
    dueAt: plusMinutes(day.plannedStartAt, facts.reportGraceMinutes),
    owner: 'collection-centre',
    what: `Record the start of day ${day.day}`,
    overdue: {
      wrong: `No start of collection day ${day.day} is recorded.`,
      follows: 'Its end, its count and its flights move with it.',
    },
    offers: [{ command: 'StartCollection', label: `Record the start of day ${day.day}`, prefill: { day: day.day } }],
  };
}

function endDue(day: CollectionDay, facts: CollectionAgendaFacts): Deadline {
  return {
    ...base,
    kind: 'collection-end-due',
    key: `collection-end-due/${day.day}`,
    dueAt: plusMinutes(expectedEnd(day), facts.reportGraceMinutes),
    owner: 'collection-centre',
    what: `Record the end of day ${day.day}`,
    overdue: {
      wrong: `No end of collection day ${day.day} is recorded.`,
      follows: "The bags' clock cannot start, and the count waits.",
    },
    offers: [endOffer(day), brokenOffOffer(day)],
  };
}

function brokenOffOffer({ day }: CollectionDay): Offer {
  return { command: 'RecordCollectionBrokenOff', label: 'It was broken off without a bag', prefill: { day } };
}

/** As planned, or later by as much as the day began late. */
function expectedEnd(day: CollectionDay): Instant {
  if (day.startedAt === null) return day.plannedEndAt;
  const planned = minutesBetween(day.plannedStartAt, day.plannedEndAt);
  return latest([day.plannedEndAt, plusMinutes(day.startedAt.at, planned)]) ?? day.plannedEndAt;
}

/** Due at once, with the usual time to report: the slot is of use to another donor only while there is time left. */
function toldDue(day: CollectionDay, facts: CollectionAgendaFacts): Deadline {
  return {
    ...base,
    kind: 'stand-down-told',
    key: `stand-down-told/${day.day}`,
    dueAt: plusMinutes(day.stoodDownAt ?? day.plannedStartAt, facts.reportGraceMinutes),
    owner: 'coordinator',
    what: `Tell the centre that day ${day.day} is stood down`,
    overdue: {
      wrong: `The centre has not been told that day ${day.day} is stood down.`,
      follows: 'Its slot and the donor are kept waiting for nothing.',
    },
    offers: [{ command: 'RecordStandDownTold', label: 'The centre was told', prefill: { day: day.day } }],
  };
}

function plateletsLow(day: CollectionDay): Cause {
  return {
    key: `platelets-low/${day.day}`,
    stage: 'collection',
    severity: 'warning',
    wrong: `Platelets before day ${day.day} were ${day.plateletsE9PerL} × 10⁹/L, under ${day.plateletsBelowE9PerL}.`,
    follows: 'The collection physician must know before going on.',
    offers: [endOffer(day)],
  };
}

function endOffer(day: CollectionDay) {
  return { command: 'EndCollection', label: `Record the end of day ${day.day}`, prefill: { day: day.day } };
}
