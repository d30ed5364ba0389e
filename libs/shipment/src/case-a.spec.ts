import type { Instant } from '@cellrelay/kernel';
import { agendaOf } from './agenda.js';
import { bagOfDay, houston, proposal, says, utc } from './case-a.examples.js';
import { dayOneEnough, dayTwoNeeded, plenty, type Line } from './journeys.examples.js';
import { forecastInfusionAt } from './course.js';
import { Story } from './story.examples.js';

/** Beijing is at UTC+8, Houston in September at UTC-5. All instants below are worked out by hand. */

const first = (lines: readonly Line[]): Instant => lines[0]?.[0] ?? utc('01-01T00:00');

/** The journey told up to and including that moment. */
const told = (lines: readonly Line[], until: string): Story =>
  lines
    .filter(([at]) => at <= utc(until))
    .reduce((story, [at, command]) => story.says(at, command), new Story(first(lines)));

const dueAt = (story: Story, key: string): Instant | undefined =>
  agendaOf(story.shipment).find((each) => each.key === key)?.dueAt;
/** What alone is owed of an infused shipment. */
const followUps = ['follow-up/R1/28', 'follow-up/R1/42', 'follow-up/R1/100'];
const standing = ({ shipment }: Story): readonly string[] =>
  shipment.stages.alert.alerts.filter(({ status }) => status !== 'resolved').map(({ cause }) => cause.key);
const rangAt = (story: Story, key: string): readonly Instant[] =>
  story.rang.filter((each) => each.key === key).map((each) => each.at);
const plans = ({ shipment }: Story) => shipment.stages['flight-booking'].plans.map((each) => each.status);
const days = ({ shipment }: Story) => shipment.stages.collection.days.map((each) => each.status);
const seats = ({ shipment }: Story, plan: 1 | 2) =>
  shipment.stages['flight-booking'].bookings.filter((each) => each.plan === plan).map((each) => each.status);

describe('case A before the collection', () => {
  it('owes the clearance 14 days before the first day, a plan for each day 7 days before it, a courier 10 days before', () => {
    const story = told(dayOneEnough, '08-12T14:30');
    expect(dueAt(story, 'clearance-due')).toBe(utc('08-21T00:00')); // 4 September 08:00 in Beijing is 00:00Z
    expect(dueAt(story, 'plan-due/1')).toBe(utc('08-28T00:00'));
    expect(dueAt(story, 'plan-due/2')).toBe(utc('08-29T00:00'));
    expect(dueAt(story, 'courier-due/1')).toBe(utc('08-25T00:00'));
    expect(days(story)).toEqual(['planned', 'reserved']);
  });

  it('holds seats for both plans at once, tickets them when the donor is cleared, and asks borders and checkpoints in time', () => {
    const story = told(dayOneEnough, '08-13T02:20').passTo(utc('08-13T03:00'));
    expect([seats(story, 1), seats(story, 2)]).toEqual([
      ['held', 'held'],
      ['held', 'held'],
    ]);
    story.says(utc('08-16T02:00'), says.clear(utc('08-16T02:00'))).passTo(utc('08-16T02:00'));
    expect([seats(story, 1), seats(story, 2)]).toEqual([
      ['ticketed', 'ticketed'],
      ['ticketed', 'ticketed'],
    ]);
    expect(dueAt(story, 'submit-customs-request/CN-export-PEK/1')).toBe(utc('08-28T11:30')); // 5 working days before 4 September 19:30 in Beijing
    expect(dueAt(story, 'submit-customs-request/US-import-SFO/1')).toBe(utc('08-28T23:00')); // 5 working days before it lands at 23:00Z
    expect(dueAt(story, 'request-exemption/1/1/SFO/1')).toBe(utc('08-29T01:45')); // the transfer checkpoint too
    expect(dueAt(story, 'request-exemption/2/0/PEK/1')).toBe(utc('08-29T11:30'));
  });
});

