import { mustBe, zoneOf } from '@cellrelay/kernel';
import { tableFaults } from '../transitions.js';
import { collectionObligations } from './collection.agenda.js';
import { decideCollection } from './collection.decide.js';
import { evolveCollection, initialCollection } from './collection.evolve.js';
import type { CollectionCommand, CollectionDayNumber, CollectionState, PostponeCollection } from './collection.js';
import type { CollectionFacts } from './collection.facts.js';
import { postponementTable } from './collection.transitions.js';
import { at, date, facts, plan } from './collection.examples.js';

const start = (): CollectionCommand => ({
  name: 'StartCollection',
  data: { day: 1, startedAt: at('23T08:10'), plateletsE9PerL: 180 },
});
const end = (): CollectionCommand => ({
  name: 'EndCollection',
  data: {
    day: 1,
    endedAt: at('23T12:10'),
    din: 'G123498654321',
    bags: [{ productCode: 'S1128V00', volumeMl: 250, recipient: 'R1' }],
  },
});
const standDown = (day: CollectionDayNumber): CollectionCommand => ({ name: 'StandDownCollectionDay', data: { day } });

const given = (...history: CollectionCommand[]): CollectionState =>
  history.reduce(
    (state, command) =>
      mustBe(decideCollection(command, state, facts)).reduce(
        (folded, event) => evolveCollection(folded, event, facts.now),
        state,
      ),
    initialCollection,
  );
const refusalOf = (command: CollectionCommand, state: CollectionState) => {
  const decision = decideCollection(command, state, facts);
  if (decision.ok) throw new Error('expected a refusal');
  return decision.error;
};

describe('a postponement', () => {
  it('has a table that is closed and reachable', () => expect(tableFaults(postponementTable)).toEqual([]));

  const postpone = (
    newDays: readonly string[],
    change: Partial<PostponeCollection['data']> = {},
  ): CollectionCommand => ({
    name: 'PostponeCollection',
    data: {
      newDays: newDays.map((day) => date(`2026-12-${day}`)),
      postponedAt: at('20T09:00'),
      reason: 'the patient has a fever',
      wordOf: { party: 'transplant-centre', person: 'Dr Example' },
      ...change,
    },
  });
  const before: Partial<CollectionFacts> = { now: at('20T10:00').at };

  it('plans the days anew by the order’s hour, and keeps what was planned, whose word it was and why', () => {
    const state = given(plan, postpone(['14', '15']));
    expect(state.days.map((day) => [day.date, day.status, day.plannedStartAt, day.plannedEndAt])).toEqual([
      ['2026-12-14', 'planned', '2026-12-14T00:00:00.000Z', '2026-12-14T05:00:00.000Z'],
      ['2026-12-15', 'reserved', '2026-12-15T00:00:00.000Z', '2026-12-15T05:00:00.000Z'],
    ]);
    expect(state.postponements).toMatchObject([
      {
        at: at('20T09:00'),
        was: ['2026-11-23', '2026-11-24'],
        to: ['2026-12-14', '2026-12-15'],
        reason: 'the patient has a fever',
        wordOf: { party: 'transplant-centre', person: 'Dr Example' },
      },
    ]);
    expect(given(plan, postpone(['14', '15']), postpone(['17'])).days.map((day) => day.date)).toEqual(['2026-12-17']);
  });

  it.each<readonly [string, CollectionCommand, CollectionState, Partial<CollectionFacts>]>([
    ['collection-has-begun', postpone(['14']), given(plan, start()), {}],
    ['collection-has-begun', postpone(['14']), given(plan, start(), end()), {}],
    ['collection-has-begun', postpone(['14']), given(plan, standDown(2), standDown(1)), {}],
    ['donor-withdrawn', postpone(['14']), given(plan), { ...before, donorWithdrawn: true }],
    ['in-the-future', postpone(['14'], { postponedAt: at('20T10:03') }), given(plan), before],
    ['collection-days-wrong', postpone([]), given(plan), before],
    ['collection-days-wrong', postpone(['14', '15', '16']), given(plan), before],
    ['second-day-not-next', postpone(['14', '16']), given(plan), before],
    ['nothing-postponed', postpone(['14', '15']), given(plan, postpone(['14', '15'])), before],
    ['collection-day-absurd', postpone([], { newDays: [date('2026-11-19')] }), given(plan), before],
    ['collection-day-absurd', postpone([], { newDays: [date('2028-12-01')] }), given(plan), before],
    ['text-missing', postpone(['14'], { reason: ' ' }), given(plan), before],
    ['text-missing', postpone(['14'], { wordOf: { party: 'donor', person: '' } }), given(plan), before],
  ])('is refused: %s', (code, command, state, change) => {
    expect(decideCollection(command, state, { ...facts, ...change })).toMatchObject({ ok: false, error: { code } });
  });

  it('is taken where a changed order has given the second day back', () =>
    expect(given(plan, standDown(2), postpone(['14'])).days.map(({ status }) => status)).toEqual(['planned']));

  it('is refused on two days where what is ordered is collected on one', () =>
    expect(decideCollection(postpone(['14', '15']), given(plan), { ...facts, ...before, mostDays: 1 })).toMatchObject({
      error: { code: 'collection-days-wrong', at: '/newDays' },
    }));

  it('is told to everybody concerned, once for each postponement, unless collecting shows that they know', () => {
    const tell = (time = '26T07:00'): CollectionCommand => ({
      name: 'RecordPostponementTold',
      data: { toldAt: at(time) },
    });
    const owed = (...history: CollectionCommand[]) =>
      collectionObligations(given(...history), {
        reportGraceMinutes: 45,
        centreToldOfTheEnd: false,
        unitToLeave: false,
      })
        .filter(({ kind }) => kind === 'postponement-told')
        .map(({ key, dueAt }) => [key, dueAt]);
    expect(owed(plan)).toEqual([]);
    expect(owed(plan, postpone(['14']))).toEqual([['postponement-told/1', at('26T08:45').at]]);
    expect(owed(plan, postpone(['14']), tell())).toEqual([]);
    expect(owed(plan, postpone(['14']), tell(), postpone(['17']))).toEqual([
      ['postponement-told/2', at('26T08:45').at],
    ]);
    const begun = given(plan, postpone(['14']));
    const down = {
      ...begun,
      days: begun.days.map((day) => ({ ...day, status: 'running' as const, startedAt: at('26T07:00') })),
    };
    expect(
      collectionObligations(down, { reportGraceMinutes: 45, centreToldOfTheEnd: false, unitToLeave: false }).map(
        ({ kind }) => kind,
      ),
    ).toEqual(['collection-end-due']);
    expect(refusalOf(tell(), given(plan)).code).toBe('not-allowed-now');
    expect(refusalOf(tell(), given(plan, postpone(['14']), tell())).code).toBe('not-allowed-now');
    expect(refusalOf(tell('26T08:03'), given(plan, postpone(['14']))).code).toBe('in-the-future');
    expect(refusalOf(tell('20T08:59'), given(plan, postpone(['14']))).code).toBe('told-before-postponed');
  });

  it('is refused for a start that the centre’s clocks skip', () => {
    const inNewYork = zoneOf('America/New_York');
    if (inNewYork === undefined) throw new Error('a test value is malformed');
    const state = { ...given(plan), zone: inNewYork };
    const asked = postpone([], { newDays: [date('2027-03-14')] });
    const decision = decideCollection(asked, state, { ...facts, ...before, startsAtClock: '02:30' });
    expect(decision).toMatchObject({ ok: false, error: { code: 'local-time-skipped', at: '/newDays/0' } });
  });
});
