import { localDateOf, mustBe, zoneOf, type Instant, type LocalDate, type ZonedInstant } from '@cellrelay/kernel';
import { tableFaults } from '../transitions.js';
import { donorClearanceCauses, donorClearanceObligations } from './donor-clearance.agenda.js';
import { decideDonorClearance } from './donor-clearance.decide.js';
import { evolveDonorClearance, initialDonorClearance } from './donor-clearance.evolve.js';
import type {
  DonorClearanceAgendaFacts,
  DonorClearanceCommand,
  DonorClearanceFacts,
  DonorClearanceState,
  DonorStepName,
  NameBackup,
  RecordConditioningStarted,
  StepMoment,
} from './donor-clearance.js';
import { backupTable, conditioningTable, donorStepTable } from './donor-clearance.transitions.js';

const zone = zoneOf('Asia/Shanghai');
if (zone === undefined) throw new Error('a test value is malformed');
const at = (time: string): ZonedInstant => ({ at: `2026-11-${time}:00.000Z` as Instant, zone });
const day = (text: string): LocalDate => {
  const found = localDateOf(text);
  if (found === undefined) throw new Error('a test value is malformed');
  return found;
};
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
const suspend = (time = '10T10:00'): DonorClearanceCommand => ({
  name: 'SuspendDonor',
  data: { suspendedAt: at(time), reason: 'fever' },
});
const withdraw = (time = '10T11:00'): DonorClearanceCommand => ({
  name: 'WithdrawDonor',
  data: { withdrawnAt: at(time), reason: 'unfit.' },
});
const plan = (time: string, reason: string | null = null, recipient = 'R1'): DonorClearanceCommand => ({
  name: 'PlanConditioning',
  data: { recipient, plannedStartAt: at(time), reason },
});
const start = (time: string, change: Partial<RecordConditioningStarted['data']> = {}): DonorClearanceCommand => ({
  name: 'RecordConditioningStarted',
  data: { recipient: 'R1', startedAt: at(time), despite: null, reason: null, ...change },
});
const name = (change: Partial<NameBackup['data']> = {}): DonorClearanceCommand => ({
  name: 'NameBackup',
  data: { kind: 'donor', reference: 'BACKUP-1', readyBy: day('2026-12-01'), ...change },
});
const callUpon = (
  time = '10T11:30',
  reference = 'BACKUP-1',
  confirmedBy: string | null = null,
): DonorClearanceCommand => ({
  name: 'CallUponBackup',
  data: { reference, calledUponAt: at(time), confirmedBy },
});
const takeBack = (reason = 'not fit'): DonorClearanceCommand => ({
  name: 'WithdrawBackup',
  data: { reference: 'BACKUP-1', reason },
});
const step = (
  which: DonorStepName,
  moment: Partial<StepMoment>,
  reason: string | null = null,
): DonorClearanceCommand => ({
  name: 'RecordDonorStep',
  data: { step: which, on: null, at: null, ...moment, reason },
});
const on = (text: string) => ({ on: day(text) });

const given = (...history: DonorClearanceCommand[]): DonorClearanceState =>
  history.reduce(
    (state, command) =>
      mustBe(decideDonorClearance(command, state, facts)).reduce(
        (folded, event) => evolveDonorClearance(folded, event, now),
        state,
      ),
    initialDonorClearance,
  );
const refusalOf = (command: DonorClearanceCommand, state: DonorClearanceState = initialDonorClearance) => {
  const decision = decideDonorClearance(command, state, facts);
  if (decision.ok) throw new Error('expected a refusal');
  return decision.error;
};

describe('the tables of the record, the conditioning and the backups', () => {
  it.each([donorStepTable, conditioningTable, backupTable])('$subject: closed and reachable', (table) =>
    expect(tableFaults(table)).toEqual([]),
  );
});

