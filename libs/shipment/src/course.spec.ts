import fc from 'fast-check';
import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { agendaOf, causesOf } from './agenda.js';
import { bagOfDay, beijing, houston, opening, says, utc } from './case-a.examples.js';
import { coursesOf, expectedAtCentre, forecastInfusionAt, milestonesAsBooked } from './course.js';
import { agendaWithoutPatient, withoutPatient } from './disclosure.patient.js';
import { dayOneEnough, dayTwoNeeded, openedWith, type Line } from './journeys.examples.js';
import { confirmedPlan } from './overview.js';
import type { ShipmentCommand } from './shipment.js';
import { slackOf } from './slack/passes.js';
import type { Milestone } from './slack/slack.js';
import { Story } from './story.examples.js';

function told(lines: readonly Line[], count: number): Story {
  const [first, ...rest] = lines.slice(0, count);
  if (first === undefined) throw new Error('a story begins');
  return rest.reduce((story, [at, command]) => story.says(at, command), new Story(first[0]).says(...first));
}

/** Collected, counted, packed and handed over in Beijing; the flight leaves at 11:30Z. */
const handedOver = 13;
const course = (story: Story) => coursesOf(story.shipment)[0]?.milestones ?? [];
const limitOf = (story: Story) => coursesOf(story.shipment)[0]?.limitAt;
const find = (story: Story, key: string): Milestone => {
  const found = course(story).find((each) => each.key === key);
  if (found === undefined) throw new Error(`no milestone ${key}`);
  return found;
};
const slack = (story: Story, key: string) => slackOf(find(story, key), find(story, key).latestForLimit);
const bookedUntil = ({ shipment }: Story, key: string) => {
  const [first] = coursesOf(shipment);
  return first && milestonesAsBooked(shipment, first).find((each) => each.key === key)?.latestForLimit;
};
const standing = (story: Story) =>
  story.shipment.stages.alert.alerts.filter(({ status }) => status !== 'resolved').map(({ cause }) => cause.key);

const estimate = (booking: string, at: Instant, [departs, arrives]: readonly [Instant, Instant]): ShipmentCommand => ({
  name: 'RecordFlightEstimate',
  data: {
    ...{ booking, statedAt: { at, zone: beijing } },
    ...{ departsAt: { at: departs, zone: beijing }, arrivesAt: { at: arrives, zone: houston } },
  },
});

const inBeijing = told(dayOneEnough, handedOver);

/** The ocean flight put off by so many minutes, said at 09:00Z. */
const putOff = (minutes: number): Story => {
  const [departs, arrives] = [utc('09-04T11:30'), utc('09-04T23:00')].map((at) => plusMinutes(at, minutes));
  if (departs === undefined || arrives === undefined) throw new Error('two moments');
  const at = utc('09-04T09:00');
  return inBeijing.copy().says(at, estimate('1.0/1', at, [departs, arrives]));
};

describe('the course of case A', () => {
  // Backwards by hand from the limit, 7 September 04:05Z: 240 minutes at the centre, 80 by road, 3 h 45 in the air leave 6 September 19:00Z
  // for the last flight; its fallback goes at 06:15Z, two hours to change, 11 h 30 over the ocean; and 90 minutes from the centre to the
  // ocean flight's fallback, 14:30Z.
  it.each([
    ['left', '09-04T07:10', '09-04T13:00', 350],
    ['departed/1.0', '09-04T11:30', '09-04T16:45', 315],
    ['landed/1.0', '09-04T23:00', '09-05T04:15', 315],
    ['departed/1.1', '09-05T01:45', '09-06T19:00', 2475],
    ['landed/1.1', '09-05T05:30', '09-06T22:45', 2475],
    ['delivered', '09-05T06:50', '09-07T00:05', 2475],
    ['received', '09-05T06:50', '09-07T00:05', 2475],
    ['infusion', '09-05T10:50', '09-07T04:05', 2475],
  ])('expects %s at %s, at the latest at %s', (key, expected, latest, spare) => {
    const story = inBeijing;
    expect(find(story, key)).toMatchObject({ expectedAt: utc(expected), latestForLimit: utc(latest) });
    expect(slack(story, key)).toBe(spare);
  });

  // Without the fallbacks the last flight leaves at 01:45Z: on the ground two hours before, in the air by 12:15Z, and at the airport 90 minutes before 11:30Z.
  it.each([
    ['left', '09-04T10:00', 170],
    ['departed/1.0', '09-04T12:15', 45],
    ['landed/1.0', '09-04T23:45', 45],
    ['departed/1.1', '09-06T19:00', 2475],
    ['infusion', '09-07T04:05', 2475],
  ])(
    'has for %s until %s by what is booked: a fallback that nobody has need of is no time to spare',
    (key, by, spare) => {
      expect(bookedUntil(inBeijing, key)).toBe(utc(by));
      expect(slackOf(find(inBeijing, key), bookedUntil(inBeijing, key) ?? null)).toBe(spare);
    },
  );

  it('passes the checkpoints and borders of its flights', () =>
    expect(course(inBeijing).map(({ key }) => key)).toEqual([
      ...['collected/1', 'counted/1', 'decided', 'packed', 'handed-over', 'left'],
      ...['checkpoint/1/0/PEK', 'border/CN-export-PEK', 'departed/1.0', 'landed/1.0', 'border/US-import-SFO'],
      ...['checkpoint/1/1/SFO', 'departed/1.1', 'landed/1.1', 'delivered', 'received', 'infusion'],
    ]));

  it('is one for each plan until it is known which flies, and the second is the slower', () => {
    const both = coursesOf(told(dayOneEnough, 4).shipment);
    expect(both.map(({ plan, clockRuns, infusionAt }) => [plan, clockRuns, infusionAt])).toEqual([
      [1, false, utc('09-05T10:50')],
      [2, false, utc('09-06T10:50')],
    ]);
  });

  it('says of what has happened when it did, and that what nobody told of is passed once more has happened', () => {
    for (const lines of [dayOneEnough, dayTwoNeeded]) {
      const story = told(lines, 4);
      for (const [at, command] of lines.slice(4))
        for (const { key, happenedAt, expectedAt } of course(story.says(at, command)))
          if (happenedAt !== null) expect([key, expectedAt]).toEqual([key, happenedAt]);
    }
    expect(find(told(dayOneEnough, handedOver + 1), 'left').standing).toBe('passed');
  });

  it('is what the rest goes by', () => {
    const { shipment } = putOff(200);
    const plan = confirmedPlan(shipment);
    expect(forecastInfusionAt(shipment)).toBe(find(putOff(200), 'infusion').expectedAt);
    expect(plan && expectedAtCentre(shipment, plan)).toBe(find(putOff(200), 'delivered').expectedAt);
  });
});

