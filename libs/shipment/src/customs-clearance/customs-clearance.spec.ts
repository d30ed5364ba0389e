import fc from 'fast-check';
import { type Instant, type LocalDate } from '@cellrelay/kernel';
import { openToPersons } from '../deciding.js';
import { allowedIn, isAllowed, tableFaults } from '../transitions.js';
import { customsClearanceCauses, customsClearanceObligations } from './customs-clearance.agenda.js';
import { coverBorders, coversAlready } from './customs-clearance.cover.js';
import { decideCustomsClearance } from './customs-clearance.decide.js';
import { initialCustomsClearance } from './customs-clearance.evolve.js';
import type { CustomsClearanceCommand, CustomsClearanceState, CustomsRequestStatus } from './customs-clearance.js';
import { customsRequestTable } from './customs-clearance.transitions.js';
import {
  after,
  again,
  agendaFacts,
  at,
  cleared,
  cover,
  entering,
  escalated,
  facts,
  given,
  granted,
  kinds,
  lapse,
  leaving,
  now,
  only,
  owed,
  planOne,
  planTwo,
  refused,
  regularised,
  releasedFirst,
  request,
  states,
  submitted,
  withdrawn,
  type Border,
} from './customs-clearance.examples.js';

describe('the table of the customs requests', () => {
  it('is closed and reachable', () => expect(tableFaults(customsRequestTable)).toEqual([]));

  const short = granted('P-1', '20T10:00');
  /** With a permit that lapses too early, so that asking anew is taken. */
  const inTable: Record<CustomsRequestStatus, CustomsClearanceState> = {
    ...states,
    granted: given(cover(leaving(planOne)), submitted(), short),
  };
  const outcomes = [
    ...[submitted(), short, refused(), again(), withdrawn(), cleared()],
    ...[escalated(), lapse, releasedFirst(), regularised()],
  ];
  const pairs = Object.entries(inTable).flatMap(([status, state]) =>
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
    ['lapsed', 'withdrawn'],
    ['to-be-regularised', 'to-be-regularised'],
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

  it('withdraws nothing while one live plan needs it, and asks anew when a plan that was stood down is called up again', () => {
    const both = after(given(cover(leaving(planOne, planTwo))), submitted(), granted());
    const one = after(both, cover(leaving(planTwo)));
    expect(only(one)).toMatchObject({ status: 'granted', covers: [planTwo] });
    const none = after(one, cover());
    expect(only(none)).toMatchObject({ status: 'to-withdraw', permit: 'P-1' });
    const moved = { ...planTwo, date: '2026-12-01' as LocalDate, crossingAt: '2026-12-01T10:00:00.000Z' as Instant };
    const called = after(none, cover(leaving(moved)));
    expect(only(called)).toMatchObject({ status: 'wanted', occasion: 2, covers: [moved], permit: null });
    expect(kinds(called)).not.toContain('withdraw-customs-request');
    expect(only(after(called, withdrawn()))).toEqual(only(called));
  });

  it('asks a country on the way under an id of its own', () => {
    const transit: Border = { country: 'KR', direction: 'transit', airport: 'ICN', covers: [planOne] };
    expect(given(cover(leaving(planOne), transit)).requests.map(({ id }) => id)).toEqual([request, 'KR-transit-ICN']);
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
    ['a permit that ends before it is given', granted('P', '12T10:00'), { code: 'valid-until-before-grant' }],
    ['a call on nobody', escalated(' '), { code: 'text-missing', at: '/to' }],
    ['a call on somebody without a reason', escalated('X', ''), { code: 'text-missing', at: '/reason' }],
    ['a release without a commitment', releasedFirst('12T11:30', ''), { code: 'text-missing', at: '/commitment' }],
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

  it('presents nothing in transit', () => {
    const transit: Border = { country: 'KR', direction: 'transit', airport: 'ICN', covers: [planOne] };
    const passing = given(cover(transit));
    const keys = Object.keys(owed(passing, { landedAt: { ICN: at('23T20:00').at } }));
    expect(keys).toEqual(['submit-customs-request/KR-transit-ICN/1', 'customs-answer-due/KR-transit-ICN']);
  });

  it('owes a permit still, once lapsed', () => expect(owed(states.lapsed)).toEqual(answerDue));

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
    expect(cause?.offers.map((offer) => offer.command)).toEqual([
      'AskCustomsAgain',
      'RecordCustomsEscalated',
      'RecordCustomsGranted',
      'ProposePlan',
      'RecordReleasedFirst',
    ]);
    expect(customsClearanceCauses(after(states.refused, again()), agendaFacts)).toEqual([]);
    expect(customsClearanceCauses(after(states.refused, granted()), agendaFacts)).toEqual([]);
  });

  it('offer to move every plan concerned, and the release only where a rule will be in force', () => {
    const both = given(cover(leaving(planOne, planTwo)), refused());
    const [cause] = customsClearanceCauses(both, { ...agendaFacts, releaseFirstRules: [] });
    const moves = cause?.offers
      .filter(({ command }) => command === 'ProposePlan')
      .map(({ prefill }) => prefill['plan']);
    expect(moves).toEqual([1, 2]);
    expect(cause?.offers.map(({ command }) => command)).not.toContain('RecordReleasedFirst');
  });

  it('say whom a refusal was taken to', () => {
    const [cause] = customsClearanceCauses(after(states.refused, escalated()), agendaFacts);
    expect(cause?.wrong).toContain('It was taken to Head of the office.');
  });

  it('stand while a permit has lapsed', () => {
    const [cause] = customsClearanceCauses(states.lapsed, agendaFacts);
    expect(cause).toMatchObject({ key: `permit-lapsed/${request}/1`, severity: 'critical' });
    expect(customsClearanceCauses(after(states.lapsed, granted()), agendaFacts)).toEqual([]);
  });
});
