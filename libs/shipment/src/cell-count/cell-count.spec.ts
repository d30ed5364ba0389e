import { mustBe } from '@cellrelay/kernel';
import { openToPersons } from '../deciding.js';
import { isAllowed, tableFaults } from '../transitions.js';
import { cellCountCauses, cellCountObligations } from './cell-count.agenda.js';
import { decideCellCount } from './cell-count.decide.js';
import { initialCellCount } from './cell-count.evolve.js';
import type {
  CellCountAgendaFacts,
  CellCountCommand,
  CellCountFacts,
  CellCountState,
  CellCountStatus,
  DecideOnCount,
} from './cell-count.js';
import { cellCountTable } from './cell-count.transitions.js';

import {
  at,
  day1,
  day2,
  cd34,
  facts,
  bag,
  timeOf,
  count,
  countWith,
  correct,
  decide,
  freeze,
  after,
  given,
  when,
  states,
  short,
  plenty,
} from './cell-count.examples.js';

describe('the table of the count', () => {
  it('is closed and reachable', () => expect(tableFaults(cellCountTable)).toEqual([]));

  const cases = Object.entries(states).flatMap(([name, state]) => {
    const next = name === 'awaited' ? count(1, plenty) : count(2, plenty);
    const commands = [
      next,
      decide('collect-again'),
      decide('accept-less'),
      decide('stop'),
      correct(1, 900),
      correct(1, 1700),
      freeze,
      { name: 'RecordFollowUpShipment', data: { reference: 'EX-24-0009' } },
      { name: 'JudgeCellCount', data: { because: 'bags-allotted' } },
    ] satisfies CellCountCommand[];
    return commands.map((command) => ({ status: name as CellCountStatus, state, command }));
  });
  it.each(cases)('$status takes $command.name or refuses it as the table says', ({ status, state, command }) => {
    expect(state.status).toBe(status);
    const decision = decideCellCount(command, state, facts);
    if (!isAllowed(cellCountTable, command.name, status)) {
      expect(decision).toMatchObject({
        ok: false,
        error: { code: 'not-allowed-now', allowed: openToPersons(cellCountTable, status) },
      });
      return;
    }
    if (status === 'collecting-again' && command.name === 'DecideOnCount' && command.data.decision !== 'stop') {
      expect(decision).toMatchObject({ ok: false, error: { code: 'second-day-under-way', allowed: ['stop'] } });
      return;
    }
    const moves = cellCountTable.moves.filter((move) => move.command === command.name && move.from.includes(status));
    expect(moves.flatMap((move) => move.to)).toContain(after(state, command).status);
  });
});

