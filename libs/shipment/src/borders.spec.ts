import { mustBe, resolveLocal, type Instant, type Zone } from '@cellrelay/kernel';
import { agendaOf } from './agenda.js';
import { beijing, proposal, says, utc } from './case-a.examples.js';
import { openRuleAt } from './customs-clearance/customs-clearance.release-first.js';
import { dayOneEnough, few, openedWith, type Line } from './journeys.examples.js';
import { defaultPolicy, type Policy } from './policy.js';
import type { ShipmentCommand } from './shipment.js';
import { Story } from './story.examples.js';

/** Borders and checkpoints in a whole shipment: what plans, permits and rules make of them. */

const told = (lines: readonly Line[], until: string): Story =>
  lines
    .filter(([at]) => at <= utc(until))
    .reduce((story, [at, command]) => story.says(at, command), new Story(utc('08-12T14:30')));
const under = (policy: Partial<Policy>) => openedWith(dayOneEnough, { policy: { ...defaultPolicy, ...policy } });
const stated = (at: Instant) => ({ at, zone: 'UTC' as Zone });
const requests = ({ shipment }: Story) =>
  Object.fromEntries(shipment.stages['customs-clearance'].requests.map(({ id, status }) => [id, status]));
const occasions = ({ shipment }: Story) =>
  Object.fromEntries(shipment.stages['customs-clearance'].requests.map(({ id, occasion }) => [id, occasion]));
const checkpoints = ({ shipment }: Story) => shipment.stages['xray-exemption'].exemptions.map(({ id }) => id);
const owes = ({ shipment }: Story) => agendaOf(shipment).map(({ key }) => key);
const standing = ({ shipment }: Story) =>
  shipment.stages.alert.alerts.filter(({ status }) => status !== 'resolved').map(({ cause }) => cause.key);
const say = (story: Story, time: string, command: (at: Instant) => ShipmentCommand) =>
  story.says(utc(time), command(utc(time)));

describe('a request and the plans that need it', () => {
  it('is withdrawn with the last plan that needs it, and asked anew when that plan is called up again', () => {
    const story = told(dayOneEnough, '08-13T02:00');
    story.says(utc('08-13T02:20'), proposal(2, 'direct'));
    for (const [at, command] of dayOneEnough.slice(3).filter(([at]) => at <= utc('09-04T05:30')))
      story.says(at, command);
    expect(requests(story)).toEqual({
      'CN-export-PEK': 'granted',
      'US-import-SFO': 'granted',
      'US-import-IAH': 'withdrawn',
    });
    say(story, '09-04T06:00', (at) => says.correctCount(at, few));
    say(story, '09-04T06:10', (at) => says.decide(at, 'collect-again'));
    expect(requests(story)).toMatchObject({ 'CN-export-PEK': 'to-withdraw', 'US-import-IAH': 'withdrawn' });
    story.says(utc('09-04T06:20'), proposal(2, 'direct'));
    expect(requests(story)).toMatchObject({ 'US-import-SFO': 'withdrawn', 'US-import-IAH': 'wanted' });
    expect(occasions(story)).toEqual({ 'CN-export-PEK': 2, 'US-import-SFO': 1, 'US-import-IAH': 2 });
  });
});

describe('a country on the way', () => {
  const overSeoul = (policy: Partial<Policy> = {}) =>
    told(under(policy), '08-12T14:30').says(utc('08-13T02:00'), proposal(1, 'over-icn'));

  it('is asked unless the policy says that it need not be', () => {
    expect(requests(overSeoul())).toHaveProperty('KR-transit-ICN', 'wanted');
    const airside = { otherwise: 'ask', countries: { KR: 'none' } } as const;
    const spared = overSeoul({ transitRequests: { value: airside, source: 'EXAMPLE', mark: 'site' } });
    expect(Object.keys(requests(spared))).toEqual(['CN-export-PEK', 'US-import-IAH']);
  });

  it('is where the box changes planes, and a checkpoint in any case', () => {
    expect(checkpoints(overSeoul())).toEqual(['1/0/PEK', '1/1/ICN']);
  });
});

describe('a country that screens what comes in', () => {
  it('has a checkpoint at the landing', () => {
    const arrivalCheckpoints = { value: ['US'], source: 'EXAMPLE', mark: 'site' } as const;
    expect(checkpoints(told(under({ arrivalCheckpoints }), '08-13T02:00'))).toEqual(['1/0/PEK', '1/1/SFO', '1/0/SFO']);
  });
});