describe('the donor’s record before the transport', () => {
  /** Case C, by its dates. */
  const caseC = [
    step('registered', on('2021-05-01')),
    step('contacted', on('2022-05-10')),
    step('examined', on('2022-11-20')),
    step('typed', on('2022-12-05')),
    step('consented', on('2023-02-16')),
  ];

  it('keeps days as days and moments as moments, in the order of a donor’s way', () => {
    const state = given(...caseC, step('consented', { at: at('01T06:00') }, 'the form has a time'));
    expect(state.steps.map((each) => [each.step, each.on ?? each.at?.at])).toEqual([
      ['registered', '2021-05-01'],
      ['contacted', '2022-05-10'],
      ['typed', '2022-12-05'],
      ['examined', '2022-11-20'],
      ['consented', at('01T06:00').at],
    ]);
  });

  it('tells both values of a contradiction, whichever comes second', () => {
    const late = refusalOf(step('registered', on('2022-05-11')), given(step('contacted', on('2022-05-10'))));
    expect(late).toMatchObject({ code: 'steps-out-of-order', at: '/on' });
    expect(late.sentence).toContain('2022-05-10');
    expect(late.sentence).toContain('2022-05-11');
    expect(refusalOf(step('typed', on('2022-05-09')), given(step('contacted', on('2022-05-10')))).code).toBe(
      'steps-out-of-order',
    );
    expect(refusalOf(step('consented', { at: at('10T09:01') }), given(clear('10T09:00')))).toMatchObject({
      code: 'steps-out-of-order',
      at: '/at',
    });
    expect(refusalOf(clear('10T09:00'), given(step('examined', { at: at('10T09:30') })))).toMatchObject({
      code: 'steps-out-of-order',
      at: '/clearedAt',
    });
  });

  it('compares by days where only a day is known, and leaves open what registries order differently', () => {
    expect(given(step('contacted', on('2026-11-10')), step('typed', { at: at('10T01:00') })).steps).toHaveLength(2);
    expect(given(step('consented', on('2022-01-01')), step('examined', on('2022-03-01'))).steps).toHaveLength(2);
    expect(given(step('examined', on('2026-11-10')), clear('10T09:00')).status).toBe('cleared');
  });

  it('is held against the last clearance: an examination after a suspension belongs to the next', () => {
    const again = given(clear('05T09:00'), suspend('06T09:00'), clear('09T09:00'));
    expect(decideDonorClearance(step('examined', on('2026-11-08')), again, facts).ok).toBe(true);
  });

  it.each([
    ['day-or-moment', step('typed', {}), initialDonorClearance],
    ['day-or-moment', step('typed', { ...on('2026-11-01'), at: at('01T06:00') }), initialDonorClearance],
    ['in-the-future', step('typed', on('2026-11-11')), initialDonorClearance],
    ['in-the-future', step('typed', { at: at('10T12:03') }), initialDonorClearance],
    ['nothing-corrected', step('typed', on('2022-12-05'), 'why'), given(...caseC)],
    ['text-missing', step('typed', on('2022-12-06')), given(...caseC)],
  ])('is refused: %s', (code, command, state) => expect(refusalOf(command, state).code).toBe(code));
});

describe('the conditioning', () => {
  it('is planned, moved with a reason, started, and corrected', () => {
    expect(given(plan('12T08:00')).conditioning).toMatchObject([{ recipient: 'R1', status: 'planned' }]);
    expect(given(plan('12T08:00'), plan('13T08:00', 'no bed')).conditioning[0]?.plannedStartAt).toEqual(at('13T08:00'));
    const started = given(clear('01T09:00'), plan('09T08:00'), start('09T08:30'));
    expect(started.conditioning).toMatchObject([{ status: 'started', startedAt: at('09T08:30') }]);
    const [corrected] = mustBe(decideDonorClearance(start('09T09:30', { reason: 'mistyped' }), started, facts));
    expect(corrected).toMatchObject({ data: { was: at('09T08:30') } });
    const [taken] = mustBe(decideDonorClearance(plan('12T08:00', 'another patient'), started, facts));
    expect(taken).toMatchObject({ type: 'ConditioningPlanned', data: { was: at('09T08:30') } });
  });

  it('is taken without a clearance at that moment only with why it was begun despite that', () => {
    const refused = refusalOf(start('09T08:00'), given(clear('09T09:00')));
    expect(refused).toMatchObject({ code: 'conditioning-before-clearance', at: '/despite' });
    expect(refusalOf(start('10T10:30'), given(clear(), suspend())).code).toBe('conditioning-before-clearance');
    expect(given(clear(), start('10T09:30'), suspend()).conditioning[0]?.despite).toBeNull();
    expect(given(start('09T08:00', { despite: 'the ward did not wait' })).conditioning).toMatchObject([
      { status: 'started', despite: 'the ward did not wait' },
    ]);
  });

  const planned = given(clear('01T09:00'), plan('12T08:00'));
  const started = given(clear('01T09:00'), start('09T08:00'));
  it.each([
    ['no-such-recipient', plan('12T08:00', null, 'R9'), planned],
    ['text-missing', plan('13T08:00'), planned],
    ['nothing-corrected', plan('12T08:00', 'why'), planned],
    ['text-missing', plan('13T08:00'), started],
    ['text-missing', start('09T09:00'), started],
    ['nothing-corrected', start('09T08:00', { reason: 'why' }), started],
    ['in-the-future', start('10T12:03'), planned],
    ['text-missing', start('10T10:00', { despite: ' ' }), planned],
  ])('is refused: %s', (code, command, state) => expect(refusalOf(command, state).code).toBe(code));
});

