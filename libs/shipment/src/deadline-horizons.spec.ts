import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { causesOf } from './agenda.js';
import { utc } from './case-a.examples.js';
import { dayOneEnough } from './journeys.examples.js';
import { clockedBags, governingBag } from './overview.js';
import { Story } from './story.examples.js';

const told = (lines: number, until: string): Story =>
  dayOneEnough
    .slice(0, lines)
    .reduce((story, [at, command]) => story.says(at, command), new Story(utc('08-12T14:30')))
    .passTo(utc(until));
const untilOf = ({ shipment }: Story, key: string): Instant | undefined =>
  causesOf(shipment).find((cause) => cause.key === key)?.until;
const limitOf = ({ shipment }: Story) => governingBag(shipment)?.clock.limitAt;

describe('a deadline that has rung can be made good', () => {
  it('until the collection that it prepares', () => {
    const story = told(3, '08-30T00:00');
    expect(untilOf(story, 'overdue/clearance-due')).toBe(utc('09-04T00:00'));
  });

  it('until the next departure, of what must be done before it', () => {
    const story = told(9, '09-04T06:30');
    const [flight] = story.shipment.stages['flight-booking'].bookings;
    expect(untilOf(story, 'overdue/count-due/1')).toBe(flight?.flight.departsAt.at);
  });

  it('until the limit of the cells, once they are on their way', () => {
    const story = told(14, '09-05T08:00');
    expect(untilOf(story, 'overdue/receipt-due')).toBe(limitOf(story));
  });

  it('and not any more when that is over: a limit that has passed names none', () => {
    const story = told(14, '09-07T05:00');
    const [bag] = clockedBags(story.shipment);
    const cause = causesOf(story.shipment).find(({ key }) => key === `overdue/bag-limit/${bag?.id ?? ''}`);
    expect(cause).toMatchObject({ severity: 'critical' });
    expect(cause).not.toHaveProperty('until');
    expect(plusMinutes(bag?.clock.startsAt ?? story.now, 72 * 60)).toBe(limitOf(story));
  });
});
