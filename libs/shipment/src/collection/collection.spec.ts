import fc from 'fast-check';
import { mustBe } from '@cellrelay/kernel';
import { openToPersons } from '../deciding.js';
import { allowedIn, isAllowed, tableFaults } from '../transitions.js';
import { collectionCauses, collectionObligations } from './collection.agenda.js';
import { decideCollection } from './collection.decide.js';
import { evolveCollection, initialCollection } from './collection.evolve.js';
import type { CollectionCommand, CollectionDayNumber, CollectionState, EndCollection } from './collection.js';
import type { CollectionFacts } from './collection.facts.js';
import { collectionDayTable } from './collection.transitions.js';
import { at, facts as ofOne, plan, planned, zone } from './collection.examples.js';

const facts: CollectionFacts = { ...ofOne, recipients: ['R1', 'R2'] };
const start = (
  day: CollectionDayNumber = 1,
  startedAt = day === 1 ? '23T08:10' : '24T08:10',
  platelets: number | null = 180,
): CollectionCommand => ({
  name: 'StartCollection',
  data: { day, startedAt: at(startedAt), plateletsE9PerL: platelets },
});
const bag = { productCode: 'S1128V00', volumeMl: 250, recipient: 'R1' };
const end = (day: CollectionDayNumber = 1, change: Partial<EndCollection['data']> = {}): CollectionCommand => ({
  name: 'EndCollection',
  data: {
    day,
    endedAt: at(day === 1 ? '23T12:20' : '24T12:20'),
    din: day === 1 ? 'G123498654321' : 'G123498654322',
    bags: [bag],
    ...change,
  },
});
const correct = (endedAt = '23T12:50', reason = 'mistyped', evidence = 'apheresis record'): CollectionCommand => ({
  name: 'CorrectCollectionEnd',
  data: { day: 1, endedAt: at(endedAt), reason, evidence },
});
const callUp = (day: CollectionDayNumber = 2): CollectionCommand => ({ name: 'CallUpCollectionDay', data: { day } });
const standDown = (day: CollectionDayNumber = 2): CollectionCommand => ({
  name: 'StandDownCollectionDay',
  data: { day },
});
const told = (day: CollectionDayNumber = 2, toldAt = '26T08:00'): CollectionCommand => ({
  name: 'RecordStandDownTold',
  data: { day, toldAt: at(toldAt) },
});

const breakOff = (
  day: CollectionDayNumber = 1,
  brokenOffAt = `2${day + 2}T10:00`,
  reason = 'no veins',
): CollectionCommand => ({
  name: 'RecordCollectionBrokenOff',
  data: { day, brokenOffAt: at(brokenOffAt), reason },
});

const given = (...history: CollectionCommand[]): CollectionState =>
  history.reduce(
    (state, command) =>
      mustBe(decideCollection(command, state, facts)).reduce(
        (folded, event) => evolveCollection(folded, event, facts.now),
        state,
      ),
    initialCollection,
  );
const refusalOf = (command: CollectionCommand, state: CollectionState, changed: Partial<CollectionFacts> = {}) => {
  const decision = decideCollection(command, state, { ...facts, ...changed });
  if (decision.ok) throw new Error(`expected a refusal, got ${JSON.stringify(decision.value)}`);
  return decision.error;
};
const dayOf = (state: CollectionState, number: CollectionDayNumber) => {
  const day = state.days.find((each) => each.day === number);
  if (day === undefined) throw new Error('no such day');
  return day;
};

