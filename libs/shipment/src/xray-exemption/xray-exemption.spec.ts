import fc from 'fast-check';
import { mustBe, zoneOf, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { openToPersons } from '../deciding.js';
import { allowedIn, isAllowed, tableFaults } from '../transitions.js';
import { xrayExemptionCauses, xrayExemptionObligations } from './xray-exemption.agenda.js';
import { coverCheckpoints, coversAlready } from './xray-exemption.cover.js';
import { decideXrayExemption } from './xray-exemption.decide.js';
import { evolveXrayExemption, initialXrayExemption } from './xray-exemption.evolve.js';
import type {
  CoverCheckpoints,
  Exemption,
  ExemptionStatus,
  XrayExemptionAgendaFacts,
  XrayExemptionCommand,
  XrayExemptionFacts,
  XrayExemptionState,
} from './xray-exemption.js';
import { exemptionTable } from './xray-exemption.transitions.js';

const zone = zoneOf('Asia/Shanghai');
if (zone === undefined) throw new Error('a test value is malformed');
const at = (time: string): ZonedInstant => ({ at: `2026-11-${time}:00.000Z` as Instant, zone });
const now = at('12T12:00').at;
const facts: XrayExemptionFacts = {
  now,
  statedBy: { person: 'A', organisation: 'B', how: 'desk' },
  boxOnItsWay: { plan: 1, since: at('12T11:00').at },
};

type Checkpoint = CoverCheckpoints['data']['checkpoints'][number];
const beijing: Checkpoint = { plan: 1, leg: 0, airport: 'PEK', passesAt: at('23T10:00').at };
const transfer: Checkpoint = { plan: 1, leg: 1, airport: 'ORD', passesAt: at('24T02:00').at };
const later: Checkpoint = { ...beijing, passesAt: at('23T14:00').at };
const exemption = '1/0/PEK';

const cover = (...checkpoints: Checkpoint[]): XrayExemptionCommand => ({
  name: 'CoverCheckpoints',
  data: { checkpoints },
});
const requested = (expected = '14T09:00'): XrayExemptionCommand => ({
  name: 'RecordExemptionRequested',
  data: { exemption, requestedAt: at('12T09:00'), answerExpectedAt: at(expected) },
});
const granted = (reference = 'X-1'): XrayExemptionCommand => ({
  name: 'RecordExemptionGranted',
  data: { exemption, grantedAt: at('12T10:00'), reference },
});
const refused = (reason = 'not known here'): XrayExemptionCommand => ({
  name: 'RecordExemptionRefused',
  data: { exemption, refusedAt: at('12T10:00'), reason },
});
const again = (reason = 'hotline called'): XrayExemptionCommand => ({
  name: 'AskExemptionAgain',
  data: { exemption, reason },
});
const withdrawn = (): XrayExemptionCommand => ({
  name: 'RecordExemptionWithdrawn',
  data: { exemption, withdrawnAt: at('12T11:00') },
});
const searched = (time = '12T11:30'): XrayExemptionCommand => ({
  name: 'RecordSearchedByHand',
  data: { exemption, searchedAt: at(time) },
});
const scanned = (reason = 'not to be persuaded'): XrayExemptionCommand => ({
  name: 'RecordScanned',
  data: { exemption, scannedAt: at('12T11:40'), reason },
});
const word = (physician = 'Physician One', reason = 'no effect known (S12)'): XrayExemptionCommand => ({
  name: 'RecordScanDecision',
  data: { exemption, decidedAt: at('12T11:50'), decision: 'use', physician, reason },
});

const after = (state: XrayExemptionState, ...commands: XrayExemptionCommand[]): XrayExemptionState =>
  commands.reduce(
    (folded, command) =>
      mustBe(decideXrayExemption(command, folded, facts)).reduce(
        (each, event) => evolveXrayExemption(each, event, now),
        folded,
      ),
    state,
  );
const given = (...history: XrayExemptionCommand[]): XrayExemptionState => after(initialXrayExemption, ...history);
const only = (state: XrayExemptionState): Exemption => {
  const [first] = state.exemptions;
  if (first === undefined) throw new Error('no exemption');
  return first;
};
const states: Record<ExemptionStatus, XrayExemptionState> = {
  wanted: given(cover(beijing)),
  requested: given(cover(beijing), requested()),
  granted: given(cover(beijing), requested(), granted()),
  refused: given(cover(beijing), requested(), refused()),
  'to-withdraw': given(cover(beijing), requested(), cover()),
  withdrawn: given(cover(beijing), requested(), cover(), withdrawn()),
  honoured: given(cover(beijing), requested(), granted(), searched()),
  scanned: given(cover(beijing), requested(), granted(), scanned()),
};

describe('the table of the X-ray exemptions', () => {
  it('is closed and reachable', () => expect(tableFaults(exemptionTable)).toEqual([]));

  const outcomes = [requested(), granted(), refused(), again(), withdrawn(), searched(), scanned(), word()];
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
    ['granted', 'to-withdraw'],
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
  ];
  it.each(refusals)('turns down %s', (_, command, error) => {
    expect(decideXrayExemption(command, states.requested, facts)).toMatchObject({ ok: false, error });
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

const agendaFacts: XrayExemptionAgendaFacts = { exemptionLeadDays: 5, boxOnItsWay: null };
const owed = (state: XrayExemptionState, exemptionLeadDays = 5): Record<string, string> =>
  Object.fromEntries(
    xrayExemptionObligations(state, { ...agendaFacts, exemptionLeadDays }).map((each) => [each.key, each.dueAt]),
  );

describe('a box that has not come to the checkpoint', () => {
  const ahead: [string, XrayExemptionFacts['boxOnItsWay']][] = [
    ['is still at the collection centre', null],
    ['travels by the other plan', { plan: 2, since: at('12T11:00').at }],
  ];
  describe.each(ahead)('because it %s', (_, boxOnItsWay) => {
    it.each([searched(), scanned()])('is neither searched nor scanned: $name', (command) => {
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

  it.each(['granted', 'withdrawn', 'honoured', 'scanned'] as const)('owes nothing when it is %s', (status) =>
    expect(owed(states[status])).toEqual({}),
  );

  it.each([
    ['wanted', ['RecordExemptionRequested', 'RecordExemptionGranted']],
    ['requested', ['RecordExemptionGranted', 'RecordExemptionRefused', 'RecordExemptionRequested']],
    ['to-withdraw', ['RecordExemptionWithdrawn']],
  ] as const)('offers every outcome of the call by hand when it is %s', (status, commands) => {
    const [call] = xrayExemptionObligations(states[status], agendaFacts);
    expect(call).toMatchObject({ does: 'call', byHand: commands.map((command) => ({ command })) });
  });

  it('offers each call by hand as a command that is taken then', () => {
    for (const state of [states.wanted, states.requested, states['to-withdraw']]) {
      const [call] = xrayExemptionObligations(state, agendaFacts);
      if (call?.does !== 'call') throw new Error('a call was expected');
      expect(call.byHand.length).toBeGreaterThan(0);
      expect(allowedIn(exemptionTable, only(state).status)).toEqual(
        expect.arrayContaining(call.byHand.map((offer) => offer.command)),
      );
    }
  });
});

describe('troubles at the checkpoints', () => {
  it('stand while a refusal does', () => {
    const [cause] = xrayExemptionCauses(states.refused, agendaFacts);
    expect(cause).toMatchObject({
      key: `exemption-refused/${exemption}/1`,
      severity: 'warning',
      until: beijing.passesAt,
    });
    expect(cause?.offers.map((offer) => offer.command)).toEqual(['AskExemptionAgain', 'RecordExemptionGranted']);
    expect(xrayExemptionCauses(after(states.refused, searched()), agendaFacts)).toEqual([]);
  });

  it('leaves a scanned box to the physician, and stands until the word is recorded', () => {
    const [cause] = xrayExemptionCauses(states.scanned, agendaFacts);
    expect(cause).toMatchObject({ key: `scanned/${exemption}`, severity: 'critical' });
    const decided = after(states.scanned, word());
    expect(only(decided)).toMatchObject({
      status: 'scanned',
      scanDecision: { decision: 'use', physician: 'Physician One' },
    });
    expect(xrayExemptionCauses(decided, agendaFacts)).toEqual([]);
  });
});
