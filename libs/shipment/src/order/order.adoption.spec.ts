import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { agendaOf } from '../agenda.js';
import { bagOfDay, houston, utc } from '../case-a.examples.js';
import { dayOneEnough, dayTwoNeeded, type Line } from '../journeys.examples.js';
import { saysOfOrder } from '../order-changes.examples.js';
import { clockedBags, clockPolicyOf, orderOf } from '../overview.js';
import { defaultPolicy, type Policy } from '../policy.js';
import type { ShipmentCommand } from '../shipment.js';
import { Story } from '../story.examples.js';

const lines = { targetMinutes: 36 * 60, limitMinutes: 60 * 60 };
const shorter: Policy = {
  ...defaultPolicy,
  version: 'site-2',
  clocks: defaultPolicy.clocks.map((clock) => ({ ...clock, ...lines })),
  countDueMinutes: { value: 60, source: 'a site', mark: 'site' },
};
const sameLines: Policy = { ...shorter, version: 'site-3', clocks: defaultPolicy.clocks };

const adopt = (policy: Policy, said: Partial<{ reason: string; wordOf: string }> = {}): ShipmentCommand => ({
  name: 'AdoptPolicy',
  data: { policy, reason: 'The yearly review.', wordOf: 'Medical director', ...said },
});
const decideAt = (at: Instant, decision: 'take-new' | 'keep-old', more: object = {}): ShipmentCommand => ({
  name: 'DecideOnChangedLimit',
  data: {
    decision,
    decidedAt: { at, zone: houston },
    wordOf: { role: 'transplant-physician', person: 'Dr Example' },
    reason: 'The cells travel by it.',
    ...more,
  },
});

const toldUntil = (journey: readonly Line[], until: Instant): Story =>
  journey
    .filter(([at]) => at <= until)
    .reduce((story, [at, command]) => story.says(at, command), new Story(utc('08-12T14:30')));
const collected = () => toldUntil(dayOneEnough, utc('09-04T04:05'));
const dueAt = ({ shipment }: Story, key: string) => agendaOf(shipment).find((each) => each.key === key)?.dueAt;
const standing = ({ shipment }: Story) =>
  shipment.stages.alert.alerts.filter(({ status }) => status !== 'resolved').map(({ cause }) => cause.key);
const limit = `bag-limit/${bagOfDay(1)}`;
const at = utc('09-04T04:10');

describe('a policy adopted before anything is collected', () => {
  const story = () => toldUntil(dayOneEnough, utc('08-16T02:00')).says(utc('08-17T00:00'), adopt(shorter));

  it('runs the shipment from then on, its clocks too, and nothing waits', () => {
    const { shipment } = story();
    expect(orderOf(shipment).policy).toEqual(shorter);
    expect(shipment.stages.order).toMatchObject({ clockPolicyVersion: 'site-2', changedLimit: null });
    expect(standing(story())).toEqual([]);
  });

  it('is logged with both versions, whole', () => {
    expect(story().log.at(-1)?.event).toMatchObject({
      type: 'PolicyAdopted',
      v: 4,
      data: { from: 'default-1', policy: shorter, reason: 'The yearly review.', wordOf: 'Medical director' },
    });
  });

  it('marks a request above the ceiling that it has for the registry', () => {
    const [rule] = defaultPolicy.registries.filter(({ ion }) => ion === '6939');
    if (rule === undefined) throw new Error('the default has no rule for 6939');
    const lower: Policy = {
      ...shorter,
      registries: [{ ...rule, limits: rule.limits.map((each) => ({ ...each, perKg: 4.5 })) }],
    };
    const marked = toldUntil(dayOneEnough, utc('08-16T02:00')).says(utc('08-17T00:00'), adopt(lower));
    expect(standing(marked)).toEqual(['request-above-ceiling']);
    expect(marked.log.filter(({ event }) => event.type === 'RequestAboveCeilingMarked')).toHaveLength(1);
  });
});

describe('is refused', () => {
  const refused = (command: ShipmentCommand, story = collected()) => story.tries(command);

  it.each<[string, ShipmentCommand]>([
    ['policy-adopted-already', adopt(defaultPolicy)],
    ['no-clock-policy', adopt({ ...shorter, clocks: [] })],
    ['no-clock-policy', adopt({ ...shorter, clocks: shorter.clocks.map((clock) => ({ ...clock, maxCelsius: 10 })) })],
    [
      'out-of-range',
      adopt({
        ...shorter,
        clocks: shorter.clocks.map((clock) => ({ ...clock, targetMinutes: 60, limitMinutes: 120 })),
      }),
    ],
    ['text-missing', adopt(shorter, { reason: ' ' })],
    ['text-missing', adopt(shorter, { wordOf: '' })],
    ['text-too-long', adopt(shorter, { wordOf: 'x'.repeat(201) })],
    ['no-changed-limit', decideAt(at, 'take-new')],
  ])('%s', (code, command) => expect(refused(command)).toBe(code));

  it('where what the receiving laboratory needs for another blood group leaves no time within its limit', () => {
    const tight = (limitMinutes: number): ShipmentCommand =>
      adopt({ ...shorter, clocks: shorter.clocks.map((each) => ({ ...each, targetMinutes: 60, limitMinutes })) });
    const { receiptToInfusionMinutes } = orderOf(collected().shipment).details;
    const processed = toldUntil(dayOneEnough, utc('08-16T02:00'))
      .says(utc('08-17T00:00'), saysOfOrder.bloodGroups('A', 'O'))
      .says(utc('08-17T00:00'), saysOfOrder.processing(utc('08-17T00:00'), 90));
    expect(refused(tight(receiptToInfusionMinutes + 90), processed)).toBe('out-of-range');
    expect(refused(tight(receiptToInfusionMinutes + 91), processed)).toBeUndefined();
  });

  it.each<[string, ShipmentCommand]>([
    ['in-the-future', decideAt(plusMinutes(at, 10), 'take-new')],
    ['text-missing', decideAt(at, 'take-new', { reason: '' })],
    ['text-missing', decideAt(at, 'keep-old', { wordOf: { role: 'transplant-physician', person: ' ' } })],
  ])('%s, of a decision on a changed limit', (code, command) =>
    expect(refused(command, collected().says(at, adopt(shorter)))).toBe(code),
  );

  it('by a shipment that has ended', () =>
    expect(toldUntil(dayOneEnough, utc('09-05T10:40')).tries(adopt(shorter))).toBe('shipment-ended'));
});