describe('case A when the first day is enough', () => {
  it('starts the clocks at the end of the collection: 48 h target, 72 h limit, the count in two hours', () => {
    const story = told(dayOneEnough, '09-04T04:05'); // ended 12:05 in Beijing
    expect(dueAt(story, `bag-target/${bagOfDay(1)}`)).toBe(utc('09-06T04:05'));
    expect(dueAt(story, `bag-limit/${bagOfDay(1)}`)).toBe(utc('09-07T04:05'));
    expect(dueAt(story, 'count-due/1')).toBe(utc('09-04T06:05'));
  });

  it('confirms plan 1 with the count and stands the second day down at once, its seats at their give-up time', () => {
    const story = told(dayOneEnough, '09-04T05:15');
    expect([plans(story), days(story)]).toEqual([
      ['confirmed', 'stood-down'],
      ['ended', 'stood-down'],
    ]);
    expect(dueAt(story, 'stand-down-told/2')).toBe(utc('09-04T06:00')); // 45 minutes to tell the centre
    // UA 888 of 5 September leaves at 11:30Z: free of charge until 4 September 11:30Z, asked for an hour before.
    expect(dueAt(story, 'give-up-seats/2.0/1')).toBe(utc('09-04T10:30'));
    expect(dueAt(story, 'give-up-seats/2.1/1')).toBe(utc('09-05T00:45'));
    expect(dueAt(story, 'handover-due/1')).toBe(utc('09-04T07:30')); // four hours before departure
    expect(dueAt(story, 'box-packed-due/1')).toBe(utc('09-04T06:45'));
    expect(forecastInfusionAt(story.shipment)).toBe(utc('09-05T10:50')); // lands 05:30Z, 80 minutes by road, 240 at the centre
  });

  it('ends with the infusion after 30 h 35 min, and nothing is owed any more but the follow-ups', () => {
    const story = told(dayOneEnough, '09-05T10:40').passTo(utc('09-20T00:00'));
    const { order, receipt } = story.shipment.stages;
    expect(order.status).toBe('closed');
    expect(receipt.ended).toMatchObject([{ bag: bagOfDay(1), ageMinutes: 30 * 60 + 35 }]);
    expect(agendaOf(story.shipment).map((each) => each.key)).toEqual(followUps);
    expect(standing(story)).toEqual([]);
    expect([plans(story), seats(story, 2)]).toEqual([
      ['flown', 'stood-down'],
      ['given-up', 'given-up'],
    ]);
    expect(rangAt(story, `bag-target/${bagOfDay(1)}`)).toEqual([]);
  });
});

