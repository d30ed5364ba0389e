import { plusDays } from '@cellrelay/kernel';
import { agendaOf, causesOf } from './agenda.js';
import { opening, proposal, recipientOrder, says, utc } from './case-a.examples.js';
import { dayOneEnough, openedWith, type Line } from './journeys.examples.js';
import { obligationsOf } from './obligations.js';
import { saysOfOrder } from './order-changes.examples.js';
import { forecastInfusionAt } from './course.js';
import { clockPolicyOf, receiptToInfusionMinutesOf, secondDayAvailable } from './overview.js';
import type { ShipmentCommand } from './shipment.js';
import { Story } from './story.examples.js';

function told(lines: readonly Line[]): Story {
  const [first, ...rest] = lines;
  if (first === undefined) throw new Error('nothing is told');
  return rest.reduce((story, [at, command]) => story.says(at, command), new Story(first[0]).says(...first));
}

/** Opened, both plans proposed, the donor cleared. */
const planned = () => told(dayOneEnough.slice(0, 4));
const at = utc('08-20T08:00');
const { collectionDays } = opening.data;
const states = ({ shipment: { stages } }: Story) => ({
  days: stages.collection.days.map(({ date, status }) => `${date} ${status}`),
  plans: stages['flight-booking'].plans.map(({ status }) => status),
});

describe('an order whose collection is postponed', () => {
  const postponed = (story: Story, ...days: readonly string[]) => story.says(at, says.postpone(at, ...days));
  const ordered = ({ shipment }: Story) => shipment.stages.order.details?.collectionDays;

  it('is an order for the new days, and nothing plans the old ones again', () => {
    const story = postponed(planned(), '2024-09-18', '2024-09-19');
    expect(ordered(story)).toEqual(['2024-09-18', '2024-09-19']);
    expect(states(story)).toEqual({
      days: ['2024-09-18 planned', '2024-09-19 reserved'],
      plans: ['stood-down', 'stood-down'],
    });
    expect(story.log.filter(({ event }) => event.type === 'CollectionPlanned')).toHaveLength(1);
    expect(ordered(postponed(story, '2024-09-20'))).toEqual(['2024-09-20']);
  });

  it('to fewer days has no second day any more', () =>
    expect(secondDayAvailable(postponed(planned(), '2024-09-18').shipment)).toBe(false));

  it('can be changed to other days after that, by a change of the product, and postponed again', () => {
    const change = saysOfOrder.changeProduct('HPC-A', collectionDays);
    const story = postponed(planned(), '2024-09-18', '2024-09-19').says(at, change);
    expect(states(story).days).toEqual(['2024-09-04 planned', '2024-09-05 reserved']);
    expect(ordered(postponed(story, '2024-09-18', '2024-09-19'))).toEqual(['2024-09-18', '2024-09-19']);
  });

  it('after a change to marrow goes to one day alone, and still waits to be told when the product changes', () => {
    const marrow = planned().says(at, saysOfOrder.changeProduct('HPC-M', collectionDays.slice(0, 1)));
    expect(marrow.tries(says.postpone(at, '2024-09-18', '2024-09-19'))).toBe('collection-days-wrong');
    expect(states(postponed(marrow, '2024-09-18')).days).toEqual(['2024-09-18 planned']);
    const days = (ordered(marrow) ?? []).map((day) => plusDays(day, 20));
    const story = postponed(planned(), '2024-09-18', '2024-09-19').says(at, saysOfOrder.changeProduct('HPC-M', days));
    expect(obligationsOf(story.shipment).map(({ key }) => key)).toContain('postponement-told/1');
  });
});