describe('the table of one collection day', () => {
  it('is closed and reachable', () => expect(tableFaults(collectionDayTable)).toEqual([]));

  /** Each status with the day that stands in it. */
  const states: readonly [string, CollectionDayNumber, CollectionState][] = [
    ['planned', 1, given(plan)],
    ['reserved', 2, given(plan, start(), breakOff())],
    ['broken-off', 1, given(plan, start(), breakOff())],
    ['running', 1, given(plan, start())],
    ['ended', 1, given(plan, start(), end())],
    ['stood-down', 2, given(plan, standDown())],
    ['planned', 2, given(plan, start(), end(), callUp())],
  ];
  const commands = (day: CollectionDayNumber): CollectionCommand[] => {
    const corrected: CollectionCommand = {
      name: 'CorrectCollectionEnd',
      data: { day, endedAt: at(`2${day + 2}T12:50`), reason: 'r', evidence: 'e' },
    };
    return [plan, start(day), breakOff(day), end(day), corrected, callUp(day), standDown(day), told(day)];
  };
  const cases = states.flatMap(([status, day, state]) =>
    commands(day).map((command) => ({ status, day, state, command })),
  );

  it.each(cases)(
    'day $day, $status, takes $command.name or refuses it as the table says',
    ({ status, day, state, command }) => {
      expect(dayOf(state, day).status).toBe(status);
      // All days are planned at once, so that the one which has begun speaks for them.
      const begun =
        command.name === 'PlanCollection' ? state.days.find(({ startedAt }) => startedAt !== null) : undefined;
      const from = (begun ?? dayOf(state, day)).status;
      const decision = decideCollection(command, state, facts);
      if (!isAllowed(collectionDayTable, command.name, from)) {
        expect(decision).toMatchObject({ ok: false, error: { code: 'not-allowed-now' } });
        if (command.name !== 'PlanCollection') {
          expect(decision).toMatchObject({ error: { allowed: openToPersons(collectionDayTable, from) } });
          expect(!decision.ok && decision.error.sentence).toContain(`Collection day ${day}`);
        }
        return;
      }
      const after = mustBe(decision).reduce((folded, event) => evolveCollection(folded, event, facts.now), state);
      const to = collectionDayTable.moves.filter((move) => move.command === command.name).flatMap((move) => move.to);
      expect(to).toContain(dayOf(after, day).status);
    },
  );
});

describe('planning the days', () => {
  it('plans the first and reserves the second', () => {
    expect(given(plan).days.map((day) => [day.day, day.status])).toEqual([
      [1, 'planned'],
      [2, 'reserved'],
    ]);
  });

  it('may be done anew until one has begun, and stands down a day that is left out', () => {
    const later: CollectionCommand = { name: 'PlanCollection', data: { zone, days: [planned('25')] } };
    expect(given(plan, later).days).toMatchObject([
      { day: 1, status: 'planned', date: '2026-11-25' },
      { day: 2, status: 'stood-down', stoodDownAt: facts.now, toldStoodDownAt: null },
    ]);
    expect(given(plan, standDown(), told(2), later).days[1]).toEqual(given(plan, standDown(), told(2)).days[1]);
    expect(given(plan, later, plan).days.map(({ status }) => status)).toEqual(['planned', 'reserved']);
    expect(refusalOf(later, given(plan, start())).code).toBe('not-allowed-now');
  });

  it('refuses no days and three days', () => {
    for (const days of [[], [planned('23'), planned('24'), planned('25')]]) {
      expect(refusalOf({ name: 'PlanCollection', data: { zone, days } }, initialCollection).code).toBe('out-of-range');
    }
  });

  it('says which days there are when another is named', () => {
    const one = given({ name: 'PlanCollection', data: { zone, days: [planned('23')] } });
    expect(refusalOf(callUp(2), one)).toMatchObject({ code: 'no-such-day', at: '/day', allowed: ['1'] });
    expect(refusalOf(start(1), initialCollection)).toMatchObject({ code: 'no-such-day', allowed: [] });
  });
});

describe('starting a collection', () => {
  it.each<[string, CollectionCommand, CollectionState, Partial<CollectionFacts>]>([
    ['donor-not-cleared', start(), given(plan), { donorCleared: false }],
    ['in-the-future', start(), given(plan), { now: at('23T08:07').at }],
    ['not-on-the-planned-day', start(1, '24T08:10'), given(plan), {}],
    ['not-on-the-planned-day', start(1, '22T23:59'), given(plan), {}],
    ['earlier-day-not-ended', start(2), given(plan, callUp()), {}],
    ['earlier-day-not-ended', start(2), given(plan, start(), callUp()), {}],
    [
      'earlier-day-not-ended',
      start(2, '24T00:20'),
      given(plan, start(), end(1, { endedAt: at('24T00:30') }), callUp()),
      {},
    ],
    ['out-of-range', start(1, '23T08:10', 0), given(plan), {}],
    ['out-of-range', start(1, '23T08:10', 2001), given(plan), {}],
  ])('is refused: %s', (code, command, state, changed) => {
    expect(refusalOf(command, state, changed).code).toBe(code);
  });

  it('is taken two minutes ahead of our clock', () => {
    expect(decideCollection(start(), given(plan), { ...facts, now: at('23T08:08').at }).ok).toBe(true);
  });

  it.each([
    [1, 119, true],
    [1, 120, false],
    [2, 79, true],
    [2, 80, false],
    [1, null, false],
  ] as const)('on day %s with platelets %s warns: %s', (day, platelets, warns) => {
    const before = day === 1 ? given(plan) : given(plan, start(), end(), callUp());
    const events = mustBe(decideCollection(start(day, undefined, platelets), before, facts));
    expect(events.map((event) => event.type)).toEqual(
      warns ? ['CollectionStarted', 'PlateletsLow'] : ['CollectionStarted'],
    );
  });
});