describe('a backup', () => {
  it('is named, corrected by naming it again, called upon and taken back, and may come back', () => {
    expect(given(name()).backups).toMatchObject([{ reference: 'BACKUP-1', status: 'named' }]);
    expect(given(name(), name({ readyBy: day('2026-12-09') })).backups).toMatchObject([{ readyBy: '2026-12-09' }]);
    expect(given(name(), callUpon()).backups).toMatchObject([{ status: 'called-upon' }]);
    expect(given(name(), callUpon('10T11:30', 'BACKUP-1', 'Officer')).backups).toMatchObject([{ status: 'confirmed' }]);
    expect(given(name(), callUpon(), callUpon('10T11:50', 'BACKUP-1', 'Officer')).backups).toMatchObject([
      { status: 'confirmed' },
    ]);
    expect(given(name(), callUpon(), takeBack()).backups).toMatchObject([{ status: 'withdrawn' }]);
    expect(given(name(), takeBack(), name()).backups).toMatchObject([{ status: 'named' }]);
  });

  it.each([
    ['backup-is-the-donor', name({ reference: '6939XYZ000123456731' }), initialDonorClearance],
    ['backup-reference-malformed', name({ reference: 'EXAMPLE' }), initialDonorClearance],
    ['backup-reference-malformed', name({ reference: 'Anna 1' }), initialDonorClearance],
    ['no-such-backup', callUpon('10T11:00', 'BACKUP-2'), given(name())],
    ['called-upon-already', callUpon(), given(name(), callUpon())],
    ['text-missing', callUpon('10T11:30', 'BACKUP-1', ' '), given(name())],
    ['not-allowed-now', callUpon(), given(name(), callUpon('10T11:30', 'BACKUP-1', 'Officer'))],
    ['not-allowed-now', name(), given(name(), callUpon())],
    ['not-allowed-now', takeBack(), given(name(), takeBack())],
    ['in-the-future', callUpon('10T12:03'), given(name())],
    ['text-missing', takeBack(' '), given(name())],
  ])('is refused: %s', (code, command, state) => expect(refusalOf(command, state).code).toBe(code));
});

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

describe('what is owed around the conditioning', () => {
  const owed = (state: DonorClearanceState, change: Partial<DonorClearanceAgendaFacts> = {}) =>
    donorClearanceObligations(state, { ...agenda, ...change })
      .filter(({ kind }) => kind !== 'clearance-due')
      .map(({ key, dueAt, severity }) => [key, dueAt, severity]);

  it('is a backup two weeks before, as a notice, until one is named, and again when it is taken back', () => {
    const backup = ['backup-due', at('06T08:00').at, 'notice'];
    expect(owed(given(plan('20T08:00')))).toContainEqual(backup);
    expect(owed(given(plan('20T08:00'), name()))).not.toContainEqual(backup);
    expect(owed(given(plan('20T08:00'), name(), takeBack()))).toContainEqual(backup);
    expect(owed(given(plan('20T08:00')), { moreToCollect: false })).not.toContainEqual(backup);
    expect(owed(given(plan('12T08:00')))).toContainEqual(['backup-due', at('01T00:45').at, 'notice']);
    expect(owed(initialDonorClearance)).toEqual([]);
  });

  it('is word of whether each has started', () => {
    const state = given(plan('12T08:00'), plan('14T08:00', null, 'R2'), name());
    expect(owed(state)).toEqual([
      ['conditioning-start-due/R1', at('12T08:45').at, 'warning'],
      ['conditioning-start-due/R2', at('14T08:45').at, 'warning'],
    ]);
    expect(owed(given(clear(), start('10T09:30')))).toEqual([]);
  });
});