describe('a delay', () => {
  it('that costs the connection is reckoned by the fallback', () =>
    expect(find(putOff(180), 'departed/1.1')).toMatchObject({ by: 'fallback', expectedAt: utc('09-05T06:15') }));

  it('has the fallback’s time once the trip is expected to go by it', () => {
    expect(bookedUntil(putOff(45), 'landed/1.0')).toBe(utc('09-04T23:45'));
    expect(bookedUntil(putOff(46), 'landed/1.0')).toBe(utc('09-05T04:15'));
  });

  it('takes all slack exactly at the latest moment, and more by a minute', () => {
    expect([slack(putOff(315), 'landed/1.0'), slack(putOff(316), 'landed/1.0')]).toEqual([0, -1]);
    expect([find(putOff(315), 'infusion').by, find(putOff(316), 'infusion').by]).toEqual(['fallback', 'no-flight']);
  });

  it('never gives slack to anything that is to come, and never moves the limit', () => {
    const minutes = fc.integer({ min: 1, max: 1500 });
    fc.assert(
      fc.property(minutes, minutes, (some, more) => {
        const [before, after] = [putOff(some), putOff(some + more)];
        expect(limitOf(after)).toBe(utc('09-07T04:05'));
        for (const { key, standing: each } of course(after))
          if (each === 'expected' && key !== 'left')
            expect(slack(after, key) ?? 0).toBeLessThanOrEqual(slack(before, key) ?? 0);
      }),
      { numRuns: 15 },
    );
  });

  it('leaves the limit where it is from the end of the collection on, through the whole journey', () => {
    const story = told(dayOneEnough, 8);
    const limits = dayOneEnough.slice(8, -1).map(([at, command]) => limitOf(story.says(at, command)));
    expect(new Set(limits)).toEqual(new Set([utc('09-07T04:05')]));
  });
});

/** Case A where the site takes so many minutes for its limit, so few that a second day is out of the question. By its flights infusion starts 1845 minutes after the collection. */
const within = (limitMinutes: number): Story => {
  const clocks = opening.data.policy.clocks.map((clock) => ({ ...clock, targetMinutes: 1800, limitMinutes }));
  const lines = openedWith(dayOneEnough, { policy: { ...opening.data.policy, clocks } });
  const without = lines.filter(([, command]) => command.name !== 'ProposePlan' || command.data.plan === 1);
  return told(without, handedOver - 1);
};

