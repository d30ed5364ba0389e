import { mustBe, zoneOf, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { openToPersons } from '../deciding.js';
import { allowedIn, isAllowed, tableFaults } from '../transitions.js';
import { donorClearanceCauses, donorClearanceObligations } from './donor-clearance.agenda.js';
import { decideDonorClearance } from './donor-clearance.decide.js';
import { evolveDonorClearance, initialDonorClearance } from './donor-clearance.evolve.js';
import type {
  ClearanceStatus,
  DonorClearanceAgendaFacts,
  DonorClearanceCommand,
  DonorClearanceFacts,
  DonorClearanceState,
} from './donor-clearance.js';
import { donorClearanceTable } from './donor-clearance.transitions.js';

const zone = zoneOf('Asia/Shanghai');
if (zone === undefined) throw new Error('a test value is malformed');
const at = (time: string): ZonedInstant => ({ at: `2026-11-${time}:00.000Z` as Instant, zone });
const now = at('10T12:00').at;
const facts: DonorClearanceFacts = {
  now,
  collectionOver: false,
  banked: false,
  collectionBegun: false,
  recipients: ['R1', 'R2'],
  registryZone: zone,
  donorGrid: '6939XYZ000123456731',
  statedBy: { person: 'A', organisation: 'B', how: 'mail' },
};

const clear = (time = '10T09:00'): DonorClearanceCommand => ({ name: 'ClearDonor', data: { clearedAt: at(time) } });
const suspend = (time = '10T09:00', reason = 'fever'): DonorClearanceCommand => ({
  name: 'SuspendDonor',
  data: { suspendedAt: at(time), reason },
});
const withdraw = (time = '10T09:00', reason = 'infection found'): DonorClearanceCommand => ({
  name: 'WithdrawDonor',
  data: { withdrawnAt: at(time), reason },
});

const banked = { ...facts, banked: true };
const release = (time = '10T09:00', by = 'Dr Bank'): DonorClearanceCommand => ({
  name: 'ReleaseUnit',
  data: { releasedAt: at(time), by, reference: 'REL-1' },
});
const afterBanked = (state: DonorClearanceState, command: DonorClearanceCommand): DonorClearanceState =>
  mustBe(decideDonorClearance(command, state, banked)).reduce(
    (folded, event) => evolveDonorClearance(folded, event, now),
    state,
  );
const decideOn = (decision: 'keep' | 'give-up', time = '10T09:30'): DonorClearanceCommand => ({
  name: 'DecideOnSuspension',
  data: { decision, decidedAt: at(time), reason: 'agreed' },
});

const given = (...history: DonorClearanceCommand[]): DonorClearanceState =>
  history.reduce(
    (state, command) =>
      mustBe(decideDonorClearance(command, state, facts)).reduce(
        (folded, event) => evolveDonorClearance(folded, event, now),
        state,
      ),
    initialDonorClearance,
  );
const states: Record<ClearanceStatus, DonorClearanceState> = {
  awaited: given(),
  cleared: given(clear()),
  released: afterBanked(given(), release()),
  suspended: given(suspend()),
  withdrawn: given(withdraw()),
};

describe('the table of the donor clearance', () => {
  it('is closed and reachable', () => expect(tableFaults(donorClearanceTable)).toEqual([]));

  const pairs = Object.entries(states).flatMap(([status, state]) =>
    [clear(), release(), suspend(), withdraw(), decideOn('keep')].map((command) => ({
      status: status as ClearanceStatus,
      state,
      command,
    })),
  );
  it.each(pairs)('$status takes $command.name or refuses it as the table says', ({ status, state, command }) => {
    const decision = decideDonorClearance(command, state, command.name === 'ReleaseUnit' ? banked : facts);
    if (!isAllowed(donorClearanceTable, command.name, status)) {
      expect(decision).toMatchObject({
        ok: false,
        error: { code: 'not-allowed-now', allowed: openToPersons(donorClearanceTable, status) },
      });
      return;
    }
    const [event] = mustBe(decision);
    if (event === undefined) throw new Error('nothing was recorded');
    const { to } = donorClearanceTable.moves.find((move) => move.command === command.name) ?? { to: [] };
    expect(to).toContain(evolveDonorClearance(state, event, now).status);
  });
});

describe('the word on the donor', () => {
  it('is recorded with when it was given and why', () => {
    expect(given(clear('01T08:00'), suspend('05T09:30'))).toMatchObject({
      status: 'suspended',
      since: at('05T09:30'),
      reason: 'fever',
    });
    expect(given(suspend('05T09:30'), clear('09T08:00'))).toMatchObject({
      status: 'cleared',
      since: at('09T08:00'),
      reason: null,
    });
  });

  it.each([
    ['in-the-future', '/clearedAt', clear('10T12:03'), states.awaited],
    ['in-the-future', '/suspendedAt', suspend('11T09:00'), states.awaited],
    ['in-the-future', '/withdrawnAt', withdraw('11T09:00'), states.awaited],
    ['before-the-last-change', '/clearedAt', clear('10T08:59'), states.suspended],
    ['text-missing', '/reason', suspend('10T09:00', '  '), states.awaited],
    ['text-missing', '/reason', withdraw('10T09:00', ''), states.awaited],
  ])('is refused: %s at %s', (code, pointer, command, state) => {
    expect(decideDonorClearance(command, state, facts)).toMatchObject({ ok: false, error: { code, at: pointer } });
  });

  it('is taken where the other clock is two minutes ahead', () => {
    expect(decideDonorClearance(clear('10T12:02'), states.awaited, facts).ok).toBe(true);
  });

  it.each([suspend('10T10:00'), withdraw('10T10:00')])('is refused once all is collected: $name', (command) => {
    expect(decideDonorClearance(command, states.cleared, { ...facts, collectionOver: true })).toMatchObject({
      ok: false,
      error: { code: 'cells-already-collected' },
    });
  });
});

describe('the history of the words', () => {
  it('is kept whole', () => {
    const { words } = given(clear('01T08:00'), suspend('05T09:30'), clear('09T08:00'), withdraw('10T08:00'));
    expect(words.map(({ word, at: when, reason }) => [word, when.at, reason])).toEqual([
      ['cleared', at('01T08:00').at, null],
      ['suspended', at('05T09:30').at, 'fever'],
      ['cleared', at('09T08:00').at, null],
      ['withdrawn', at('10T08:00').at, 'infection found'],
    ]);
  });
});

describe('the decision on a suspension', () => {
  it('holds for that suspension alone', () => {
    expect(given(suspend(), decideOn('keep')).suspensionDecision).toMatchObject({ decision: 'keep', recordedAt: now });
    expect(given(suspend(), decideOn('keep'), clear('10T10:00')).suspensionDecision).toBeNull();
  });

  it('is refused before the suspension, and to give up seats that cells need', () => {
    expect(decideDonorClearance(decideOn('keep', '10T08:59'), states.suspended, facts)).toMatchObject({
      ok: false,
      error: { code: 'before-the-last-change' },
    });
    const begun = { ...facts, collectionBegun: true };
    expect(decideDonorClearance(decideOn('give-up'), states.suspended, begun)).toMatchObject({
      ok: false,
      error: { code: 'cells-need-their-seats', allowed: ['keep'] },
    });
    expect(decideDonorClearance(decideOn('keep'), states.suspended, begun).ok).toBe(true);
  });
});

describe('what the donor clearance owes', () => {
  const agenda: DonorClearanceAgendaFacts = {
    openedAt: at('01T00:00').at,
    collectionStartsAt: at('23T00:00').at,
    clearanceDueDaysBefore: 14,
    reportGraceMinutes: 45,
    moreToCollect: true,
    banked: false,
    clearanceBeforeConditioningHours: 24,
    backupDueDaysBeforeConditioning: 14,
    suspensionDecisionHoursBefore: 24,
    seatsGiveUpBy: null,
    donorGone: false,
    stopped: [],
    cellsExist: false,
    cellsFrozen: false,
    leftWithout: [],
    keptAtCentre: [],
    boxUnderWay: false,
    brokenOff: null,
    served: [],
    postponedAt: null,
    ended: false,
    othersDone: false,
  };

  it('is the clearance so many days before collection, until it is given', () => {
    expect(donorClearanceObligations(states.awaited, agenda)).toMatchObject([
      { key: 'clearance-due', dueAt: at('09T00:00').at },
    ]);
    expect(donorClearanceObligations(states.suspended, agenda)).toHaveLength(1);
    expect(donorClearanceObligations(states.cleared, agenda)).toEqual([]);
    expect(donorClearanceObligations(states.withdrawn, agenda)).toEqual([]);
  });

  it('is due at once where the shipment was opened late', () => {
    const openedAt = at('22T00:00').at;
    expect(donorClearanceObligations(states.awaited, { ...agenda, openedAt })).toMatchObject([
      { dueAt: at('22T00:45').at },
    ]);
  });

  it('is nothing once no day is left to be collected, whatever was said of the donor', () => {
    const over = { ...agenda, moreToCollect: false };
    expect(donorClearanceObligations(states.suspended, over)).toEqual([]);
    expect(donorClearanceCauses(states.suspended, over)).toEqual([]);
    expect(donorClearanceCauses(states.withdrawn, over)).toEqual([]);
  });

  it('offers only what the table takes', () => {
    for (const status of ['awaited', 'suspended'] as const) {
      const [owed] = donorClearanceObligations(states[status], agenda);
      const allowed = allowedIn(donorClearanceTable, status).filter(
        (command) => command !== 'DecideOnSuspension' && command !== 'ReleaseUnit',
      );
      expect(owed?.offers.map((offer) => offer.command)).toEqual(allowed);
    }
  });

  it('is critical while the donor is suspended or withdrawn, and ends with the clearance', () => {
    expect(donorClearanceCauses(states.suspended, agenda)).toMatchObject([
      {
        key: 'donor-suspended',
        severity: 'critical',
        wrong: 'The donor is suspended: fever.',
        until: agenda.collectionStartsAt,
      },
    ]);
    expect(donorClearanceCauses(states.withdrawn, agenda)).toMatchObject([
      { key: 'donor-withdrawn', severity: 'critical' },
    ]);
    expect(donorClearanceCauses(states.awaited, agenda)).toEqual([]);
    expect(donorClearanceCauses(states.cleared, agenda)).toEqual([]);
  });

  it('is the clearance a day before the first conditioning, where that comes earlier', () => {
    const plan = (recipient: string, time: string): DonorClearanceCommand => ({
      name: 'PlanConditioning',
      data: { recipient, plannedStartAt: at(time), reason: null },
    });
    const due = (...history: DonorClearanceCommand[]) =>
      donorClearanceObligations(given(...history), agenda).find(({ key }) => key === 'clearance-due')?.dueAt;
    expect(due(plan('R1', '16T08:00'))).toBe(at('09T00:00').at);
    expect(due(plan('R1', '16T08:00'), plan('R2', '09T20:00'))).toBe(at('08T20:00').at);
    expect(due(plan('R1', '01T10:00'))).toBe(at('01T00:45').at);
  });

  it('is a decision on the seats a day before they cost, once for each suspension', () => {
    const seats = { ...agenda, seatsGiveUpBy: at('20T12:00').at };
    const due = (...history: DonorClearanceCommand[]) =>
      donorClearanceObligations(given(...history), seats)
        .filter(({ kind }) => kind === 'suspension-decision-due')
        .map(({ key, dueAt }) => [key, dueAt]);
    expect(due(suspend())).toEqual([['suspension-decision-due/1', at('19T12:00').at]]);
    expect(due(suspend(), decideOn('keep'))).toEqual([]);
    expect(due(suspend(), clear('10T10:00'), suspend('10T11:00'))).toEqual([
      ['suspension-decision-due/2', at('19T12:00').at],
    ]);
    expect(due(clear())).toEqual([]);
    const soon = { ...agenda, seatsGiveUpBy: at('10T12:00').at };
    expect(donorClearanceObligations(states.suspended, soon)).toContainEqual(
      expect.objectContaining({ key: 'suspension-decision-due/1', dueAt: at('10T09:45').at }),
    );
    expect(donorClearanceObligations(states.suspended, agenda).map(({ kind }) => kind)).toEqual(['clearance-due']);
  });
});

describe("a bank's release of its unit", () => {
  const agenda = {
    openedAt: at('01T00:00').at,
    collectionStartsAt: at('23T00:00').at,
    clearanceDueDaysBefore: 14,
    reportGraceMinutes: 45,
    moreToCollect: true,
    banked: true,
    clearanceBeforeConditioningHours: 24,
    backupDueDaysBeforeConditioning: 14,
    suspensionDecisionHoursBefore: 24,
    seatsGiveUpBy: null,
    donorGone: false,
    stopped: [],
    cellsExist: false,
    cellsFrozen: false,
    leftWithout: [],
    keptAtCentre: [],
    boxUnderWay: false,
    brokenOff: null,
    served: [],
    postponedAt: null,
    ended: false,
    othersDone: false,
  };

  it('is due in place of a clearance, until it is given', () => {
    expect(donorClearanceObligations(states.awaited, agenda)).toMatchObject([
      {
        key: 'clearance-due',
        what: "Record the bank's release of the unit",
        offers: [{ command: 'ReleaseUnit' }, {}, {}],
      },
    ]);
    expect(donorClearanceObligations(states.released, agenda)).toEqual([]);
  });

  it('may be held back, which is critical', () => {
    const held = afterBanked(states.released, suspend('10T10:00', 'a test is repeated'));
    expect(donorClearanceCauses(held, agenda)).toMatchObject([
      {
        wrong: 'The unit is suspended: a test is repeated.',
        offers: [{ command: 'ReleaseUnit' }, { command: 'PostponeShipping' }, {}],
      },
    ]);
    expect(afterBanked(held, release('10T11:00')).status).toBe('released');
  });

  it.each([
    ['unit-is-released', clear(), banked],
    ['no-banked-unit', release(), facts],
    ['text-missing', release('10T09:00', ' '), banked],
    ['in-the-future', release('11T09:00'), banked],
    ['cells-already-collected', release(), { ...banked, collectionOver: true }],
  ])('is refused: %s', (code, command, circumstances) => {
    expect(decideDonorClearance(command, states.awaited, circumstances)).toMatchObject({ ok: false, error: { code } });
  });
});