describe('recording a count', () => {
  it('is decided by the rule when every request is met', () => {
    expect(when(count(1, plenty), initialCellCount)).toEqual(['CellsCounted', 'CountDecided']);
    expect(states.enough).toMatchObject({ status: 'enough', decidedBy: { how: 'rule' }, warnings: [] });
  });

  it('waits for a person when one is not', () => {
    expect(when(count(1, 1599), initialCellCount)).toEqual(['CellsCounted']);
    expect(states.short).toMatchObject({
      status: 'short',
      decidedBy: null,
      verdicts: [{ doses: [{ dose: 2.5 }], meetsMinimum: false }],
    });
  });

  it('waits for a person when the request is met but not the registry floor', () => {
    const low = {
      ...facts,
      recipients: [{ ref: 'R1', weightKg: 80, doses: [cd34(1.5, 1)] }],
    };
    expect(when(count(1, 500), initialCellCount, low)).toEqual(['CellsCounted']);
  });

  it('notes a dose above the ceiling', () => {
    expect(given(count(1, 2000)).warnings).toEqual(["R1 gets 6.25 million CD34 per kg, above the registry's ceiling."]);
  });

  it('adds the second day to the first', () => {
    const both = after(states['collecting-again'], count(2, 800));
    expect(both).toMatchObject({ status: 'enough', verdicts: [{ doses: [{ dose: 5 }], meetsRequest: true }] });
    expect(both.counts.map((each) => each.day)).toEqual([1, 2]);
    expect(after(states['collecting-again'], count(2, 700)).status).toBe('short');
  });

  const twice = [bag(1, 800), bag(1, 800)];
  it.each<[string, string, CellCountCommand, CellCountState, Partial<CellCountFacts>]>([
    ['already-counted', '/day', count(1, plenty), states['collecting-again'], {}],
    ['count-before-collection-ended', '/day', count(1, plenty), states.awaited, { collected: [] }],
    ['count-before-collection-ended', '/day', count(2, plenty), states['collecting-again'], { collected: [day1] }],
    ['count-before-collection-ended', '/countedAt', count(1, plenty, at('23T11:59')), states.awaited, {}],
    ['in-the-future', '/countedAt', count(1, plenty, at('25T08:03')), states.awaited, {}],
    ['bags-differ', '/bags', count(1, plenty, timeOf(1), []), states.awaited, {}],
    ['bags-differ', '/bags', count(1, plenty, timeOf(1), twice), states.awaited, {}],
    ['bags-differ', '/bags', count(1, plenty, timeOf(1), [bag(1, 800), bag(2, 800)]), states.awaited, {}],
    ['out-of-range', '/bags/0/cd34PerUl', count(1, -1), states.awaited, {}],
    ['out-of-range', '/bags/0/cd34PerUl', count(1, 100_001), states.awaited, {}],
    ['figure-missing', '/bags/0/cd34PerUl', countWith({ cd34PerUl: null, wbcE9PerL: 200 }), states.awaited, {}],
    ['out-of-range', '/bags/0/wbcE9PerL', countWith({ wbcE9PerL: 2001 }), states.awaited, {}],
    ['out-of-range', '/bags/0/cd3PerUl', countWith({ cd3PerUl: -1 }), states.awaited, {}],
    ['out-of-range', '/bags/0/cd34PerUl', count(1, Number.NaN), states.awaited, {}],
    [
      'out-of-range',
      '/bags/0/volumeMl',
      count(1, 0, timeOf(1), [{ ...bag(1, 800), volumeMl: 0.9 }]),
      states.awaited,
      {},
    ],
    [
      'out-of-range',
      '/bags/0/volumeMl',
      count(1, 0, timeOf(1), [{ ...bag(1, 800), volumeMl: 5001 }]),
      states.awaited,
      {},
    ],
  ])('is refused: %s at %s', (...[code, pointer, command, state, changed]) => {
    expect(decideCellCount(command, state, { ...facts, ...changed })).toMatchObject({
      ok: false,
      error: { code, at: pointer },
    });
  });

  it('says which bags differ', () => {
    const decision = decideCellCount(count(1, 0, timeOf(1), [bag(2, 800)]), initialCellCount, facts);
    expect(!decision.ok && decision.error.sentence).toContain('missing bag-1; unknown here bag-2');
  });
});