describe('slack that runs short', () => {
  it.each([
    [1845 + 240, 'infusion-after-target', 'warning'],
    [1845 + 239, 'slack-short', 'warning'],
    [1845, 'slack-short', 'critical'],
    [1844, 'infusion-after-limit', 'critical'],
  ])('with a limit of %i minutes is %s, %s', (limit, key, severity) =>
    expect(causesOf(within(limit).shipment)).toMatchObject([{ key, severity }]),
  );

  it('says how much is left, where it was lost and what can be done', () => {
    const story = within(1845 + 300);
    const at = utc('09-04T09:00');
    const later = [utc('09-05T03:45'), utc('09-05T07:30')] as const;
    story.says(at, estimate('1.1/1', at, later));
    expect(causesOf(story.shipment)).toMatchObject([
      {
        wrong: 'Infusion is expected 3 h 0 min before the limit of the day 1 bag, and no sooner.',
        follows: expect.stringContaining(
          'Most is lost here: UA 1576 leaves SFO, planned for 2024-09-04 18:45 in San Francisco, is expected at 2024-09-04 20:45 in San Francisco.',
        ) as string,
        offers: [{ command: 'RebookLeg', label: 'Name another flight' }, { command: 'DivertShipment' }],
        // By hand: limit 15:50Z, 240 minutes at the centre, 80 by road, 3 h 45 in the air, two hours to change.
        until: utc('09-05T04:45'),
      },
    ]);
  });

  it('offers the fallback where a flight will be missed', () => {
    const story = within(1845 + 400);
    const at = utc('09-04T09:00');
    story.says(at, estimate('1.0/1', at, [utc('09-04T14:00'), utc('09-05T01:30')]));
    const short = causesOf(story.shipment).find(({ key }) => key === 'slack-short');
    expect(short?.offers.map(({ label }) => label)).toEqual([
      'Switch to UA 2031',
      'Name another flight',
      'Send the box elsewhere',
    ]);
    // It leaves at 06:15Z, and two hours are needed to change.
    expect(short?.until).toBe(utc('09-05T04:15'));
  });

  it('offers no fallback that will be missed as well, and then says until when the limit holds', () => {
    const story = within(1845 + 400);
    const at = utc('09-04T09:00');
    story.says(at, estimate('1.0/1', at, [utc('09-04T19:00'), utc('09-05T06:30')]));
    const late = causesOf(story.shipment).find(({ key }) => key === 'infusion-after-limit');
    expect(late?.offers.map(({ label }) => label)).toEqual(['Name another flight', 'Send the box elsewhere']);
    expect(late?.until).toBe(limitOf(story));
  });
});

/** Nobody has said either that the cells were shown to customs. */
const waitedFor = (story: Story) =>
  standing(story).filter((key) => !key.startsWith('overdue/customs-presentation-due'));

const alertsWithoutPatient = ({ shipment }: Story) =>
  withoutPatient(shipment)
    .stages.alert.alerts.filter(({ status }) => status !== 'resolved')
    .map(({ cause }) => cause.key)
    .filter((key) => !key.startsWith('overdue/customs-presentation-due'));

describe('the latest moment of what nobody tells of', () => {
  it('is on the agenda for the next milestone alone, and moves on with the word', () => {
    const story = told(dayOneEnough, 9);
    const moments = dayOneEnough.slice(9, 15).map(([at, command]) =>
      agendaOf(story.says(at, command).shipment)
        .filter(({ kind }) => kind === 'latest-moment')
        .map(({ key, dueAt }) => [key, dueAt]),
    );
    expect(moments).toEqual([
      [['latest-moment/packed', utc('09-04T13:00')]],
      [['latest-moment/packed', utc('09-04T13:00')]],
      [['latest-moment/handed-over', utc('09-04T13:00')]],
      [['latest-moment/departed/1.0', utc('09-04T16:45')]],
      [['latest-moment/received', utc('09-07T00:05')]],
      [],
    ]);
  });

  it('rings beside the milestone’s own deadline, which goes on for whoever owes the word, and ends with it', () => {
    const story = told(dayOneEnough, 14).passTo(utc('09-05T08:00'));
    expect(waitedFor(story)).toEqual(['overdue/receipt-due']);
    story.passTo(utc('09-07T00:06'));
    expect(waitedFor(story)).toEqual([
      'overdue/receipt-due',
      `overdue/bag-target/${bagOfDay(1)}`,
      'overdue/latest-moment/received',
    ]);
    expect(alertsWithoutPatient(story)).toEqual(['overdue/receipt-due', `overdue/bag-target/${bagOfDay(1)}`]);
    const rung = causesOf(story.shipment).find(({ key }) => key === 'overdue/latest-moment/received');
    expect(rung).toMatchObject({
      severity: 'critical',
      follows: expect.stringContaining('The same word ends what stands beside this: Record the receipt') as string,
      offers: [{ command: 'RecordReceipt' }],
    });
    story.says(utc('09-07T00:10'), says.receive(utc('09-07T00:08'), [bagOfDay(1)]));
    expect(waitedFor(story).filter((key) => /receipt-due|latest-moment/.test(key))).toEqual([]);
  });

  it('is not told to whoever may not know how long the patient’s graft takes: they keep the deadline that waits for the same word', () => {
    const story = told(dayOneEnough, 14).passTo(utc('09-07T00:06'));
    const keys = agendaWithoutPatient(withoutPatient(story.shipment)).map(({ key }) => key);
    expect(keys).toContain('receipt-due');
    expect(keys.filter((key) => key.startsWith('latest-moment'))).toEqual([]);
  });
});