describe('ending a collection', () => {
  it('labels every bag with DIN and product code, and starts from there', () => {
    const state = given(
      plan,
      start(),
      end(1, { din: 'g1234 98 654321 00 h', bags: [bag, { ...bag, productCode: 's1128VA0', recipient: 'R2' }] }),
    );
    expect(dayOf(state, 1)).toMatchObject({ status: 'ended', endedAt: at('23T12:20') });
    expect(dayOf(state, 1).bags.map((each) => each.id)).toEqual(['G123498654321/S1128V00', 'G123498654321/S1128VA0']);
  });

  const running = given(plan, start());
  it.each<[string, string, Partial<EndCollection['data']>]>([
    ['collection-ends-before-it-begins', '/endedAt', { endedAt: at('23T08:09') }],
    ['collection-too-short', '/endedAt', { endedAt: at('23T08:19') }],
    ['collection-too-long', '/endedAt', { endedAt: at('24T08:11') }],
    ['din-invalid', '/din', { din: 'G1234 98 654321 00 K' }],
    ['out-of-range', '/bags', { bags: [] }],
    ['out-of-range', '/bags', { bags: Array.from({ length: 21 }, () => bag) }],
    ['product-code-invalid', '/bags/0/productCode', { bags: [{ ...bag, productCode: 'X1128V00' }] }],
    ['product-code-invalid', '/bags/0/productCode', { bags: [{ ...bag, productCode: 'S1128V99' }] }],
    ['out-of-range', '/bags/0/volumeMl', { bags: [{ ...bag, volumeMl: 0 }] }],
    ['out-of-range', '/bags/0/volumeMl', { bags: [{ ...bag, volumeMl: 5001 }] }],
    ['recipient-not-ordered', '/bags/0/recipient', { bags: [{ ...bag, recipient: 'R3' }] }],
    ['bag-twice', '/bags/1/productCode', { bags: [bag, { ...bag, productCode: 's1128V00' }] }],
  ])('is refused: %s at %s', (code, pointer, change) => {
    expect(refusalOf(end(1, change), running)).toMatchObject({ code, at: pointer });
  });

  it('is refused in the future', () => {
    expect(refusalOf(end(), running, { now: at('23T12:00').at }).code).toBe('in-the-future');
  });

  it('is refused with the DIN of the other day', () => {
    const second = given(plan, start(), end(), callUp(), start(2));
    expect(refusalOf(end(2, { din: 'G123498654321' }), second)).toMatchObject({
      code: 'din-of-another-day',
      at: '/din',
    });
    expect(dayOf(given(plan, start(), end(), callUp(), start(2), end(2)), 2).status).toBe('ended');
  });

  it('takes exactly ten minutes and exactly a day', () => {
    for (const endedAt of [at('23T08:20'), at('24T08:10')]) {
      expect(decideCollection(end(1, { endedAt }), running, facts).ok).toBe(true);
    }
  });
});

describe('correcting the end of a collection', () => {
  const ended = given(plan, start(), end());

  it('moves the end, and says what it was', () => {
    const [event] = mustBe(decideCollection(correct(), ended, facts));
    expect(event).toMatchObject({
      type: 'CollectionEndCorrected',
      occurredAt: at('23T12:50'),
      data: { was: at('23T12:20') },
    });
    expect(dayOf(given(plan, start(), end(), correct()), 1).endedAt).toEqual(at('23T12:50'));
  });

  it.each<[string, CollectionCommand, Partial<CollectionFacts>]>([
    ['nothing-corrected', correct('23T12:20'), {}],
    ['in-the-future', correct(), { now: at('23T12:30').at }],
    ['collection-ends-before-it-begins', correct('23T08:00'), {}],
    ['collection-too-short', correct('23T08:15'), {}],
    ['collection-too-long', correct('24T09:00'), {}],
    ['end-after-its-count', correct(), { countedAt: { 1: at('23T12:45').at } }],
    ['end-after-hand-over', correct(), { handedOverAt: at('23T12:45').at }],
    ['text-missing', correct('23T12:50', ''), {}],
    ['text-missing', correct('23T12:50', 'mistyped', ''), {}],
  ])('is refused: %s', (code, command, changed) => {
    expect(refusalOf(command, ended, changed).code).toBe(code);
  });

  it('is refused after the next day began', () => {
    const both = given(plan, start(), end(), callUp(), start(2, '24T00:30'));
    expect(refusalOf(correct('24T01:00'), both).code).toBe('end-after-next-day-began');
  });
});

