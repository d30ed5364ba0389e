import fc from 'fast-check';
import { mustBe, zoneOf, type Instant, type LocalDate, type ZonedInstant } from '@cellrelay/kernel';
import { openToPersons } from '../deciding.js';
import { allowedIn, isAllowed, tableFaults } from '../transitions.js';
import { customsClearanceCauses, customsClearanceObligations } from './customs-clearance.agenda.js';
import { coverBorders, coversAlready } from './customs-clearance.cover.js';
import { decideCustomsClearance } from './customs-clearance.decide.js';
import { evolveCustomsClearance, initialCustomsClearance } from './customs-clearance.evolve.js';
import type {
  CoverBorders,
  CustomsClearanceAgendaFacts,
  CustomsClearanceCommand,
  CustomsClearanceFacts,
  CustomsClearanceState,
  CustomsRequest,
  CustomsRequestStatus,
} from './customs-clearance.js';
import { customsRequestTable } from './customs-clearance.transitions.js';

const zone = zoneOf('Asia/Shanghai');
if (zone === undefined) throw new Error('a test value is malformed');
const at = (time: string): ZonedInstant => ({ at: `2026-11-${time}:00.000Z` as Instant, zone });
const now = at('12T12:00').at;
const facts: CustomsClearanceFacts = { now, statedBy: { person: 'A', organisation: 'B', how: 'desk' } };

type Border = CoverBorders['data']['borders'][number];
const planOne = { plan: 1 as const, date: '2026-11-23' as LocalDate, crossingAt: at('23T10:00').at };
const planTwo = { plan: 2 as const, date: '2026-11-24' as LocalDate, crossingAt: at('24T10:00').at };
const leaving = (...covers: Border['covers']): Border => ({
  country: 'CN',
  direction: 'export',
  airport: 'PEK',
  covers,
});
const entering = (...covers: Border['covers']): Border => ({
  country: 'US',
  direction: 'import',
  airport: 'IAH',
  covers,
});
const request = 'CN-export-PEK';

const cover = (...borders: Border[]): CustomsClearanceCommand => ({ name: 'CoverBorders', data: { borders } });
const submitted = (expected = '14T09:00'): CustomsClearanceCommand => ({
  name: 'RecordCustomsSubmitted',
  data: { request, submittedAt: at('12T09:00'), answerExpectedAt: at(expected) },
});
const granted = (permit = 'P-1'): CustomsClearanceCommand => ({
  name: 'RecordCustomsGranted',
  data: { request, grantedAt: at('12T10:00'), permit },
});
const refused = (reason = 'form missing'): CustomsClearanceCommand => ({
  name: 'RecordCustomsRefused',
  data: { request, refusedAt: at('12T10:00'), reason },
});
const again = (reason = 'form added'): CustomsClearanceCommand => ({
  name: 'AskCustomsAgain',
  data: { request, reason },
});
const withdrawn = (): CustomsClearanceCommand => ({
  name: 'RecordCustomsWithdrawn',
  data: { request, withdrawnAt: at('12T11:00') },
});
const cleared = (time = '12T11:30'): CustomsClearanceCommand => ({
  name: 'RecordCustomsCleared',
  data: { request, clearedAt: at(time) },
});

const after = (state: CustomsClearanceState, ...commands: CustomsClearanceCommand[]): CustomsClearanceState =>
  commands.reduce(
    (folded, command) =>
      mustBe(decideCustomsClearance(command, folded, facts)).reduce(
        (each, event) => evolveCustomsClearance(each, event, now),
        folded,
      ),
    state,
  );
const given = (...history: CustomsClearanceCommand[]): CustomsClearanceState =>
  after(initialCustomsClearance, ...history);
const only = (state: CustomsClearanceState): CustomsRequest => {
  const [first] = state.requests;
  if (first === undefined) throw new Error('no request');
  return first;
};
const states: Record<CustomsRequestStatus, CustomsClearanceState> = {
  wanted: given(cover(leaving(planOne))),
  submitted: given(cover(leaving(planOne)), submitted()),
  granted: given(cover(leaving(planOne)), submitted(), granted()),
  refused: given(cover(leaving(planOne)), submitted(), refused()),
  'to-withdraw': given(cover(leaving(planOne)), submitted(), cover()),
  withdrawn: given(cover(leaving(planOne)), submitted(), cover(), withdrawn()),
  cleared: given(cover(leaving(planOne)), submitted(), granted(), cleared()),
};

describe('the table of the customs requests', () => {
  it('is closed and reachable', () => expect(tableFaults(customsRequestTable)).toEqual([]));

  const outcomes = [submitted(), granted(), refused(), again(), withdrawn(), cleared()];
  const pairs = Object.entries(states).flatMap(([status, state]) =>
    outcomes.map((command) => ({ status: status as CustomsRequestStatus, state, command })),
  );
  it.each(pairs)('$status takes $command.name or refuses it as the table says', ({ status, state, command }) => {
    expect(only(state).status).toBe(status);
    if (isAllowed(customsRequestTable, command.name, status)) {
      const moves = customsRequestTable.moves.filter(
        (move) => move.command === command.name && move.from.includes(status),
      );
      expect(moves.flatMap((move) => move.to)).toContain(only(after(state, command)).status);
    } else {
      const error = { code: 'not-allowed-now', allowed: openToPersons(customsRequestTable, status) };
      expect(decideCustomsClearance(command, state, facts)).toMatchObject({ ok: false, error });
    }
  });
});

