import { mustBe, plusMinutes, type Instant, type Zone } from '@cellrelay/kernel';
import { defaultPolicy } from '../policy.js';
import type { Cause, Obligation, Severity } from '../obligation.js';
import { isAllowed, tableFaults } from '../transitions.js';
import { alertObligations } from './alert.agenda.js';
import { decideAlert, reconcileAlerts } from './alert.decide.js';
import { evolveAlert, initialAlert } from './alert.evolve.js';
import type { AlertCommand, AlertEvent, AlertFacts, AlertState, AlertStatus } from './alert.js';
import { alertTable } from './alert.transitions.js';

const now = '2026-11-23T12:00:00.000Z' as Instant;
const utc = 'UTC' as Zone;
const base = { stage: 'cell-count', owner: 'coordinator', dueAt: now, what: 'do it' } as const;
const deadline: Obligation = {
  ...base,
  does: 'ring',
  kind: 'count-due',
  key: 'count-due/1',
  severity: 'warning',
  overdue: { wrong: 'w', follows: 'f' },
  offers: [],
};
const byHand = [{ command: 'RecordSeatsHeld', label: 'Held', prefill: {} }];
const call: Obligation = { ...base, does: 'call', kind: 'hold-seats', key: 'hold-seats/1.0/1', request: {}, byHand };
const facts: AlertFacts = {
  now,
  statedBy: { person: 'bell', organisation: 'CellRelay', how: 'rule' },
  obligations: [deadline, call],
};
const cause = (key: string, severity: Severity = 'warning', wrong = 'wrong'): Cause => ({
  key,
  stage: 'cell-count',
  severity,
  wrong,
  follows: 'follows',
  offers: [],
});

const fold = (state: AlertState, events: readonly AlertEvent[], at = now): AlertState =>
  events.reduce((folded, event) => evolveAlert(folded, event, at), state);
const reconciled = (state: AlertState, causes: readonly Cause[], at = now): AlertState =>
  fold(state, reconcileAlerts(state, causes, facts, 'Anything'), at);
const after = (state: AlertState, command: AlertCommand, change: Partial<AlertFacts> = {}): AlertState =>
  fold(state, mustBe(decideAlert(command, state, { ...facts, ...change })));
const refusalOf = (command: AlertCommand, state: AlertState, change: Partial<AlertFacts> = {}): string => {
  const decision = decideAlert(command, state, { ...facts, ...change });
  return decision.ok ? 'taken' : decision.error.code;
};

const ring = (key = deadline.key, dueAt = now): AlertCommand => ({ name: 'RingDeadline', data: { key, dueAt } });
const hand = (key = call.key, dueAt = now): AlertCommand => ({ name: 'HandCallToPerson', data: { key, dueAt } });
const park = (key = call.key): AlertCommand => ({ name: 'ParkItem', data: { key, reason: 'no answer' } });
const redrive = (key = call.key): AlertCommand => ({ name: 'RedriveItem', data: { key } });
const acknowledge = (alert = 'a#1', at = now, by = 'Coordinator'): AlertCommand => ({
  name: 'AcknowledgeAlert',
  data: { alert, acknowledgedAt: { at, zone: utc }, by },
});

const raised = reconciled(initialAlert, [cause('a')]);
const owedFor = (state: AlertState, policy = defaultPolicy): Obligation[] => [...alertObligations(state, policy)];
const telling = (key: string, deliveries = 1, accounts: readonly string[] = ['acc-1']): AlertCommand => ({
  name: 'RecordAlertTold',
  data: { key, deliveries, rostered: true, channels: deliveries === 0 ? [] : ['mail'], accounts },
});
/** Takes the next step that is owed, at the moment when it is due. */
const stepped = (state: AlertState, deliveries = 1): AlertState => {
  const [owed] = owedFor(state);
  if (owed === undefined) throw new Error('nothing is owed');
  const at = { ...facts, now: owed.dueAt, obligations: owedFor(state) };
  return fold(state, mustBe(decideAlert(telling(owed.key, deliveries), state, at)), owed.dueAt);
};
const times = (count: number, state: AlertState): AlertState =>
  count === 0 ? state : times(count - 1, stepped(state));
const escalated = times(4, raised);
const states: Record<AlertStatus, AlertState> = {
  raised,
  acknowledged: after(raised, acknowledge()),
  escalated,
  resolved: reconciled(raised, []),
};