describe('calling up a day', () => {
  it('is possible after it was stood down, and forgets that', () => {
    const day = dayOf(given(plan, standDown(), told(2, '26T07:30'), callUp()), 2);
    expect(day).toMatchObject({ status: 'planned', stoodDownAt: null, toldStoodDownAt: null });
  });
});

describe('telling the centre of a day that is stood down', () => {
  const down = given(plan, standDown());

  it('is taken once, also where the call came before its record', () => {
    expect(dayOf(given(plan, standDown(), told(2, '26T07:30')), 2).toldStoodDownAt).toBe(at('26T07:30').at);
    expect(refusalOf(told(), given(plan, standDown(), told())).code).toBe('already-told');
  });

  it('is refused in the future, and more than a day before', () => {
    expect(refusalOf(told(2, '26T08:03'), down).code).toBe('in-the-future');
    expect(refusalOf(told(2, '25T07:59'), down).code).toBe('told-before-stood-down');
  });
});

describe('what the collection owes', () => {
  const agenda = { reportGraceMinutes: 45, centreToldOfTheEnd: false, unitToLeave: false };
  const owed = (...history: CollectionCommand[]) =>
    collectionObligations(given(...history), agenda).map((each) => [each.key, each.dueAt]);

  it('is the start of a planned day, and nothing of a reserved one', () => {
    expect(owed(plan)).toEqual([['collection-start-due/1', at('23T08:45').at]]);
  });

  it('is the end of a running day, later by as much as it began late', () => {
    expect(owed(plan, start(1, '23T08:00'))).toEqual([['collection-end-due/1', at('23T13:45').at]]);
    expect(owed(plan, start(1, '23T09:00'))).toEqual([['collection-end-due/1', at('23T14:45').at]]);
    expect(owed(plan, start(1, '23T07:00'))).toEqual([['collection-end-due/1', at('23T13:45').at]]);
  });

  it('is the word to the centre once a day is stood down, until it was told', () => {
    expect(owed(plan, start(), end(), standDown())).toEqual([['stand-down-told/2', at('26T08:45').at]]);
    expect(owed(plan, start(), end(), standDown(), told())).toEqual([]);
  });

  it('is no word of a day to a centre that was told of the whole shipment’s end', () => {
    const ended = { ...agenda, centreToldOfTheEnd: true, unitToLeave: false };
    expect(collectionObligations(given(plan, standDown(1), standDown(2)), ended)).toEqual([]);
  });

  it('is the second day when it is called up', () => {
    expect(owed(plan, start(), end(), callUp())).toEqual([['collection-start-due/2', at('24T08:45').at]]);
  });

  it('warns of low platelets until the day has ended', () => {
    const low = start(1, '23T08:10', 90);
    expect(collectionCauses(given(plan, low), agenda)).toMatchObject([{ key: 'platelets-low/1', severity: 'warning' }]);
    expect(collectionCauses(given(plan, low, end()), agenda)).toEqual([]);
    expect(collectionCauses(given(plan, start()), agenda)).toEqual([]);
  });

  it('offers only what the table takes for that day', () => {
    for (const state of [given(plan), given(plan, start()), given(plan, standDown(1), standDown(2))]) {
      for (const each of collectionObligations(state, agenda)) {
        const day = dayOf(state, Number(each.key.split('/')[1]) as CollectionDayNumber);
        for (const offer of each.offers) expect(allowedIn(collectionDayTable, day.status)).toContain(offer.command);
      }
    }
  });
});

describe('any sequence of commands', () => {
  const commands = [
    plan,
    start(),
    end(),
    correct(),
    callUp(),
    standDown(),
    told(),
    start(2),
    end(2),
    standDown(1),
    correct('23T12:21'),
  ];

  it('never leaves a day that ended before it began, two days with one DIN, or a status without its fact', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 14 }), (tried) => {
        const state = tried.reduce((folded, command) => {
          const decision = decideCollection(command, folded, facts);
          return decision.ok
            ? decision.value.reduce((next, event) => evolveCollection(next, event, facts.now), folded)
            : folded;
        }, initialCollection);
        for (const day of state.days) {
          expect(day.endedAt !== null).toBe(day.status === 'ended');
          expect(day.stoodDownAt !== null).toBe(day.status === 'stood-down');
          if (day.endedAt !== null) expect(day.startedAt !== null && day.startedAt.at < day.endedAt.at).toBe(true);
        }
        const dins = state.days.flatMap((day) => day.bags.slice(0, 1).map((each) => each.din));
        expect(new Set(dins).size).toBe(dins.length);
      }),
    );
  });
});