describe('deciding on a short count', () => {
  it('keeps whose word it was, and how it came', () => {
    const [event] = mustBe(decideCellCount(decide('accept-less'), states.short, facts));
    expect(event?.data).toMatchObject({
      role: 'transplant-physician',
      wordOf: { person: 'Dr Example', organisation: 'B', how: 'telephone' },
    });
  });

  it('warns of low platelets when cells are collected again, and does not refuse', () => {
    const low = { collected: [{ ...day1, plateletsE9PerL: 119 }] };
    expect(after(states.short, decide('collect-again'), low).warnings).toEqual([
      'Platelets before day 1 were 119 × 10⁹/L, under 120.',
    ]);
    expect(after(states.short, decide('collect-again')).warnings).toEqual([]);
  });

  it('warns of a dose below minimum and floor when less is accepted', () => {
    expect(given(count(1, 600), decide('accept-less')).warnings).toEqual([
      'R1 gets 1.875 million CD34 per kg, below the minimum of 3.',
      "R1 gets 1.875 million CD34 per kg, below the registry's own floor.",
    ]);
    expect(given(count(1, 1000), decide('accept-less')).warnings).toEqual([]);
  });

  it('takes a stop while the second day is on its way: the donor may have fallen ill', () => {
    expect(after(states['collecting-again'], decide('stop')).status).toBe('stopped');
  });

  it('accepts less when the second day comes to nothing before it began, and flies by the plan that was kept', () => {
    const before = { secondDayBegun: false };
    expect(states['collecting-again'].plan).toBe(2);
    expect(after(states['collecting-again'], decide('accept-less'), before)).toMatchObject({
      status: 'accepted-less',
      plan: 2,
    });
    expect(decideCellCount(decide('collect-again'), states['collecting-again'], { ...facts, ...before })).toMatchObject(
      {
        error: { code: 'second-day-under-way', allowed: ['accept-less', 'stop'] },
      },
    );
  });

  it('names the plan of the last day counted, and none after a stop', () => {
    expect(states.awaited.plan).toBeNull();
    expect(states.enough.plan).toBe(1);
    expect(states['accepted-less'].plan).toBe(1);
    expect(states.stopped.plan).toBeNull();
    expect(given(count(1, short), decide('collect-again'), count(2, plenty)).plan).toBe(2);
  });

  it.each(['collect-again', 'stop'] as const)('takes no %s once the courier has the box', (decision) => {
    expect(when(decide(decision), states.short, { handedOver: true })).toBe('box-is-under-way');
    expect(when(decide('accept-less'), states.short, { handedOver: true })).toEqual(['CountDecided']);
  });

  it('takes a volume that is a tenth off the collected one, and no more', () => {
    const of = (volumeMl: number) => count(1, plenty, timeOf(1), [{ ...bag(1, plenty), volumeMl }]);
    expect(when(of(225), states.awaited)).toEqual(['CellsCounted']);
    expect(when(of(275), states.awaited)).toEqual(['CellsCounted', 'CountDecided']);
    for (const volumeMl of [224.9, 275.1, 4999]) expect(when(of(volumeMl), states.awaited)).toBe('volume-differs');
    expect(when(count(1, 20_001), states.awaited)).toBe('out-of-range');
  });

  it("takes a stop by either physician's word", () => {
    for (const role of ['collection-physician', 'transplant-physician'] as const) {
      expect(after(states.short, decide('stop', { wordOf: { role, person: 'Dr Example' } })).status).toBe('stopped');
    }
  });

  const shortAgain = given(count(1, short), decide('collect-again'), count(2, 700));
  const person = (role: DecideOnCount['data']['wordOf']['role'], name = 'Dr Example') => ({
    wordOf: { role, person: name },
  });
  it.each<[string, string, CellCountCommand, CellCountState, Partial<CellCountFacts>]>([
    ['not-their-word', '/wordOf/role', decide('collect-again', person('transplant-physician')), states.short, {}],
    ['not-their-word', '/wordOf/role', decide('accept-less', person('collection-physician')), states.short, {}],
    ['no-second-day', '/decision', decide('collect-again'), states.short, { secondDayAvailable: false }],
    ['no-second-day', '/decision', decide('collect-again', { decidedAt: at('24T15:00') }), shortAgain, {}],
    ['in-the-future', '/decidedAt', decide('stop', { decidedAt: at('25T08:03') }), states.short, {}],
    ['decision-before-count', '/decidedAt', decide('stop', { decidedAt: at('23T13:59') }), states.short, {}],
    ['decision-before-count', '/decidedAt', decide('accept-less'), shortAgain, {}],
    ['text-missing', '/wordOf/person', decide('stop', person('transplant-physician', ' ')), states.short, {}],
    ['text-missing', '/reason', decide('stop', { reason: '' }), states.short, {}],
  ])('is refused: %s at %s', (...[code, pointer, command, state, changed]) => {
    expect(decideCellCount(command, state, { ...facts, ...changed })).toMatchObject({
      ok: false,
      error: { code, at: pointer },
    });
  });

  it('after the second day can only be to accept less, or to stop', () => {
    expect(after(shortAgain, decide('accept-less', { decidedAt: at('24T15:00') })).status).toBe('accepted-less');
    expect(after(shortAgain, decide('stop', { decidedAt: at('24T15:00') })).status).toBe('stopped');
  });
});

describe('correcting a count', () => {
  it.each([
    ['enough', 1700, 'enough', ['CellCountCorrected']],
    ['enough', 900, 'short', ['CellCountCorrected']],
    ['short', 900, 'short', ['CellCountCorrected']],
    ['short', 1700, 'enough', ['CellCountCorrected', 'CountDecided']],
    ['collecting-again', 1700, 'collecting-again', ['CellCountCorrected']],
    ['accepted-less', 1700, 'accepted-less', ['CellCountCorrected']],
    ['accepted-less', 100, 'accepted-less', ['CellCountCorrected']],
    ['stopped', 1700, 'stopped', ['CellCountCorrected']],
  ] as const)(
    'from %s to %s leads to %s: the rule follows the figures, a person stands',
    (from, cd34PerUl, to, events) => {
      expect(when(correct(1, cd34PerUl), states[from])).toEqual(events);
      const corrected = after(states[from], correct(1, cd34PerUl));
      expect(corrected.status).toBe(to);
      expect(corrected.verdicts[0]?.meetsRequest).toBe(cd34PerUl >= 1600);
      expect(corrected.counts).toHaveLength(1);
    },
  );

  it('judges both days anew', () => {
    const both = given(count(1, short), decide('collect-again'), count(2, 800));
    expect(after(both, correct(1, 799))).toMatchObject({ status: 'short', decidedBy: null });
    expect(after(both, correct(2, 801)).counts.map((each) => each.bags[0]?.cd34PerUl)).toEqual([800, 801]);
  });

  it.each<[string, string, CellCountCommand]>([
    ['day-not-counted', '/day', correct(2, 800)],
    ['nothing-corrected', '/bags', correct(1, short)],
    ['in-the-future', '/countedAt', correct(1, 900, at('25T08:03'))],
    ['count-before-collection-ended', '/countedAt', correct(1, 900, at('23T11:59'))],
    ['out-of-range', '/bags/0/cd34PerUl', correct(1, -1)],
    ['text-missing', '/reason', correct(1, 900, timeOf(1), '')],
  ])('is refused: %s at %s', (code, pointer, command) => {
    expect(decideCellCount(command, states.short, facts)).toMatchObject({ ok: false, error: { code, at: pointer } });
  });

  it('is refused without evidence', () => {
    const command = correct(1, 900);
    if (command.name !== 'CorrectCellCount') throw new Error('not a correction');
    expect(when({ ...command, data: { ...command.data, evidence: '' } }, states.short)).toBe('text-missing');
  });
});

