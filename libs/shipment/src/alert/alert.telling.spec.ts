import { minutesBetween, mustBe, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Call, Cause, Severity } from '../obligation.js';
import { defaultPolicy, type Policy } from '../policy.js';
import { alertCauses, alertObligations } from './alert.agenda.js';
import { decideAlert, reconcileAlerts } from './alert.decide.js';
import { evolveAlert, initialAlert } from './alert.evolve.js';
import type { AlertCommand, AlertEvent, AlertState } from './alert.js';

const now = '2026-11-23T12:00:00.000Z' as Instant;
const statedBy = { person: 'bell', organisation: 'CellRelay', how: 'rule' } as const;
const causeOf = (severity: Severity, key = 'a'): Cause => ({
  ...{ key, stage: 'cell-count', severity, wrong: 'wrong', follows: 'follows', offers: [] },
});
const fold = (state: AlertState, events: readonly AlertEvent[], at: Instant): AlertState =>
  events.reduce((folded, event) => evolveAlert(folded, event, at), state);
const owedIn = (state: AlertState, policy: Policy = defaultPolicy): Call | undefined =>
  alertObligations(state, policy)[0];

class Told {
  /** Whether anybody says who is on call. */
  rostered = true;
  readonly steps: { readonly step: unknown; readonly whom: unknown; readonly after: number }[] = [];

  constructor(
    public state: AlertState,
    readonly policy: Policy = defaultPolicy,
  ) {}

  static of(severity: Severity, policy?: Policy): Told {
    const facts = { now, statedBy, obligations: [] };
    const events = reconcileAlerts(initialAlert, [causeOf(severity)], facts, 'Anything');
    return new Told(fold(initialAlert, events, now), policy);
  }

  /** Answers steps as they fall due, so many at most; says how many were owed. */
  take(most: number, deliveries = 1, accounts: readonly string[] = ['acc-1'], lateMinutes = 0): number {
    for (let count = 0; count < most; count += 1) {
      const owed = owedIn(this.state, this.policy);
      if (owed === undefined) return count;
      const { step, person, channel } = owed.request;
      this.steps.push({ step, whom: `${String(person)}/${String(channel)}`, after: minutesBetween(now, owed.dueAt) });
      const at = plusMinutes(owed.dueAt, lateMinutes);
      const data = { key: owed.key, deliveries, rostered: this.rostered, channels: ['mail'], accounts };
      this.say({ name: 'RecordAlertTold', data }, at);
    }
    return most;
  }

  say(command: AlertCommand, at: Instant): void {
    const obligations = alertObligations(this.state, this.policy);
    this.state = fold(this.state, mustBe(decideAlert(command, this.state, { now: at, statedBy, obligations })), at);
  }

  become(causes: readonly Cause[], at: Instant, by = 'RecordCellCount'): this {
    const facts = { now: at, statedBy, obligations: [] };
    this.state = fold(this.state, reconcileAlerts(this.state, causes, facts, by), at);
    return this;
  }
}

describe('an alert that nobody acknowledges', () => {
  it('climbs the channels of the first person, then people, a warning no further', () => {
    const told = Told.of('warning');
    expect(told.take(50)).toBe(5);
    expect(told.steps.map(({ whom, after }) => [whom, after])).toEqual([
      ['1/1', 0],
      ['1/2', 5],
      ['1/3', 10],
      ['2/all', 15],
      ['3/all', 30],
    ]);
    expect(told.state.alerts[0]).toMatchObject({ status: 'escalated', told: { step: 5, accounts: ['acc-1'] } });
  });

  it('is escalated with the second person, not before', () => {
    const told = Told.of('warning');
    told.take(3);
    expect(told.state.alerts[0]?.status).toBe('raised');
    told.take(1);
    expect(told.state.alerts[0]?.status).toBe('escalated');
  });

  it('that is critical is told again and again, to everybody, at growing intervals up to a bound', () => {
    const told = Told.of('critical');
    expect(told.take(14)).toBe(14);
    const gaps = told.steps.slice(5).map(({ after }, index) => after - (told.steps[index + 4]?.after ?? 0));
    expect(gaps).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
    expect(new Set(told.steps.slice(5).map(({ whom }) => whom))).toEqual(new Set(['all/all']));
  });

  it('waits from when the last step was taken: what was told late is not told all at once', () => {
    const told = Told.of('warning');
    told.take(2, 1, ['acc-1'], 600);
    expect(told.steps.map(({ after }) => after)).toEqual([0, 605]);
  });

  it('is told to nobody any more once it is acknowledged', () => {
    const told = Told.of('critical');
    told.take(2);
    const acknowledgedAt = { at: plusMinutes(now, 7), zone: 'UTC' as never };
    told.say({ name: 'AcknowledgeAlert', data: { alert: 'a#1', acknowledgedAt, by: 'C' } }, plusMinutes(now, 7));
    expect(owedIn(told.state)).toBeUndefined();
    // Its end is no news for whoever took it on.
    expect(owedIn(told.become([], plusMinutes(now, 9)).state)).toBeUndefined();
  });

  it('that becomes worse is told from the beginning, under keys of its own', () => {
    const told = Told.of('warning');
    told.take(4);
    const worse = told.become([causeOf('critical')], plusMinutes(now, 20));
    expect(owedIn(worse.state)).toMatchObject({ key: 'tell/a#1/2.1', dueAt: plusMinutes(now, 20) });
  });
});