describe('the table of one alert', () => {
  it('is closed and reachable', () => expect(tableFaults(alertTable)).toEqual([]));

  it.each(Object.entries(states))('%s is acknowledged, or not, as the table says', (status, state) => {
    expect(state.alerts[0]?.status).toBe(status);
    const allowed = isAllowed(alertTable, 'AcknowledgeAlert', status as AlertStatus);
    expect(refusalOf(acknowledge(), state)).toBe(allowed ? 'taken' : 'not-allowed-now');
  });

  it('is named where it is to be told', () => {
    expect(owedFor(raised)).toMatchObject([{ what: `Tell whoever is on call: ${cause('a').wrong}` }]);
  });

  it.each(Object.entries(states))('%s is told on only while nobody took it on', (status, state) => {
    expect(owedFor(state)).toHaveLength(status === 'raised' || status === 'escalated' ? 1 : 0);
  });
});

describe('a bell', () => {
  it('rings once for its moment, and again when the moment has moved', () => {
    const rung = after(initialAlert, ring());
    expect(rung.rung).toEqual({ 'count-due/1': now });
    expect(refusalOf(ring(), rung)).toBe('not-owed');
    const later = plusMinutes(now, 60);
    const moved = { now: later, obligations: [{ ...deadline, dueAt: later }] };
    expect(after(rung, ring(deadline.key, later), moved).rung).toEqual({ 'count-due/1': later });
  });

  it.each<[string, AlertCommand, Partial<AlertFacts>]>([
    ['not-owed', ring('plan-due/1'), {}],
    ['not-owed', ring(deadline.key, plusMinutes(now, 1)), {}],
    ['not-owed', ring(call.key), {}],
    ['not-due-yet', ring(), { now: plusMinutes(now, -1) }],
  ])('is refused: %s', (code, command, change) => expect(refusalOf(command, initialAlert, change)).toBe(code));
});

describe('a call', () => {
  it('is handed to a person once', () => {
    const handed = after(initialAlert, hand());
    expect(handed.byHand).toEqual({ [call.key]: now });
    expect(refusalOf(hand(), handed)).toBe('not-owed');
    expect(refusalOf(hand('hold-seats/9'), initialAlert)).toBe('not-owed');
  });

  it('is parked once, whatever rings again, and redriven', () => {
    const parked = after(initialAlert, park());
    expect(parked.parked).toEqual({ [call.key]: { at: now, reason: 'no answer' } });
    expect(mustBe(decideAlert(park(), parked, facts))).toEqual([]);
    expect(after(parked, redrive()).parked).toEqual({});
    expect(refusalOf(redrive(), initialAlert)).toBe('not-parked');
    expect(refusalOf(park('hold-seats/9'), initialAlert)).toBe('not-owed');
  });
});

describe('acknowledging', () => {
  it.each<[string, AlertCommand]>([
    ['no-such-alert', acknowledge('b#1')],
    ['in-the-future', acknowledge('a#1', plusMinutes(now, 3))],
    ['text-missing', acknowledge('a#1', now, ' ')],
  ])('is refused: %s', (code, command) => expect(refusalOf(command, raised)).toBe(code));
});

describe('alerts follow their causes', () => {
  it('is raised, changed, resolved, and a new one when the cause comes back', () => {
    const changed = reconciled(raised, [cause('a', 'warning', 'more is wrong')]);
    expect(changed.alerts).toMatchObject([{ id: 'a#1', status: 'raised', cause: { wrong: 'more is wrong' } }]);
    const back = reconciled(reconciled(changed, []), [cause('a')]);
    expect(back.alerts.map(({ id, status }) => [id, status])).toEqual([
      ['a#1', 'resolved'],
      ['a#2', 'raised'],
    ]);
  });

  it('says nothing when nothing changed', () => {
    expect(reconcileAlerts(raised, [cause('a')], facts, 'Anything')).toEqual([]);
  });

  const later = plusMinutes(now, 60);
  it.each(['acknowledged', 'escalated'] as const)('is raised anew when one that is %s gets worse', (status) => {
    const worse = reconciled(states[status], [cause('a', 'critical')], later);
    expect(worse.alerts).toMatchObject([{ status: 'raised', raisedAt: later, acknowledgedBy: null }]);
    expect(owedFor(worse)).toMatchObject([{ dueAt: later, request: { step: 1 } }]);
  });

  it('stays acknowledged when it gets better', () => {
    expect(reconciled(states.acknowledged, [cause('a', 'notice')], later).alerts[0]?.status).toBe('acknowledged');
  });

  it('is not told when it is a mere notice', () => {
    expect(owedFor(reconciled(initialAlert, [cause('a', 'notice')]))).toEqual([]);
  });
});
