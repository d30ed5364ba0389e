import { mustBe, plusMinutes, zoneOf, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { defaultPolicy } from '../policy.js';
import { allowedIn, isAllowed, tableFaults } from '../transitions.js';
import { deviationCauses, deviationObligations } from './deviation.agenda.js';
import { decideDeviation } from './deviation.decide.js';
import { evolveDeviation, initialDeviation } from './deviation.evolve.js';
import {
  deviationKinds,
  type DeviationAgendaFacts,
  type DeviationCommand,
  type DeviationFacts,
  type DeviationKind,
  type DeviationState,
  type FollowCorrectedFact,
  type OpenDeviationByRule,
} from './deviation.js';
import { deviationTable } from './deviation.transitions.js';

const zone = zoneOf('America/Chicago');
if (zone === undefined) throw new Error('a test value is malformed');
const now = '2026-11-25T12:00:00.000Z' as Instant;
const at = (minutes: number): ZonedInstant => ({ at: plusMinutes(now, minutes), zone });
const rules = {
  rapidAlertKinds: defaultPolicy.rapidAlertKinds.value,
  bothRegistriesKinds: defaultPolicy.bothRegistriesKinds.value,
};
const facts: DeviationFacts = { now, statedBy: { person: 'A', organisation: 'B', how: 'telephone' }, ...rules };
const agenda: DeviationAgendaFacts = {
  ...rules,
  gradingOverdue: [],
  accepted: false,
  askedElsewhere: [],
  gradeMinutes: 240,
  partnerToldMinutes: 1440,
  rapidAlertMinutes: 0,
};

const open = (kind: DeviationKind = 'late', happenedAt = at(-30), words = 'four hours late'): DeviationCommand => ({
  name: 'OpenDeviation',
  data: { kind, words, seriousness: null, happenedAt },
});
const byRule = (change: Partial<OpenDeviationByRule['data']> = {}): DeviationCommand => ({
  name: 'OpenDeviationByRule',
  data: {
    kind: 'refused-at-receipt',
    words: 'Refused: warm',
    seriousness: 'serious',
    happenedAt: at(-10),
    openedFrom: { stage: 'receipt', key: 'refused' },
    ...change,
  },
});
const deviation = 'D1';
const grade = (
  seriousness: 'minor' | 'serious' = 'serious',
  gradedAt = at(0),
  reason = 'agreed',
): DeviationCommand => ({
  name: 'GradeDeviation',
  data: { deviation, seriousness, gradedAt, reason },
});
const tell = (
  registry: 'donor-registry' | 'patient-registry' = 'donor-registry',
  toldAt = at(0),
  who = 'Duty officer',
): DeviationCommand => ({ name: 'RecordPartnerTold', data: { deviation, registry, who, how: 'telephone', toldAt } });
const rapid = (toldAt = at(0), to = 'Duty officer'): DeviationCommand => ({
  name: 'RecordRapidAlert',
  data: { deviation, to, toldAt },
});
const spear = (submittedAt = at(0), reference = 'SPEAR-1'): DeviationCommand => ({
  name: 'RecordSpearSubmitted',
  data: { deviation, submittedAt, reference },
});
const close = (closedAt = at(0), outcome = 'no harm', correctiveAction = 'trained'): DeviationCommand => ({
  name: 'CloseDeviation',
  data: { deviation, closedAt, outcome, correctiveAction },
});
const correct = (words = 'five hours late', happenedAt = at(-40), reason = 'misheard'): DeviationCommand => ({
  name: 'CorrectDeviation',
  data: { deviation, kind: 'late', words, happenedAt, reason, evidence: 'call' },
});

type Says = FollowCorrectedFact['data']['says'];
type Why = FollowCorrectedFact['data']['why'];
const warmer: Says = { kind: 'late', words: 'Refused: too warm', happenedAt: at(-5) };
const follow = (says: Says, why: Why = 'corrected'): DeviationCommand => ({
  name: 'FollowCorrectedFact',
  data: { deviation, says, why },
});

/** Each command a minute after the one before. */
const given = (...history: readonly DeviationCommand[]): DeviationState =>
  history.reduce(
    (state, command, index) =>
      mustBe(decideDeviation(command, state, facts)).reduce(
        (folded, event) => evolveDeviation(folded, event, plusMinutes(now, index)),
        state,
      ),
    initialDeviation,
  );
const owed = (state: DeviationState) => deviationObligations(state, agenda).map(({ key, dueAt }) => [key, dueAt]);
const refusal = (command: DeviationCommand, state: DeviationState) => {
  const decision = decideDeviation(command, state, facts);
  return decision.ok ? undefined : [decision.error.code, decision.error.at];
};

describe('the table of a deviation', () => {
  const states = {
    none: given(),
    // Closed without a grade only since its fact is none any more.
    open: given(byRule({ seriousness: null }), follow(null)),
    'under-review': given(byRule({ kind: 'late' }), grade('minor'), follow(warmer)),
    closed: given(byRule(), grade('minor'), follow(null), close()),
  } as const;

  it('is closed and reachable', () => expect(tableFaults(deviationTable)).toEqual([]));

  const cases = (['open', 'under-review', 'closed'] as const).flatMap((status) =>
    [grade(), tell(), rapid(), spear(), close(), correct(), follow(warmer), follow(null)].map((command) => ({
      status,
      command,
    })),
  );
  it.each(cases)('$status takes $command.name or refuses it as the table says', ({ status, command }) => {
    expect(states[status].deviations[0]?.status).toBe(status);
    if (!isAllowed(deviationTable, command.name, status)) {
      expect(refusal(command, states[status])).toEqual(['not-allowed-now', undefined]);
      return;
    }
    const after = mustBe(decideDeviation(command, states[status], facts)).reduce(
      (state, event) => evolveDeviation(state, event, now),
      states[status],
    );
    const moves = deviationTable.moves.filter((each) => each.command === command.name && each.from.includes(status));
    expect(moves.flatMap(({ to }) => to)).toContain(after.deviations[0]?.status);
  });

  it('takes nothing on a deviation that there is not', () => {
    expect(refusal(grade(), states.none)).toEqual(['deviation-unknown', '/deviation']);
  });
});

describe('a deviation', () => {
  it('is numbered in order, and graded only when somebody says so', () => {
    const state = given(open(), open('recall'), byRule());
    expect(state.deviations.map(({ id, seriousness, status }) => [id, seriousness, status])).toEqual([
      ['D1', null, 'open'],
      ['D2', null, 'open'],
      ['D3', 'serious', 'under-review'],
    ]);
  });

  it('is opened by rule once from a fact, whatever its words are then', () => {
    const state = given(byRule());
    expect(decideDeviation(byRule({ words: 'other' }), state, facts)).toEqual({ ok: true, value: [] });
    expect(given(byRule(), byRule({ openedFrom: { stage: 'receipt', key: 'seal' } })).deviations).toHaveLength(2);
    expect(
      given(byRule(), byRule({ openedFrom: { stage: 'courier-handoff', key: 'refused' } })).deviations,
    ).toHaveLength(2);
  });

  it('of which only now is known happened now', () => {
    expect(given(byRule({ happenedAt: null })).deviations[0]?.happenedAt.at).toBe(now);
  });

  it.each<[string, string, DeviationCommand]>([
    ['in-the-future', '/happenedAt', open('late', at(3))],
    ['text-missing', '/words', open('late', at(0), ' ')],
    ['in-the-future', '/gradedAt', grade('minor', at(3))],
    ['text-missing', '/reason', grade('minor', at(0), '')],
    ['in-the-future', '/toldAt', tell('donor-registry', at(3))],
    ['text-missing', '/who', tell('donor-registry', at(0), '')],
    ['in-the-future', '/toldAt', rapid(at(3))],
    ['text-missing', '/to', rapid(at(0), '')],
    ['in-the-future', '/submittedAt', spear(at(3))],
    ['text-missing', '/reference', spear(at(0), '')],
    ['in-the-future', '/happenedAt', correct('late', at(3))],
    ['text-missing', '/words', correct('')],
    ['text-missing', '/reason', correct('late', at(0), '')],
    ['in-the-future', '/closedAt', close(at(3))],
    ['text-missing', '/outcome', close(at(0), '')],
    ['text-missing', '/correctiveAction', close(at(0), 'x', '')],
  ])('takes nothing faulty: %s at %s', (code, pointer, command) => {
    expect(refusal(command, given(open(), grade('minor')))).toEqual([code, pointer]);
  });

  it('is not corrected to what it is', () => {
    expect(refusal(correct('four hours late', at(-30)), given(open()))).toEqual(['nothing-corrected', undefined]);
  });

  it('keeps what it was in the log when it is corrected', () => {
    const [event] = mustBe(decideDeviation(correct(), given(open()), facts));
    expect(event).toMatchObject({ data: { was: { kind: 'late', words: 'four hours late', happenedAt: at(-30) } } });
  });

  it('is under review again when it is graded after it was closed', () => {
    const [again] = given(open(), grade('minor'), close(), grade('serious')).deviations;
    expect(again).toMatchObject({ status: 'under-review', outcome: null, seriousSince: plusMinutes(now, 3) });
  });
});

describe('a deviation whose fact was corrected', () => {
  const opened = () => given(byRule({ seriousness: null }));
  const first = ({ deviations }: DeviationState) => deviations[0];

  it('says what the corrected fact says, and keeps in the log what it said', () => {
    const followed = given(byRule(), follow(warmer));
    expect(first(followed)).toMatchObject({ words: 'Refused: too warm', happenedAt: at(-5), status: 'under-review' });
    expect(first(followed)?.ground).toMatchObject({ reads: 'corrected', since: plusMinutes(now, 1) });
    expect(mustBe(decideDeviation(follow(warmer), given(byRule()), facts))).toMatchObject([
      { type: 'CorrectedFactFollowed', data: { says: warmer, was: { words: 'Refused: warm' } } },
    ]);
  });

  it('keeps the words that a person gave it', () => {
    const corrected = given(byRule(), correct('left in the sun'), follow(warmer));
    expect(first(corrected)).toMatchObject({ words: 'left in the sun', ground: { words: 'Refused: too warm' } });
  });

  it('owes its kind’s rapid alert from when it is known to be of that kind', () => {
    const recall: Says = { kind: 'recall', words: 'recalled', happenedAt: at(-5) };
    expect(owed(given(byRule({ seriousness: 'minor' }), follow(recall)))).toEqual([
      ['rapid-alert/D1', plusMinutes(now, 1)],
    ]);
  });

  it('that is none any more waits for nothing but to be closed, without a grade', () => {
    const damaged = byRule({ kind: 'product-damaged', seriousness: null });
    const gone = given(damaged, follow(null));
    expect(owed(gone)).toEqual([['close-deviation/D1', plusMinutes(now, 1 + 240)]]);
    expect(deviationCauses(gone, agenda)).toEqual([]);
    expect(first(gone)).toMatchObject({ status: 'open', words: 'Refused: warm', ground: { reads: 'gone' } });
    expect(owed(given(byRule(), follow(null)))).toEqual([['close-deviation/D1', plusMinutes(now, 241)]]);
    const closed = given(damaged, follow(null), close());
    expect([first(closed)?.status, owed(closed)]).toEqual(['closed', []]);
  });

  it('is worked on again when its fact is a deviation after all', () => {
    const again = given(byRule({ seriousness: null }), follow(null), close(), follow(warmer));
    expect(first(again)).toMatchObject({ status: 'open', outcome: null, ground: { reads: 'corrected' } });
    expect(owed(again).map(([key]) => key)).toContain('grade-deviation/D1');
    const other = given(byRule(), tell('donor-registry'), tell('patient-registry'), close(), follow(warmer));
    expect(first(other)?.status).toBe('closed');
  });

  it('was not corrected where something was done since that took it back, or made it so again', () => {
    const taken = given(byRule(), follow(null, 'done-since'));
    expect(first(taken)?.ground?.reads).toBe('taken-back');
    expect(deviationObligations(taken, agenda).map(({ what }) => what)).toEqual([
      'Close deviation D1: what opened it was taken back',
    ]);
    const again = given(
      byRule({ seriousness: null }),
      follow(null, 'done-since'),
      close(),
      follow(warmer, 'done-since'),
    );
    expect(first(again)).toMatchObject({ status: 'open', words: 'Refused: too warm', ground: { reads: 'so-again' } });
  });

  it('is not closed without a grade while it stands', () => {
    expect(refusal(close(), opened())).toEqual(['deviation-not-graded', undefined]);
    expect(refusal(close(), given(open()))).toEqual(['deviation-not-graded', undefined]);
  });
});

describe('what is owed of a deviation', () => {
  it('is its grade, four hours after it was opened', () => {
    expect(owed(given(open()))).toEqual([['grade-deviation/D1', plusMinutes(now, 240)]]);
    expect(owed(given(open(), grade('minor')))).toEqual([]);
  });

  it('is to tell the partner registry within 24 hours from the moment that our side knew it to be serious', () => {
    const serious = given(open(), grade('serious'));
    expect(owed(serious)).toEqual([['partner-told/D1', plusMinutes(now, 1 + 1440)]]);
    expect(deviationCauses(serious, agenda)).toMatchObject([
      { key: 'serious-deviation/D1', severity: 'warning', until: plusMinutes(now, 1441) },
    ]);
    expect(owed(given(open(), grade('serious'), grade('serious')))).toEqual(owed(serious));
    expect(owed(given(open(), grade('serious'), tell('patient-registry')))).toEqual([]);
    expect(deviationCauses(given(open(), grade('serious'), tell()), agenda)).toEqual([]);
  });

  it('of what both registries are told warns until both know, unless another alert asks for it', () => {
    const [cause] = deviationCauses(given(byRule()), agenda);
    expect(cause).toMatchObject({ key: 'serious-deviation/D1' });
    expect(cause?.follows).toContain('The donor’s registry and the patient’s registry are to be told');
    expect(cause?.offers.map(({ prefill }) => prefill['registry'])).toEqual(['donor-registry', 'patient-registry']);
    const half = deviationCauses(given(byRule(), tell('donor-registry')), agenda);
    expect(half.map(({ offers }) => offers.map(({ prefill }) => prefill['registry']))).toEqual([['patient-registry']]);
    expect(deviationCauses(given(byRule()), { ...agenda, askedElsewhere: ['D1'] })).toEqual([]);
  });

  it('of a damaged product is the gravest alert until it is graded, whoever found it and whenever', () => {
    const leak = given(open('product-damaged', at(-30), 'it leaks'));
    const cause = { key: 'product-damaged/D1', severity: 'critical', wrong: 'it leaks' };
    expect(deviationCauses(leak, agenda)).toMatchObject([cause]);
    const found = byRule({
      kind: 'product-damaged',
      seriousness: null,
      openedFrom: { stage: 'receipt', key: 'integrity' },
    });
    expect(deviationCauses(given(found), agenda)).toMatchObject([{ key: cause.key, severity: 'critical' }]);
    expect(deviationCauses(leak, { ...agenda, gradingOverdue: ['D1'] })).toEqual([]);
    expect(deviationCauses(given(open('product-damaged'), grade('minor')), agenda)).toEqual([]);
    expect(deviationCauses(given(open('late')), agenda)).toEqual([]);
  });

  it('of a refused product is to tell both registries, and it is not closed before that', () => {
    expect(owed(given(byRule()))).toEqual([
      ['partner-told/D1/donor-registry', plusMinutes(now, 1440)],
      ['partner-told/D1/patient-registry', plusMinutes(now, 1440)],
    ]);
    const half = given(byRule(), tell('donor-registry'));
    expect(owed(half).map(([key]) => key)).toEqual(['partner-told/D1/patient-registry']);
    expect(refusal(close(), half)).toEqual(['deviation-not-told', undefined]);
    expect(refusal(close(), given(byRule(), tell('donor-registry'), tell('patient-registry')))).toBeUndefined();
  });

  it.each(deviationKinds)('%s: the rapid alert by telephone is due at once for the four listed kinds only', (kind) => {
    const listed = ['recall', 'authority-restriction', 'donor-death', 'risk-to-donations'].includes(kind);
    const item = deviationObligations(given(open(kind)), agenda).find((each) => each.kind === 'rapid-alert');
    expect(item === undefined ? null : [item.dueAt, item.severity]).toEqual(listed ? [now, 'critical'] : null);
  });

  it('is no rapid alert any more once it was given, and a new one from the moment the kind is corrected to a listed one', () => {
    const of = (state: DeviationState) => owed(state).filter(([key]) => key?.startsWith('rapid-alert'));
    expect(of(given(open('recall'), rapid()))).toEqual([]);
    expect(refusal(close(), given(open('recall'), grade('minor')))).toEqual(['deviation-not-told', undefined]);
    const corrected: DeviationCommand = {
      name: 'CorrectDeviation',
      data: {
        deviation,
        kind: 'donor-death',
        words: 'the donor has died',
        happenedAt: at(-30),
        reason: 'misheard',
        evidence: 'call',
      },
    };
    expect(of(given(open('donor-event'), corrected))).toEqual([['rapid-alert/D1', plusMinutes(now, 1)]]);
  });

  it('offers only what the table takes', () => {
    for (const state of [given(open('recall')), given(byRule()), given(open(), grade('serious'))]) {
      const status = state.deviations[0]?.status ?? 'none';
      for (const offer of deviationObligations(state, agenda).flatMap((each) => each.offers)) {
        expect(allowedIn(deviationTable, status)).toContain(offer.command);
      }
    }
  });
});