it('a warning that becomes critical is told from the beginning, though nobody has taken it on and no second person was told', () => {
  const told = Told.of('warning');
  told.take(2);
  expect(told.state.alerts[0]?.status).toBe('raised');
  const worse = told.become([causeOf('critical')], plusMinutes(now, 6));
  expect(owedIn(worse.state)).toMatchObject({ key: 'tell/a#1/2.1', dueAt: plusMinutes(now, 6) });
});

describe('the end of an alert that nobody took on', () => {
  it('is not told where another trouble of its stage stands in its place from that moment on, or a bell alone ended it', () => {
    const replaced = Told.of('warning');
    replaced.take(1);
    expect(owedIn(replaced.become([causeOf('warning', 'b')], plusMinutes(now, 1)).state)?.key).toBe('tell/b#1/1.1');
    expect(alertObligations(replaced.state, defaultPolicy)).toHaveLength(1);
    const rung = Told.of('warning');
    rung.take(1);
    expect(owedIn(rung.become([], plusMinutes(now, 1), 'RingDeadline').state)).toBeUndefined();
  });

  it('is told once, to whoever was told', () => {
    const told = Told.of('warning');
    told.take(1, 1, ['acc-1']);
    told.take(1, 1, ['acc-1', 'acc-2']);
    told.become([], plusMinutes(now, 8));
    const end = { key: 'tell/a#1/end', dueAt: plusMinutes(now, 8), request: { accounts: ['acc-1', 'acc-2'] } };
    expect(owedIn(told.state)).toMatchObject(end);
    told.take(1);
    expect(owedIn(told.state)).toBeUndefined();
  });

  it('is told to nobody where nobody was told, nor where the policy does not want it', () => {
    expect(owedIn(Told.of('warning').become([], plusMinutes(now, 1)).state)).toBeUndefined();
    const { alertLadder: ladder } = defaultPolicy;
    const told = Told.of('warning', {
      ...defaultPolicy,
      alertLadder: { ...ladder, value: { ...ladder.value, tellEnd: false } },
    });
    told.take(1);
    expect(owedIn(told.become([], plusMinutes(now, 1)).state, told.policy)).toBeUndefined();
  });
});

describe('where nobody could be told', () => {
  it('one trouble stands until somebody was, and is not told itself', () => {
    const told = Told.of('critical');
    told.take(1, 0, []);
    const causes = alertCauses(told.state, []);
    expect(causes).toMatchObject([{ key: 'nobody-told', offers: [{ prefill: { alert: 'a#1' } }] }]);
    const both = told.become([causeOf('critical'), ...causes], plusMinutes(now, 1));
    expect(alertObligations(both.state, defaultPolicy).map(({ key }) => key)).toEqual(['tell/a#1/1.2']);
    told.take(1, 1);
    expect(alertCauses(told.state, [])).toEqual([]);
  });

  it('and nobody says who is on call at all, no alert of this shipment stands for it; it climbs on all the same', () => {
    const told = Told.of('critical');
    told.rostered = false;
    told.take(7, 0, []);
    expect(alertCauses(told.state, [])).toEqual([]);
    expect(owedIn(told.state)?.key).toBe('tell/a#1/1.8');
    // As soon as somebody does, and is not there, it is a trouble.
    told.rostered = true;
    told.take(1, 0, []);
    expect(alertCauses(told.state, [])).toHaveLength(1);
  });

  it('and where the telling was tried in vain, it can be tried again', () => {
    const offers = [{ command: 'RedriveItem', prefill: { key: 'tell/a#1/1.1' } }];
    expect(alertCauses(initialAlert, ['tell/a#1/1.1'])).toMatchObject([{ key: 'nobody-told', offers }]);
  });
});

