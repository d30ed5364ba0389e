import { agendaOf, causesOf } from './agenda.js';
import { opening, says, utc } from './case-a.examples.js';
import { dayOneEnough, dayTwoNeeded, openedWith, type Line } from './journeys.examples.js';
import type { ShipmentCommand } from './shipment.js';
import { Story } from './story.examples.js';

/** Collecting that is broken off without a bag, in the journey of case A. Beijing is at UTC+8. */

const told = (lines: readonly Line[], until: string): Story =>
  lines
    .filter(([at]) => at <= utc(until))
    .reduce((story, [at, command]) => story.says(at, command), new Story(lines[0]?.[0] ?? utc('01-01T00:00')));
const conditionedAt = utc('08-29T14:00');
const conditioned = (lines: readonly Line[]): readonly Line[] => [
  ...lines.slice(0, 6),
  [conditionedAt, says.conditioned(conditionedAt)],
  ...lines.slice(6),
];
const oneDay = openedWith(dayOneEnough, { collectionDays: opening.data.collectionDays.slice(0, 1) }).filter(
  ([, command]) => !(command.name === 'ProposePlan' && command.data.plan === 2),
);
const at = utc('09-04T01:00');
const brokenOff = (lines: readonly Line[] = dayOneEnough) => told(lines, '09-04T00:05').says(at, says.breakOff(at));
const days = ({ shipment }: Story) => shipment.stages.collection.days.map(({ status }) => status);
const order = ({ shipment }: Story) => shipment.stages.order.status;
const plans = ({ shipment }: Story) => shipment.stages['flight-booking'].plans.map(({ status }) => status);
const kinds = ({ shipment }: Story) => agendaOf(shipment).map(({ kind }) => kind);
const causes = ({ shipment }: Story) => causesOf(shipment).map(({ key }) => key);
const offers = ({ shipment }: Story, key: string) =>
  causesOf(shipment)
    .find((each) => each.key === key)
    ?.offers.map(({ command }) => command);
const secondDay = utc('09-05T00:05');

describe('a first collection day that is broken off', () => {
  it('is planned again by nobody but a person, whom an alert asks for as long as it stands', () => {
    const story = brokenOff();
    story.passTo(utc('09-09T12:00'));
    expect([days(story), causes(story)]).toEqual([['broken-off', 'reserved'], ['collection-broken-off']]);
    expect(kinds(story)).not.toContain('collection-start-due');
    expect(offers(story, 'collection-broken-off')).toEqual([
      ...['StartCollection', 'PostponeCollection', 'WithdrawDonor', 'CancelShipment'],
    ]);
  });

  it('is the highest alert over a conditioned patient, with the backup among the ways out', () => {
    const story = brokenOff(conditioned(dayOneEnough));
    expect(causes(story)).toEqual(['patient-conditioned/broken-off']);
    expect(causesOf(story.shipment)[0]).toMatchObject({
      severity: 'critical',
      wrong: 'Day 1 was broken off without a bag (the veins give nothing), and the conditioning of R1 has started.',
    });
    expect(offers(story, 'patient-conditioned/broken-off')).toEqual([
      ...['NameBackup', 'StartCollection', 'PostponeCollection', 'WithdrawDonor', 'CancelShipment'],
    ]);
    const put = story.copy().says(story.now, says.postpone(story.now, '2024-09-06'));
    expect(causes(put)).toEqual(['patient-conditioned/postponed']);
    story.says(story.now, says.withdraw(story.now));
    expect([order(story), causes(story)]).toEqual(['open', ['patient-conditioned/withdrawn']]);
  });

  it.each<[string, ShipmentCommand]>([
    ['other days', says.postpone(at, '2024-09-18', '2024-09-19')],
    ['the same days', says.postpone(at, '2024-09-04', '2024-09-05')],
    ['another start on that day', says.start(at)],
  ])('is over with %s', (_, command) => {
    const story = brokenOff().says(utc('09-04T02:00'), command);
    expect(causes(story)).toEqual([]);
    expect(order(story)).toBe('open');
  });

  it('of a single day can be put off as well', () => {
    const story = brokenOff(oneDay);
    expect(offers(story, 'collection-broken-off')).toEqual(['PostponeCollection', 'WithdrawDonor', 'CancelShipment']);
    expect(story.tries(says.postpone(story.now, '2024-09-06'))).toBeUndefined();
    expect(days(story)).toEqual(['planned']);
  });

  it('lets the second day begin, whose cells fly by its own plan', () => {
    const story = brokenOff().says(secondDay, says.start(secondDay, 2));
    expect([days(story), causes(story), plans(story)]).toEqual([
      ['broken-off', 'running'],
      [],
      ['proposed', 'proposed'],
    ]);
    story.says(utc('09-05T04:05'), says.end(utc('09-05T04:05'), 2));
    story.says(utc('09-05T05:15'), says.count(utc('09-05T05:15'), 1640, 2));
    expect([days(story), plans(story)]).toEqual([
      ['broken-off', 'ended'],
      ['stood-down', 'confirmed'],
    ]);
  });

  it('was not broken off, by the word that it ended with bags', () => {
    const story = brokenOff(conditioned(dayOneEnough)).says(utc('09-04T04:05'), says.end(utc('09-04T04:05')));
    expect([days(story), causes(story)]).toEqual([['ended', 'reserved'], []]);
    expect(kinds(story)).toEqual(expect.arrayContaining(['count-due', 'bag-limit']));
  });

  it('leaves a withdrawn donor gone', () => {
    const story = brokenOff().says(utc('09-04T02:00'), says.withdraw(utc('09-04T02:00')));
    expect(order(story)).toBe('stopped');
  });
});

describe('a second day that is broken off', () => {
  it('is not called up again by rule: what there is of the first is decided on', () => {
    const story = told(dayTwoNeeded, '09-05T00:05').says(utc('09-05T01:00'), says.breakOff(utc('09-05T01:00'), 2));
    expect(days(story)).toEqual(['ended', 'broken-off']);
    expect(causes(story)).toContain('second-day-lost');
    expect(story.tries(says.decide(story.now, 'accept-less'))).toBeUndefined();
    expect(plans(story)).toEqual(['stood-down', 'confirmed']);
  });
});
