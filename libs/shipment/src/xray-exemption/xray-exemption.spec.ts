import fc from 'fast-check';
import { openToPersons } from '../deciding.js';
import { allowedIn, isAllowed, tableFaults } from '../transitions.js';
import { xrayExemptionObligations } from './xray-exemption.agenda.js';
import { coverCheckpoints, coversAlready } from './xray-exemption.cover.js';
import { decideXrayExemption } from './xray-exemption.decide.js';
import { initialXrayExemption } from './xray-exemption.evolve.js';
import type { ExemptionStatus, XrayExemptionCommand, XrayExemptionFacts } from './xray-exemption.js';
import { exemptionTable } from './xray-exemption.transitions.js';
import {
  after,
  again,
  agendaFacts,
  at,
  beijing,
  cover,
  demanded,
  escalated,
  exemption,
  facts,
  given,
  granted,
  later,
  notified,
  now,
  onTheSpot,
  only,
  owed,
  refused,
  requested,
  scanned,
  searched,
  states,
  transfer,
  unplanned,
  withdrawn,
  word,
} from './xray-exemption.examples.js';

describe('the table of the X-ray exemptions', () => {
  it('is closed and reachable', () => expect(tableFaults(exemptionTable)).toEqual([]));

  const outcomes = [
    ...[requested(), granted(), refused(), again(), withdrawn(), searched(), scanned(), word()],
    ...[notified(), demanded(), escalated()],
  ];
  const pairs = Object.entries(states).flatMap(([status, state]) =>
    outcomes.map((command) => ({ status: status as ExemptionStatus, state, command })),
  );
  it.each(pairs)('$status takes $command.name or refuses it as the table says', ({ status, state, command }) => {
    expect(only(state).status).toBe(status);
    if (isAllowed(exemptionTable, command.name, status)) {
      const moves = exemptionTable.moves.filter((move) => move.command === command.name && move.from.includes(status));
      expect(moves.flatMap((move) => move.to)).toContain(only(after(state, command)).status);
    } else {
      const error = { code: 'not-allowed-now', allowed: openToPersons(exemptionTable, status) };
      expect(decideXrayExemption(command, state, facts)).toMatchObject({ ok: false, error });
    }
  });
});

describe('covering checkpoints', () => {
  it('asks at every departure, transfers too', () => {
    expect(given(cover(beijing, transfer)).exemptions.map((each) => each.id)).toEqual(['1/0/PEK', '1/1/ORD']);
  });

  it('moves with the flight without asking anew', () => {
    expect(only(after(states.granted, cover(later)))).toMatchObject({
      status: 'granted',
      occasion: 1,
      passesAt: later.passesAt,
    });
  });

  it.each([
    ['wanted', 'withdrawn'],
    ['refused', 'withdrawn'],
    ['requested', 'to-withdraw'],
    ['notified', 'to-withdraw'],
    ['granted', 'to-withdraw'],
    ['demanded', 'demanded'],
    ['to-withdraw', 'to-withdraw'],
    ['withdrawn', 'withdrawn'],
    ['honoured', 'honoured'],
    ['scanned', 'scanned'],
  ] as const)('turns %s, once no plan needs it, into %s', (from, to) => {
    expect(only(after(states[from], cover())).status).toBe(to);
  });

  it.each(['to-withdraw', 'withdrawn'] as const)('asks anew for what was %s and is needed again', (from) => {
    expect(only(after(states[from], cover(later)))).toMatchObject({
      status: 'wanted',
      occasion: 2,
      passesAt: later.passesAt,
      toWithdrawSince: null,
    });
  });

  it('says nothing when all is covered already', () => {
    expect(decideXrayExemption(cover(beijing), states.granted, facts)).toEqual({ ok: true, value: [] });
    expect(decideXrayExemption(cover(), initialXrayExemption, facts)).toEqual({ ok: true, value: [] });
  });

  it('is done after doing it once, whatever went before', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(states)), fc.subarray([beijing, transfer]), (state, wanted) => {
        const once = coverCheckpoints(state, wanted, now);
        expect(coversAlready(once, wanted)).toBe(true);
        expect(coverCheckpoints(once, wanted, at('13T00:00').at)).toEqual(once);
      }),
    );
  });
});