describe('case A when the second day is needed', () => {
  it('lets the decision fall due at 16:00 in Beijing, which rings, and stops ringing with the decision', () => {
    const short = told(dayTwoNeeded, '09-04T05:15');
    expect(dueAt(short, 'decision-due/1')).toBe(utc('09-04T08:00'));
    expect([plans(short), days(short)]).toEqual([
      ['proposed', 'proposed'],
      ['ended', 'reserved'],
    ]);
    expect(standing(short)).toEqual(['count-short/1']);
    expect(standing(short.passTo(utc('09-04T08:05')))).toEqual(['count-short/1', 'overdue/decision-due/1']);
    const story = told(dayTwoNeeded, '09-04T08:12');
    expect(rangAt(story, 'decision-due/1')).toEqual([utc('09-04T08:00')]);
    expect([plans(story), days(story)]).toEqual([
      ['stood-down', 'confirmed'],
      ['ended', 'planned'],
    ]);
    expect(standing(story)).toEqual(['infusion-after-target']); // 6 September 10:50Z, against 04:05Z
    expect(dueAt(story, 'collection-start-due/2')).toBe(utc('09-05T00:45'));
  });

  it('gives each bag its own clock, and the older one governs', () => {
    const story = told(dayTwoNeeded, '09-05T04:05');
    expect(dueAt(story, `bag-limit/${bagOfDay(1)}`)).toBe(utc('09-07T04:05'));
    expect(dueAt(story, `bag-limit/${bagOfDay(2)}`)).toBe(utc('09-08T04:05'));
    expect(dueAt(story, 'count-due/2')).toBe(utc('09-05T06:05'));
  });

  it('flies both bags together and ends with the second infusion', () => {
    const story = told(dayTwoNeeded, '09-06T11:25').passTo(utc('09-20T00:00'));
    const { order, receipt } = story.shipment.stages;
    expect(order.status).toBe('closed');
    expect(receipt.ended.map((each) => each.ageMinutes)).toEqual([54 * 60 + 35, 31 * 60 + 20]);
    expect(rangAt(story, `bag-target/${bagOfDay(1)}`)).toEqual([utc('09-06T04:05')]);
    expect(agendaOf(story.shipment).map((each) => each.key)).toEqual(followUps);
    expect([seats(story, 1), seats(story, 2)]).toEqual([
      ['given-up', 'given-up'],
      ['flown', 'flown'],
    ]);
  });

  it('refuses to let the first bags leave alone, and has the box packed again when the second are there', () => {
    const story = told(dayTwoNeeded, '09-04T08:12');
    story.says(utc('09-04T09:00'), says.pack(utc('09-04T09:00'), [bagOfDay(1)]));
    expect(story.tries(says.handOver(story.now))).toBe('more-bags-to-come');
    story.says(utc('09-05T00:05'), says.start(utc('09-05T00:05'), 2));
    story.says(utc('09-05T04:05'), says.end(utc('09-05T04:05'), 2));
    story.says(utc('09-05T05:15'), says.count(utc('09-05T05:15'), plenty, 2));
    expect(story.tries(says.handOver(story.now))).toBe('bags-changed-since-packing');
    expect(dueAt(story, 'box-packed-due/1')).toBe(utc('09-05T06:45'));
  });
});

describe('case A with a corrected end of collection', () => {
  it('moves target, limit, count and decision, and takes an overdue alert back with its moment', () => {
    const at = (time: string) => utc(`09-04T${time}`);
    const story = told(dayOneEnough, '09-04T04:05').passTo(at('06:30'));
    expect(standing(story)).toEqual(['overdue/count-due/1']); // two hours after 04:05Z
    story.says(at('06:35'), says.correctEnd(at('05:05')));
    expect(standing(story)).toEqual([]);
    expect(dueAt(story, 'count-due/1')).toBe(at('07:05'));
    expect(dueAt(story, `bag-target/${bagOfDay(1)}`)).toBe(utc('09-06T05:05'));
    expect(dueAt(story, `bag-limit/${bagOfDay(1)}`)).toBe(utc('09-07T05:05'));
    story.passTo(at('07:10'));
    expect(rangAt(story, 'count-due/1')).toEqual([at('06:05'), at('07:05')]);
    expect(standing(story)).toEqual(['overdue/count-due/1']);
  });

  it('moves the decision to 16:00 of the day on which the collection ended in truth', () => {
    const late = told(dayOneEnough, '09-04T00:05');
    late.says(utc('09-04T16:10'), says.end(utc('09-04T16:05'))); // 00:05 on 5 September in Beijing: a mistake
    late.says(utc('09-04T16:20'), says.count(utc('09-04T16:15'), 1074));
    expect(dueAt(late, 'decision-due/1')).toBe(utc('09-05T08:00'));
    late.says(utc('09-04T16:30'), says.correctEnd(utc('09-04T04:05')));
    expect(dueAt(late, 'decision-due/1')).toBe(utc('09-04T16:50')); // 16:00 is past: the grace after the count's record
  });
});