describe('a limit that changes for collected cells', () => {
  const adopted = () => collected().says(at, adopt(shorter));

  it('waits for a person, while everything else is adopted at once', () => {
    const story = adopted();
    expect(dueAt(story, limit)).toBe(utc('09-07T04:05')); // still 72 h after 4 September 04:05Z
    expect(dueAt(story, 'count-due/1')).toBe(utc('09-04T05:05')); // 60 minutes instead of 120
    expect(orderOf(story.shipment).policy).toEqual({ ...shorter, clocks: defaultPolicy.clocks });
    expect(story.shipment.stages.order.clockPolicyVersion).toBe('default-1');
  });

  it('is owed a decision within the hour, and stands as a warning until then', () => {
    const story = adopted();
    expect(dueAt(story, 'changed-limit-due/site-2')).toBe(utc('09-04T05:10'));
    expect(standing(story)).toEqual(['limit-changed/site-2']);
    expect(standing(story.passTo(utc('09-04T05:20')))).toContain('overdue/changed-limit-due/site-2');
  });

  it('moves every deadline once the physician takes it', () => {
    const decided = utc('09-04T04:40');
    const story = adopted().says(decided, decideAt(decided, 'take-new'));
    expect(dueAt(story, `bag-target/${bagOfDay(1)}`)).toBe(utc('09-05T16:05')); // 36 h
    expect(dueAt(story, limit)).toBe(utc('09-06T16:05')); // 60 h
    expect(dueAt(story, 'changed-limit-due/site-2')).toBeUndefined();
    expect(standing(story)).toEqual([]);
    expect(story.shipment.stages.order.clockPolicyVersion).toBe('site-2');
    expect(story.log.find(({ event }) => event.type === 'ChangedLimitDecided')?.event.data).toMatchObject({
      version: 'site-2',
      wordOf: { person: 'Dr Example' },
      was: { targetMinutes: 2880, limitMinutes: 4320 },
      would: lines,
    });
  });

  it('is left as it was once the physician keeps the old one, for bags collected later too', () => {
    const until = utc('09-04T05:15');
    const story = toldUntil(dayTwoNeeded, until).says(until, adopt(shorter)).says(until, decideAt(until, 'keep-old'));
    expect(standing(story)).toEqual(['count-short/1']);
    for (const [time, command] of dayTwoNeeded.filter(([each]) => each > until && each <= utc('09-05T04:05')))
      story.says(time, command);
    expect(clockedBags(story.shipment).map(({ clock }) => clock.limitAt)).toEqual([
      utc('09-07T04:05'),
      utc('09-08T04:05'),
    ]);
    expect(story.shipment.stages.order).toMatchObject({
      policy: { version: 'site-2' },
      clockPolicyVersion: 'default-1',
    });
  });

  it('waits no more when a policy is adopted that draws the old lines', () => {
    const story = adopted().says(utc('09-04T04:20'), adopt(sameLines));
    expect(story.shipment.stages.order).toMatchObject({ changedLimit: null, clockPolicyVersion: 'site-3' });
    expect(clockPolicyOf(story.shipment)).toEqual(defaultPolicy.clocks[0]);
    expect(standing(story)).toEqual([]);
  });

  it('is asked for anew by the next policy that changes it, and no more by the one before', () => {
    const story = adopted().says(utc('09-04T04:20'), adopt({ ...shorter, version: 'site-4' }));
    expect(standing(story)).toEqual(['limit-changed/site-4']);
    expect(dueAt(story, 'changed-limit-due/site-2')).toBeUndefined();
    expect(dueAt(story, 'changed-limit-due/site-4')).toBe(utc('09-04T05:20'));
  });

  it('is nothing where the lines stay as they are', () =>
    expect(collected().says(at, adopt(sameLines)).shipment.stages.order.changedLimit).toBeNull());

  it('still is to be decided on while one of two bags is not infused', () => {
    const story = toldUntil(dayTwoNeeded, utc('09-06T10:40')).says(utc('09-06T10:50'), adopt(shorter));
    expect(story.shipment.stages.order.changedLimit).toMatchObject({ version: 'site-2', would: lines });
  });
});

describe('the end of the cells', () => {
  it('leaves nothing of a changed limit owed', () => {
    const story = collected().says(at, adopt(shorter));
    for (const [time, command] of dayOneEnough.filter(([each]) => each > at)) story.says(time, command);
    expect(story.shipment.stages.order).toMatchObject({ status: 'closed', closedAt: utc('09-05T10:40') });
    expect(agendaOf(story.shipment).map(({ key }) => key)).not.toContain('changed-limit-due/site-2');
  });
});