describe('covering borders', () => {
  it('asks for each border and direction once, naming the plans it covers', () => {
    const state = given(cover(leaving(planOne, planTwo), entering(planOne)));
    expect(
      state.requests.map(({ id, status, occasion, covers }) => ({
        id,
        status,
        occasion,
        plans: covers.map((each) => each.plan),
      })),
    ).toEqual([
      { id: 'CN-export-PEK', status: 'wanted', occasion: 1, plans: [1, 2] },
      { id: 'US-import-IAH', status: 'wanted', occasion: 1, plans: [1] },
    ]);
  });

  it('widens and narrows a request without asking anew', () => {
    const wider = after(states.granted, cover(leaving(planOne, planTwo)));
    expect(only(wider)).toMatchObject({ status: 'granted', occasion: 1, covers: [planOne, planTwo], permit: 'P-1' });
    expect(only(after(wider, cover(leaving(planTwo)))).covers).toEqual([planTwo]);
  });

  it.each([
    ['wanted', 'withdrawn'],
    ['refused', 'withdrawn'],
    ['submitted', 'to-withdraw'],
    ['granted', 'to-withdraw'],
    ['to-withdraw', 'to-withdraw'],
    ['withdrawn', 'withdrawn'],
    ['cleared', 'cleared'],
  ] as const)('turns %s, once no plan needs it, into %s', (from, to) => {
    expect(only(after(states[from], cover())).status).toBe(to);
  });

  it.each(['to-withdraw', 'withdrawn'] as const)('asks anew for what was %s and is needed again', (from) => {
    expect(only(after(states[from], cover(leaving(planTwo))))).toMatchObject({
      status: 'wanted',
      occasion: 2,
      covers: [planTwo],
      permit: null,
      answerExpectedAt: null,
      toWithdrawSince: null,
    });
  });

  it('says nothing when all is covered already', () => {
    expect(decideCustomsClearance(cover(leaving(planOne)), states.granted, facts)).toEqual({ ok: true, value: [] });
    expect(decideCustomsClearance(cover(), initialCustomsClearance, facts)).toEqual({ ok: true, value: [] });
  });

  it('is done after doing it once, whatever went before', () => {
    const plans = fc.subarray([planOne, planTwo]);
    const borders = fc.tuple(plans, plans).map(([out, into]) => [leaving(...out), entering(...into)]);
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(states)), borders, (state, wanted) => {
        const once = coverBorders(state, wanted, now);
        expect(coversAlready(once, wanted)).toBe(true);
        expect(coverBorders(once, wanted, at('13T00:00').at)).toEqual(once);
      }),
    );
  });
});

describe('what customs did, when it comes too late', () => {
  it.each([
    ['submitted', submitted()],
    ['granted', granted()],
  ])('withdraws what is %s after it was withdrawn', (_, late) => {
    const state = after(states.withdrawn, late);
    expect(only(state)).toMatchObject({ status: 'to-withdraw', toWithdrawSince: now });
    expect(kinds(state)).toContain('withdraw-customs-request');
  });

  it('keeps a permit that came before the submission was recorded', () => {
    expect(only(after(states.wanted, granted(), submitted()))).toMatchObject({ status: 'granted', permit: 'P-1' });
  });

  it('asks anew when what is needed was withdrawn after all', () => {
    expect(only(after(states.granted, withdrawn()))).toMatchObject({ status: 'wanted', occasion: 2, permit: null });
  });

  it('ignores a withdrawal of the last occasion while the next is wanted', () => {
    const wanted = after(states['to-withdraw'], cover(leaving(planOne)));
    expect(after(wanted, withdrawn())).toEqual(wanted);
  });
});

describe('customs refusals of a command', () => {
  const refusals: [string, CustomsClearanceCommand, object][] = [
    [
      'an unknown request',
      { name: 'RecordCustomsGranted', data: { request: 'XX', grantedAt: at('12T10:00'), permit: 'P' } },
      { code: 'no-such-request', at: '/request', allowed: [request] },
    ],
    ['a time that has not come', cleared('12T12:03'), { code: 'in-the-future', at: '/clearedAt' }],
    [
      'an answer expected before the submission',
      submitted('12T08:59'),
      { code: 'answer-before-submission', at: '/answerExpectedAt' },
    ],
    ['a permit without a number', granted(' '), { code: 'text-missing', at: '/permit' }],
    ['a refusal without a reason', refused(''), { code: 'text-missing', at: '/reason' }],
  ];
  it.each(refusals)('turns down %s', (_, command, error) => {
    expect(decideCustomsClearance(command, states.submitted, facts)).toMatchObject({ ok: false, error });
  });

  it('turns down asking again without a reason', () => {
    expect(decideCustomsClearance(again(' '), states.refused, facts)).toMatchObject({
      ok: false,
      error: { code: 'text-missing' },
    });
  });
});