describe('what the count owes', () => {
  const agenda: CellCountAgendaFacts = {
    collected: [{ day: 1, endedAt: day1.endedAt }],
    opened: null,
    noneUsed: false,
    countDueMinutes: 120,
    decisionAt: at('23T16:00').at,
    decisionGraceMinutes: 30,
    secondDayAvailable: true,
    handedOver: false,
    daysMayPart: false,
    reportGraceMinutes: 45,
    freezingSince: null,
    toFreeze: [],
    banked: false,
    secondDayComing: true,
    belowThresholds: [],
  };
  const owed = (state: CellCountState, changed: Partial<CellCountAgendaFacts> = {}) =>
    cellCountObligations(state, { ...agenda, ...changed }).map((each) => [each.key, each.dueAt]);
  const both = { collected: [day1, day2] };

  it('is the count of each day that is collected and not counted', () => {
    expect(owed(states.awaited, { collected: [] })).toEqual([]);
    expect(owed(states.awaited)).toEqual([['count-due/1', at('23T14:00').at]]);
    expect(owed(states['collecting-again'])).toEqual([]);
    expect(owed(states['collecting-again'], both)).toEqual([['count-due/2', at('24T14:00').at]]);
  });

  it('is a decision while the count is short, at the hour of the policy', () => {
    expect(owed(states.short)).toEqual([['decision-due/1', at('23T16:00').at]]);
    for (const status of ['enough', 'accepted-less', 'stopped'] as const) expect(owed(states[status])).toEqual([]);
  });

  it('leaves the grace to decide where the count came late', () => {
    expect(owed(given(count(1, short, at('23T15:50'))))).toEqual([['decision-due/1', at('23T16:20').at]]);
    expect(owed(states.short, { decisionAt: null })).toEqual([['decision-due/1', at('23T14:30').at]]);
  });

  it('is a decision of its own after the second day', () => {
    const state = given(count(1, short), decide('collect-again'), count(2, 700));
    expect(owed(state, { ...both, decisionAt: at('24T16:00').at })).toEqual([['decision-due/2', at('24T16:00').at]]);
  });

  it('is critical while the count is short, with every decision that is still open', () => {
    const offered = (changed: Partial<CellCountAgendaFacts>) =>
      cellCountCauses(states.short, { ...agenda, ...changed }).flatMap((cause) =>
        cause.offers.map((offer) => offer.prefill.decision),
      );
    expect(cellCountCauses(states.short, agenda)).toMatchObject([
      { key: 'count-short/1', severity: 'critical', until: at('23T16:00').at },
    ]);
    expect(offered({})).toEqual(['collect-again', 'accept-less', 'stop']);
    expect(offered({ secondDayAvailable: false })).toEqual(['accept-less', 'stop']);
    for (const status of ['awaited', 'enough', 'collecting-again', 'accepted-less', 'stopped'] as const) {
      expect(cellCountCauses(states[status], agenda)).toEqual([]);
    }
  });

  it('asks for the decision again when the second day comes to nothing', () => {
    const lost = { ...agenda, secondDayComing: false, secondDayAvailable: false };
    const state = states['collecting-again'];
    expect(cellCountObligations(state, lost).map((each) => each.key)).toEqual(['decision-due/1']);
    expect(cellCountCauses(state, lost)).toMatchObject([{ key: 'second-day-lost', severity: 'critical' }]);
    expect(cellCountCauses(state, lost)[0]?.offers.map((each) => each.prefill['decision'])).toEqual([
      'accept-less',
      'stop',
    ]);
  });
});