describe('a message that counted as told and reached nobody', () => {
  const fails = (told: Told, step: number, left: number, minutes = 2) =>
    told.say(
      {
        name: 'RecordTellingFailed',
        data: { alert: 'a#1', occasion: 1, step, channel: 'mail', how: 'given-up', left },
      },
      plusMinutes(now, minutes),
    );

  it('brings the next step on at once, where none of its step may reach anybody still; told then, the trouble is over', () => {
    const told = Told.of('warning');
    told.take(1);
    expect(owedIn(told.state)).toMatchObject({ key: 'tell/a#1/1.2', dueAt: plusMinutes(now, 5) });
    fails(told, 1, 0);
    expect(owedIn(told.state)).toMatchObject({ key: 'tell/a#1/1.2', dueAt: plusMinutes(now, 2) });
    expect(alertCauses(told.state, [])).toHaveLength(1);
    told.take(1);
    expect(owedIn(told.state)).toMatchObject({ key: 'tell/a#1/1.3', dueAt: plusMinutes(now, 7) });
    expect(alertCauses(told.state, [])).toEqual([]);
  });

  it('moves nothing where another of its step may, or another step was taken since, or it stands anew', () => {
    const told = Told.of('warning');
    told.take(1);
    const before = told.state;
    fails(told, 1, 1);
    expect(told.state).toEqual(before);
    told.take(1);
    const second = told.state;
    fails(told, 1, 0, 6);
    expect(told.state).toEqual(second);
    told.become([causeOf('critical')], plusMinutes(now, 7));
    fails(told, 2, 0, 8);
    expect(owedIn(told.state)).toMatchObject({ key: 'tell/a#1/2.1', dueAt: plusMinutes(now, 7) });
  });

  it('is followed at once by whoever was not told yet, and no sooner than ever by all of them again', () => {
    const told = Told.of('critical');
    const minutes = 6 * 60;
    let at = 0;
    for (let steps = 0; at < minutes; steps += 1) {
      expect(steps).toBeLessThan(12);
      told.take(1);
      at = told.steps.at(-1)!.after;
      const step = Number(told.steps.at(-1)!.step);
      fails(told, step, 0, at);
    }
    expect(told.steps.map(({ after }) => after)).toEqual([0, 0, 0, 0, 0, 30, 90, 210, 450]);
  });

  it('of the last step of a warning leaves it standing that nobody was told', () => {
    const told = Told.of('warning');
    told.take(5);
    fails(told, 5, 0, 40);
    expect([owedIn(told.state), alertCauses(told.state, []).length]).toEqual([undefined, 1]);
  });

  it('waits for the record of its step', () => {
    const told = Told.of('warning');
    const data = { alert: 'a#1', occasion: 1, step: 1, channel: 'mail', how: 'kept', left: 0 } as const;
    const facts = { now, statedBy, obligations: alertObligations(told.state, defaultPolicy) };
    const refused = decideAlert({ name: 'RecordTellingFailed', data }, told.state, facts);
    expect(refused).toMatchObject({ error: { code: 'step-not-taken' } });
  });
});

describe('what is refused', () => {
  it('is a step that is not owed, and a person’s hand', () => {
    const { state } = Told.of('critical');
    const obligations = alertObligations(state, defaultPolicy);
    const facts = { now, statedBy, obligations };
    const data = { key: 'tell/a#1/1.2', deliveries: 1, rostered: true, channels: [], accounts: [] };
    expect(decideAlert({ name: 'RecordAlertTold', data }, state, facts)).toMatchObject({ error: { code: 'not-owed' } });
    const hand: AlertCommand = { name: 'HandCallToPerson', data: { key: 'tell/a#1/1.1', dueAt: now } };
    expect(decideAlert(hand, state, facts)).toMatchObject({ error: { code: 'not-by-hand' } });
  });
});