describe('what airport security did, when it comes too late', () => {
  it.each([
    ['requested', requested()],
    ['granted', granted()],
  ])('withdraws what is %s after it was withdrawn', (_, late) => {
    expect(only(after(states.withdrawn, late))).toMatchObject({ status: 'to-withdraw', toWithdrawSince: now });
  });

  it('withdraws what security was told after it was withdrawn', () => {
    expect(only(after(states.withdrawn, notified()))).toMatchObject({ status: 'to-withdraw', told: 'Duty officer' });
  });

  it('keeps an exemption that came before the request was recorded', () => {
    expect(only(after(states.wanted, granted(), requested()))).toMatchObject({ status: 'granted', reference: 'X-1' });
  });

  it('asks anew when what is needed was withdrawn after all', () => {
    expect(only(after(states.granted, withdrawn()))).toMatchObject({ status: 'wanted', occasion: 2, reference: null });
  });

  it('ignores a withdrawal of the last occasion while the next is wanted', () => {
    const wanted = after(states['to-withdraw'], cover(beijing));
    expect(after(wanted, withdrawn())).toEqual(wanted);
  });
});

describe('refusals of a command at a checkpoint', () => {
  const unknown: XrayExemptionCommand = {
    name: 'RecordSearchedByHand',
    data: { exemption: '9/9/ZZZ', searchedAt: at('12T10:00') },
  };
  const refusals: [string, XrayExemptionCommand, object][] = [
    ['an unknown exemption', unknown, { code: 'no-such-exemption', at: '/exemption', allowed: [exemption] }],
    ['a time that has not come', searched('12T12:03'), { code: 'in-the-future', at: '/searchedAt' }],
    [
      'an answer expected before it was asked for',
      requested('12T08:59'),
      { code: 'answer-before-request', at: '/answerExpectedAt' },
    ],
    ['an exemption without a reference', granted(' '), { code: 'text-missing', at: '/reference' }],
    ['a refusal without a reason', refused(''), { code: 'text-missing', at: '/reason' }],
    ['a scan without a reason', scanned(''), { code: 'text-missing', at: '/reason' }],
    ['word given to nobody', notified(' '), { code: 'text-missing', at: '/told' }],
    ['a demand by nobody', demanded(' '), { code: 'text-missing', at: '/by' }],
    ['an unplanned checkpoint without a reason', unplanned({ reason: '' }), { code: 'text-missing', at: '/reason' }],
    [
      'an unplanned checkpoint that has not come',
      unplanned({ passedAt: at('12T12:03') }),
      { code: 'in-the-future', at: '/passedAt' },
    ],
    [
      'as unplanned what is planned and still ahead',
      unplanned({ airport: 'PEK' }),
      { code: 'checkpoint-is-planned', at: '/airport', allowed: [exemption] },
    ],
  ];
  it.each(refusals)('turns down %s', (_, command, error) => {
    expect(decideXrayExemption(command, states.requested, facts)).toMatchObject({ ok: false, error });
  });

  it('turns down taking a demand to nobody', () => {
    expect(decideXrayExemption(escalated(' '), states.demanded, facts)).toMatchObject({ error: { at: '/to' } });
  });

  it('turns down a decision that nobody signs or explains', () => {
    expect(decideXrayExemption(word(''), states.scanned, facts)).toMatchObject({
      ok: false,
      error: { at: '/physician' },
    });
    expect(decideXrayExemption(word('Physician One', ''), states.scanned, facts)).toMatchObject({
      ok: false,
      error: { at: '/reason' },
    });
  });
});

describe('a box that has not come to the checkpoint', () => {
  const ahead: [string, XrayExemptionFacts['boxOnItsWay']][] = [
    ['is still at the collection centre', null],
    ['travels by the other plan', { plan: 2, since: at('12T11:00').at }],
  ];
  describe.each(ahead)('because it %s', (_, boxOnItsWay) => {
    it.each([searched(), scanned(), demanded()])('is neither searched nor scanned: $name', (command) => {
      const decision = decideXrayExemption(command, states.granted, { ...facts, boxOnItsWay });
      expect(decision).toMatchObject({ ok: false, error: { code: 'box-not-there-yet', at: '/exemption' } });
    });
  });

  it('was not searched before the courier took it', () => {
    expect(decideXrayExemption(searched('12T10:59'), states.granted, facts)).toMatchObject({
      ok: false,
      error: { code: 'box-not-there-yet', at: '/searchedAt' },
    });
    expect(decideXrayExemption(searched('12T11:00'), states.granted, facts).ok).toBe(true);
  });

  it('may be answered for all the same', () => {
    expect(decideXrayExemption(granted(), states.requested, { ...facts, boxOnItsWay: null }).ok).toBe(true);
  });
});