describe('an order that is changed before the collection', () => {
  it('to marrow: the reserved day and its plan are given back, the clock is that of marrow', () => {
    const story = planned().says(at, saysOfOrder.changeProduct('HPC-M', collectionDays.slice(0, 1)));
    expect(states(story)).toEqual({
      days: ['2024-09-04 planned', '2024-09-05 stood-down'],
      plans: ['proposed', 'stood-down'],
    });
    expect(clockPolicyOf(story.shipment)).toMatchObject({ product: 'HPC-M' });
    expect(obligationsOf(story.shipment).map(({ key }) => key)).toContain('stand-down-told/2');
    expect(secondDayAvailable(story.shipment)).toBe(false);
  });

  it('and changed back has its second day again, which waits for flights', () => {
    const story = planned()
      .says(at, saysOfOrder.changeProduct('HPC-M', collectionDays.slice(0, 1)))
      .says(at, saysOfOrder.changeProduct('HPC-A', collectionDays));
    expect(states(story)).toEqual({
      days: ['2024-09-04 planned', '2024-09-05 reserved'],
      plans: ['proposed', 'stood-down'],
    });
    expect(obligationsOf(story.shipment).map(({ key }) => key)).toContain('plan-due/2');
  });

  it.each([3, -10])('to days %d days on: no plan fits them any more', (moved) => {
    const days = collectionDays.map((day) => plusDays(day, moved));
    const story = planned().says(utc('08-17T08:00'), saysOfOrder.changeProduct('HPC-A', days));
    expect(states(story)).toEqual({
      days: [`${days[0]} planned`, `${days[1]} reserved`],
      plans: ['stood-down', 'stood-down'],
    });
  });

  it('keeps plans whose flights fit the new days', () => {
    const story = planned().says(at, saysOfOrder.changeProduct('MNC-A', collectionDays));
    expect(states(story).plans).toEqual(['proposed', 'proposed']);
  });

  it('plans nothing anew for a donor who is withdrawn', () => {
    const story = planned().says(at, says.withdraw(at));
    expect(states(story).days).toEqual(['2024-09-04 stood-down', '2024-09-05 stood-down']);
  });

  it('is a change no more once collecting has begun', () => {
    const story = told(dayOneEnough.slice(0, 8));
    expect(story.tries(saysOfOrder.changeProduct('HPC-M', collectionDays.slice(0, 1)))).toBe('collection-has-begun');
  });
});

describe('processing for another blood group', () => {
  /** Counted and confirmed: the box is at the centre at 06:50, and infusion begins 240 minutes later. */
  const confirmed = (lines: readonly Line[] = dayOneEnough) =>
    told([...lines.slice(0, 4), [at, saysOfOrder.bloodGroups('A', 'O')], ...lines.slice(4, 11)]);
  const decide = (minutes: number): ShipmentCommand => saysOfOrder.processing(utc('09-04T05:20'), minutes);
  const causes = (story: Story) => causesOf(story.shipment).map(({ key }) => key);

  it('takes its minutes from the time to infusion, until it is decided otherwise', () => {
    const story = confirmed();
    expect(causes(story)).toContain('overdue/processing-decision-due/R1');
    expect(receiptToInfusionMinutesOf(story.shipment)).toBe(240);
    expect(forecastInfusionAt(story.shipment)).toBe(utc('09-05T10:50'));
    story.says(utc('09-04T06:00'), decide(90));
    expect(receiptToInfusionMinutesOf(story.shipment)).toBe(330);
    expect(forecastInfusionAt(story.shipment)).toBe(utc('09-05T12:20'));
    expect(causes(story)).toEqual([]);
    story.says(utc('09-04T06:01'), decide(0));
    expect(forecastInfusionAt(story.shipment)).toBe(utc('09-05T10:50'));
  });

  it('is an alert of the clock where its minutes put infusion after the target or the limit', () => {
    expect(causes(confirmed().says(utc('09-04T06:00'), decide(1080)))).toEqual(['infusion-after-target']);
    const clocks = opening.data.policy.clocks.map((clock) => ({
      ...clock,
      ...{ targetMinutes: 36 * 60, limitMinutes: 54 * 60 + 30 },
    }));
    const tight = openedWith(dayOneEnough, {
      policy: { ...opening.data.policy, clocks },
      recipients: [recipientOrder(5)],
    });
    expect(causes(confirmed(tight).says(utc('09-04T06:00'), decide(1440)))).toEqual(['infusion-after-limit']);
  });

  it('is reckoned with when flights are proposed after it', () => {
    const slow = { ...opening.data.policy.clocks[0], targetMinutes: 24 * 60, limitMinutes: 36 * 60 };
    const clocks = opening.data.policy.clocks.map((clock) => ({ ...clock, ...slow }));
    const opened = told(openedWith(dayOneEnough, { policy: { ...opening.data.policy, clocks } }).slice(0, 1));
    opened.says(at, saysOfOrder.bloodGroups('A', 'O'));
    expect(opened.copy().tries(proposal(1))).toBeUndefined();
    expect(opened.says(at, saysOfOrder.processing(at, 600)).tries(proposal(1))).toBe('infusion-after-limit');
  });
});

describe('what is owed so many days before the collection', () => {
  it('follows a postponement', () => {
    const above = openedWith(dayOneEnough.slice(0, 6), { recipients: [recipientOrder(5.2)] });
    const story = above.reduce((told, [at, command]) => told.says(at, command), new Story(utc('08-12T14:30')));
    const due = () => agendaOf(story.shipment).find(({ key }) => key === 'registry-consent-due')?.dueAt;
    expect(due()).toBe(utc('08-28T00:00'));
    story.says(utc('08-27T02:00'), says.postpone(utc('08-27T02:00'), '2024-09-25', '2024-09-26'));
    expect(due()).toBe(utc('09-18T00:00'));
  });
});