describe('case A where things come otherwise', () => {
  it('a count that proves too few after all can still call the second day up, with new seats', () => {
    const story = told(dayOneEnough, '09-04T05:30');
    story.says(utc('09-04T06:00'), says.correctCount(utc('09-04T05:15'), 1074));
    expect(standing(story)).toContain('count-short/1');
    expect(plans(story)).toEqual(['confirmed', 'stood-down']);
    story.says(utc('09-04T06:20'), says.decide(utc('09-04T06:20'), 'collect-again'));
    expect([plans(story), days(story)]).toEqual([
      ['stood-down', 'stood-down'],
      ['ended', 'planned'],
    ]);
    expect(dueAt(story, 'plan-due/2')).toBe(utc('08-29T00:00')); // long overdue: it rings at once
    story.says(utc('09-04T06:40'), proposal(2)).passTo(utc('09-04T06:40'));
    expect([plans(story), seats(story, 2).slice(2)]).toEqual([
      ['stood-down', 'confirmed'],
      ['ticketed', 'ticketed'],
    ]);
  });

  it('a donor who cannot be collected again leaves the first bags: less is accepted, and they fly by plan 2', () => {
    const story = told(dayTwoNeeded, '09-04T08:12');
    story.says(utc('09-04T23:00'), says.withdraw(utc('09-04T23:00')));
    expect(days(story)).toEqual(['ended', 'stood-down']);
    expect(standing(story)).toContain('second-day-lost');
    story.says(utc('09-04T23:30'), says.decide(utc('09-04T23:30'), 'accept-less'));
    expect(plans(story)).toEqual(['stood-down', 'confirmed']);
    story.says(utc('09-05T06:00'), says.pack(utc('09-05T06:00'), [bagOfDay(1)]));
    story.says(utc('09-05T07:10'), says.handOver(utc('09-05T07:10')));
  });

  it('a donor who is suspended before the second day can be cleared again for it', () => {
    const story = told(dayTwoNeeded, '09-04T08:12');
    story.says(utc('09-04T20:00'), says.suspend(utc('09-04T20:00')));
    expect(story.tries(says.start(utc('09-05T00:05'), 2))).toBe('donor-not-cleared');
    story.says(utc('09-04T22:00'), says.clear(utc('09-04T22:00')));
    story.says(utc('09-05T00:05'), says.start(utc('09-05T00:05'), 2));
  });

  it('a donor who withdraws while collection runs leaves what was collected to the count', () => {
    const story = told(dayOneEnough, '09-04T00:05');
    story.says(utc('09-04T02:00'), says.withdraw(utc('09-04T02:00')));
    expect(story.shipment.stages.order.status).toBe('open');
    expect([days(story), standing(story)]).toEqual([['running', 'stood-down'], ['donor-withdrawn']]);
    story.says(utc('09-04T02:10'), says.end(utc('09-04T02:05')));
    story.says(utc('09-04T03:10'), says.count(utc('09-04T03:05'), 1074));
    expect(story.tries(says.decide(story.now, 'collect-again'))).toBe('no-second-day');
    story.says(utc('09-04T03:30'), says.decide(utc('09-04T03:30'), 'stop'));
    expect(story.shipment.stages.order.status).toBe('stopped');
  });

  it('a refused product may be accepted after all, and ends the shipment with its limit', () => {
    const story = told(dayOneEnough, '09-05T07:00');
    story.says(utc('09-05T07:20'), says.refuse(utc('09-05T07:20')));
    expect(standing(story)).toContain('product-refused');
    const after = story.copy().says(utc('09-05T08:00'), {
      name: 'AcceptProduct',
      data: { acceptedAt: { at: utc('09-05T08:00'), zone: houston }, deviation: 'warm; no other cells' },
    });
    expect(standing(after)).not.toContain('product-refused');
    story.passTo(utc('09-07T04:04'));
    expect(story.shipment.stages.order.status).toBe('open');
    story.passTo(utc('09-07T04:05'));
    expect(story.shipment.stages.order.status).toBe('stopped');
    // More than a day has passed since our side knew of the refusal, and neither registry was told.
    expect(standing(story)).toEqual([
      'overdue/partner-told/D1/donor-registry',
      'overdue/partner-told/D1/patient-registry',
      'serious-deviation/D1',
    ]);
  });
});