describe('the agenda of the X-ray exemptions', () => {
  const offered = (boxOnItsWay: XrayExemptionFacts['boxOnItsWay']): readonly string[] =>
    xrayExemptionObligations(states.requested, { ...agendaFacts, boxOnItsWay }).flatMap((each) =>
      each.kind === 'exemption-answer-due' ? each.offers.map((offer) => offer.command) : [],
    );
  it('offers the search by hand only once the box is on its way by that plan', () => {
    const answers = ['RecordExemptionGranted', 'RecordExemptionRefused'];
    expect(offered(null)).toEqual(answers);
    expect(offered({ plan: 2, since: now })).toEqual(answers);
    expect(offered({ plan: 1, since: now })).toEqual([...answers, 'RecordSearchedByHand']);
  });

  const answerDue = { [`exemption-answer-due/${exemption}`]: at('22T10:00').at };

  it('owes the request its lead time before the box passes, or at once when that is over', () => {
    expect(owed(states.wanted)).toEqual({ [`request-exemption/${exemption}/1`]: at('18T10:00').at, ...answerDue });
    expect(owed(states.wanted, 20)[`request-exemption/${exemption}/1`]).toBe(now);
  });

  it('owes the question when an answer was promised', () => {
    expect(owed(states.requested)).toEqual({
      [`ask-exemption-answer/${exemption}/1`]: at('14T09:00').at,
      ...answerDue,
    });
  });

  it('owes an exemption still, once refused, and asks under a key of its own', () => {
    expect(owed(states.refused)).toEqual(answerDue);
    expect(Object.keys(owed(after(states.refused, again())))).toContain(`request-exemption/${exemption}/2`);
  });

  it('moves with the flight', () => {
    expect(owed(after(states.refused, cover(later)))).toEqual({
      [`exemption-answer-due/${exemption}`]: at('22T14:00').at,
    });
  });

  it('owes a withdrawal at once', () =>
    expect(owed(states['to-withdraw'])).toEqual({ [`withdraw-exemption/${exemption}/1`]: now }));

  it.each(['notified', 'granted', 'withdrawn', 'demanded', 'honoured'] as const)(
    'owes nothing when it is %s',
    (status) => expect(owed(states[status])).toEqual({}),
  );

  it('owes the physician’s word on a scan before the box is at the centre', () => {
    expect(owed(states.scanned)).toEqual({ [`scan-decision-due/${exemption}`]: at('25T06:00').at });
    expect(owed(after(states.scanned, word()))).toEqual({});
    expect(xrayExemptionObligations(states.scanned, { ...agendaFacts, atCentreAt: null })).toEqual([]);
  });

  it('owes no more than telling them, where no answer is to be had in advance', () => {
    const [call, due] = xrayExemptionObligations(given(cover(onTheSpot)), agendaFacts);
    expect(call).toMatchObject({
      does: 'call',
      what: 'Tell airport security of the box, checkpoint at PEK (plan 1)',
      request: { answer: 'on-arrival' },
    });
    expect(due).toMatchObject({
      what: 'Have airport security told of the box, checkpoint at PEK (plan 1)',
      offers: [{ command: 'RecordExemptionNotified' }, {}, {}],
    });
    expect(owed(given(cover(onTheSpot), notified()))).toEqual({});
  });

  it.each([
    ['wanted', ['RecordExemptionRequested', 'RecordExemptionGranted', 'RecordExemptionNotified']],
    [
      'requested',
      ['RecordExemptionGranted', 'RecordExemptionRefused', 'RecordExemptionRequested', 'RecordExemptionNotified'],
    ],
    ['to-withdraw', ['RecordExemptionWithdrawn']],
  ] as const)('offers every outcome of the call by hand when it is %s', (status, commands) => {
    const [call] = xrayExemptionObligations(states[status], agendaFacts);
    expect(call).toMatchObject({ does: 'call', byHand: commands.map((command) => ({ command })) });
  });

  it('offers each call by hand as a command that is taken then', () => {
    for (const state of [states.wanted, given(cover(onTheSpot)), states.requested, states['to-withdraw']]) {
      const [call] = xrayExemptionObligations(state, agendaFacts);
      if (call?.does !== 'call') throw new Error('a call was expected');
      expect(call.byHand.length).toBeGreaterThan(0);
      expect(allowedIn(exemptionTable, only(state).status)).toEqual(
        expect.arrayContaining(call.byHand.map((offer) => offer.command)),
      );
    }
  });
});