const agendaFacts: CustomsClearanceAgendaFacts = {
  customsLeadDays: 5,
  reportGraceMinutes: 45,
  confirmedPlan: 1,
  departedFrom: {},
  landedAt: {},
};
const owed = (
  state: CustomsClearanceState,
  change: Partial<CustomsClearanceAgendaFacts> = {},
): Record<string, string> =>
  Object.fromEntries(
    customsClearanceObligations(state, { ...agendaFacts, ...change }).map((each) => [each.key, each.dueAt]),
  );
const kinds = (state: CustomsClearanceState): string[] =>
  customsClearanceObligations(state, agendaFacts).map((each) => each.kind);

describe('the agenda of the customs requests', () => {
  const answerDue = { [`customs-answer-due/${request}`]: at('22T10:00').at };

  it('owes the submission its lead time before the earliest crossing', () => {
    expect(owed(states.wanted)).toEqual({ [`submit-customs-request/${request}/1`]: at('18T10:00').at, ...answerDue });
  });

  it('owes it at once when it is wanted later than that', () => {
    expect(owed(states.wanted, { customsLeadDays: 20 })[`submit-customs-request/${request}/1`]).toBe(now);
  });

  it('owes the question when an answer was promised, and moves with the promise', () => {
    expect(owed(states.submitted)).toEqual({ [`ask-customs-answer/${request}/1`]: at('14T09:00').at, ...answerDue });
    expect(owed(after(states.submitted, submitted('15T09:00')))[`ask-customs-answer/${request}/1`]).toBe(
      at('15T09:00').at,
    );
  });

  it('owes a permit still, once refused, and asks under a key of its own', () => {
    expect(owed(states.refused)).toEqual(answerDue);
    expect(Object.keys(owed(after(states.refused, again())))).toContain(`submit-customs-request/${request}/2`);
  });

  it('owes a withdrawal at once', () => {
    expect(owed(states['to-withdraw'])).toEqual({ [`withdraw-customs-request/${request}/1`]: now });
  });

  it.each(['granted', 'withdrawn', 'cleared'] as const)('owes nothing when it is %s', (status) =>
    expect(owed(states[status])).toEqual({}),
  );

  it('owes the presentation after the box has left that airport, until it is cleared', () => {
    const departedFrom = { PEK: at('23T10:10').at };
    expect(owed(states.granted, { departedFrom })).toEqual({
      [`customs-presentation-due/${request}`]: at('23T10:55').at,
    });
    expect(owed(states.cleared, { departedFrom })).toEqual({});
  });

  it('presents nothing for a plan that is not flown', () => {
    expect(owed(states.granted, { departedFrom: { PEK: at('23T10:10').at }, confirmedPlan: 2 })).toEqual({});
  });

  it('presents an import after the landing', () => {
    const importing = given(cover(entering(planOne)));
    expect(owed(importing, { landedAt: { IAH: at('23T20:00').at } })['customs-presentation-due/US-import-IAH']).toBe(
      at('23T20:45').at,
    );
  });

  it.each([
    ['wanted', ['RecordCustomsSubmitted', 'RecordCustomsGranted']],
    ['submitted', ['RecordCustomsGranted', 'RecordCustomsRefused', 'RecordCustomsSubmitted']],
    ['to-withdraw', ['RecordCustomsWithdrawn']],
  ] as const)('offers every outcome of the call by hand when it is %s', (status, commands) => {
    const [call] = customsClearanceObligations(states[status], agendaFacts);
    expect(call).toMatchObject({ does: 'call', byHand: commands.map((command) => ({ command })) });
  });

  it('offers each call by hand as a command that is taken then', () => {
    for (const state of [states.wanted, states.submitted, states['to-withdraw']]) {
      const [call] = customsClearanceObligations(state, agendaFacts);
      if (call?.does !== 'call') throw new Error('a call was expected');
      expect(call.byHand.length).toBeGreaterThan(0);
      expect(allowedIn(customsRequestTable, only(state).status)).toEqual(
        expect.arrayContaining(call.byHand.map((offer) => offer.command)),
      );
    }
  });
});

describe('troubles at the borders', () => {
  it('stand while a refusal does', () => {
    const [cause] = customsClearanceCauses(states.refused, agendaFacts);
    expect(cause).toMatchObject({
      key: `customs-refused/${request}/1`,
      severity: 'critical',
      until: planOne.crossingAt,
    });
    expect(cause?.offers.map((offer) => offer.command)).toEqual(['AskCustomsAgain', 'RecordCustomsGranted']);
    expect(customsClearanceCauses(after(states.refused, again()), agendaFacts)).toEqual([]);
    expect(customsClearanceCauses(after(states.refused, granted()), agendaFacts)).toEqual([]);
  });
});