describe('a permit that ends before the flight', () => {
  const short = () => {
    const story = told(dayOneEnough, '09-02T11:40');
    const validUntil = stated(utc('09-04T08:00'));
    const data = { request: 'CN-export-PEK', grantedAt: stated(utc('09-02T12:00')), permit: 'P-2', validUntil };
    return story.says(utc('09-02T12:00'), { name: 'RecordCustomsGranted', data });
  };

  it('is told at once when there are no two days left, and lapses by itself at its end', () => {
    const story = short().passTo(utc('09-02T12:00'));
    expect(standing(story)).toEqual(['overdue/permit-lapses/CN-export-PEK']);
    story.passTo(utc('09-04T07:59'));
    expect(requests(story)).toMatchObject({ 'CN-export-PEK': 'granted' });
    story.passTo(utc('09-04T08:00'));
    expect(requests(story)).toMatchObject({ 'CN-export-PEK': 'lapsed' });
    expect(standing(story)).toContain('permit-lapsed/CN-export-PEK/1');
    expect(owes(story).filter((key) => key.startsWith('permit-'))).toEqual([]);
  });

  it('does not lapse when it is asked for anew before', () => {
    const story = short();
    const again: ShipmentCommand = { name: 'AskCustomsAgain', data: { request: 'CN-export-PEK', reason: 'too short' } };
    story.says(utc('09-02T13:00'), again).passTo(utc('09-04T08:00'));
    expect(requests(story)).toMatchObject({ 'CN-export-PEK': 'granted' });
    expect(story.log.filter(({ event }) => event.type === 'PermitLapsed')).toEqual([]);
  });
});

describe('a box that customs released first', () => {
  const rule = { country: 'US', direction: 'import', releaseFirst: true, regularisationWorkingDays: 3 } as const;
  const inForce = { ...rule, inForceFrom: null, inForceTo: null, source: 'EXAMPLE', mark: 'site' } as const;
  const released = () => {
    const lines = under({ releaseFirstRules: [inForce] });
    const story = told(lines, '09-04T07:10');
    story.says(utc('09-04T23:30'), {
      name: 'RecordCustomsRefused',
      data: { request: 'US-import-SFO', refusedAt: stated(utc('09-04T23:20')), reason: 'form' },
    });
    story.says(utc('09-04T23:50'), {
      name: 'RecordReleasedFirst',
      data: { request: 'US-import-SFO', releasedAt: stated(utc('09-04T23:50')), commitment: 'papers follow' },
    });
    for (const [at, command] of lines.filter(([at]) => at > utc('09-05T00:00'))) story.says(at, command);
    return story;
  };

  it('owes its papers after the shipment has closed, and rings for them', () => {
    const story = released();
    expect(story.shipment.stages.order.status).toBe('closed');
    expect(owes(story)).toContain('regularisation-due/US-import-SFO');
    story.passTo(utc('09-10T06:59'));
    expect(standing(story)).toEqual([]);
    // Wednesday 4 September in San Francisco; Thursday, Friday, and after the weekend Monday, which ends at 07:00Z.
    story.passTo(utc('09-10T07:00'));
    expect(standing(story)).toEqual(['overdue/regularisation-due/US-import-SFO']);
    const put: ShipmentCommand = {
      name: 'RecordRegularised',
      data: { request: 'US-import-SFO', regularisedAt: stated(utc('09-11T07:00')), reference: 'REG-1' },
    };
    story.says(utc('09-11T07:00'), put);
    expect(requests(story)).toMatchObject({ 'US-import-SFO': 'cleared' });
    expect(standing(story)).toEqual([]);
    expect(owes(story)).toEqual([28, 42, 100].map((day) => `follow-up/R1/${day}`));
  });
});

describe('the rules that ship with the software', () => {
  const border = { country: 'CN', direction: 'import', airport: 'PEK' } as const;
  const rules = { releaseFirstRules: defaultPolicy.releaseFirstRules, zones: { PEK: beijing } };
  const openAt = (local: string) => openRuleAt(border, mustBe(resolveLocal(local, beijing)).at, rules);

  it('let China release first until Order 281, and assume nothing after it', () => {
    expect(openAt('2025-09-26T05:45')?.regularisationWorkingDays).toBe(10);
    expect(openAt('2026-07-31T23:59')?.regularisationWorkingDays).toBe(10);
    expect(openAt('2026-08-01T00:00')).toBeUndefined();
  });

  it('have calendars in which every holiday is of its year and every worked day a Saturday or Sunday', () => {
    for (const { year, holidays, workingWeekendDays } of defaultPolicy.workingDayCalendars) {
      const days = [...holidays, ...workingWeekendDays];
      expect(days.filter((day) => !day.startsWith(`${year}-`))).toEqual([]);
      expect(new Set(days).size).toBe(days.length);
      const midweek = workingWeekendDays.filter((day) => ![0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay()));
      expect(midweek).toEqual([]);
    }
  });
});