describe('a conditioning that is planned when no cells come any more', () => {
  const gone = { ...agenda, moreToCollect: false, donorGone: true };

  it('must not begin: that is critical, until the moment for which it is planned', () => {
    expect(donorClearanceCauses(given(plan('12T08:00'), withdraw()), gone)).toMatchObject([
      { key: 'conditioning-must-not-begin', severity: 'critical', until: at('12T08:00').at },
    ]);
    const stopped = { ...agenda, moreToCollect: false, stopped: ['count-stopped'] as const };
    expect(donorClearanceCauses(given(clear(), plan('12T08:00')), stopped)).toHaveLength(1);
    expect(donorClearanceCauses(given(clear(), plan('12T08:00')), agenda)).toEqual([]);
    expect(donorClearanceCauses(given(withdraw()), gone)).toEqual([]);
  });
});

describe('once a conditioning has started', () => {
  const causes = (state: DonorClearanceState, change: Partial<DonorClearanceAgendaFacts> = {}) =>
    donorClearanceCauses(state, { ...agenda, ...change });
  const keys = (state: DonorClearanceState, change: Partial<DonorClearanceAgendaFacts> = {}) =>
    causes(state, change).map(({ key, severity }) => [key, severity]);
  const conditioned = [clear(), start('10T09:30')];

  it('every break is critical', () => {
    const gone = { moreToCollect: false, donorGone: true };
    expect(keys(given(...conditioned))).toEqual([]);
    expect(keys(given(...conditioned, suspend()))).toEqual([['patient-conditioned/suspended', 'critical']]);
    expect(keys(given(...conditioned, suspend(), withdraw()), gone)).toEqual([
      ['patient-conditioned/withdrawn', 'critical'],
    ]);
    expect(keys(given(start('10T09:30', { despite: 'did not wait' })))).toEqual([
      ['patient-conditioned/not-cleared', 'critical'],
    ]);
    expect(keys(given(...conditioned), { moreToCollect: false, stopped: ['count-stopped'] })).toEqual([
      ['patient-conditioned/count-stopped', 'critical'],
    ]);
    expect(keys(given(...conditioned), { moreToCollect: false, stopped: ['product-refused'] })).toEqual([
      ['patient-conditioned/product-refused', 'critical'],
    ]);
    expect(keys(given(...conditioned, withdraw()), { ...gone, stopped: ['cancelled'] })).toEqual([
      ['patient-conditioned/cancelled', 'critical'],
    ]);
  });

  it('ends with the clearance, and is none once the cells are there or before it has started', () => {
    expect(keys(given(...conditioned, suspend(), clear('10T11:00')))).toEqual([]);
    expect(keys(given(...conditioned, withdraw()), { moreToCollect: false })).toEqual([]);
    expect(keys(given(clear(), plan('12T08:00'), suspend()))).toEqual([['donor-suspended', 'critical']]);
  });

  it('names what is left, and offers it first', () => {
    const [bare] = causes(given(...conditioned, suspend()));
    expect(bare?.wrong).toBe('The donor is suspended, and the conditioning of R1 has started: fever.');
    expect(bare?.follows).toContain('18 weeks');
    const product = name({ kind: 'product', reference: 'CBU-0412' });
    const [named] = causes(given(...conditioned, name(), product, callUpon(), suspend()), { cellsExist: true });
    expect(named?.follows).toBe(
      'The patient cannot do without cells. Left: backup donor BACKUP-1, ready by 2026-12-01 and called upon; ' +
        'backup product CBU-0412, ready by 2026-12-01; the cells that are there, cryopreserved first (at arrival, where they travel).',
    );
    expect(named?.offers.map(({ command, prefill }) => [command, prefill['reference']])).toEqual([
      ['CallUponBackup', 'BACKUP-1'],
      ['CallUponBackup', 'CBU-0412'],
      ['NameBackup', undefined],
      ['ClearDonor', undefined],
      ['PostponeCollection', undefined],
      ['WithdrawDonor', undefined],
    ]);
    const [taken] = causes(given(...conditioned, name(), takeBack(), suspend()));
    expect(taken?.follows).not.toContain('BACKUP-1');
  });
});
