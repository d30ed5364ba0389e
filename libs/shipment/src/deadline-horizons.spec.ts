import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { agendaOf, causesOf } from './agenda.js';
import { utc } from './case-a.examples.js';
import { canBeDoneUntil } from './deadline-horizons.js';
import { dayOneEnough } from './journeys.examples.js';
import type { Deadline, DeadlineKind } from './obligation.js';
import { clockedBags, currentBookings, governingBag, livePlans } from './overview.js';
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

  it('until the departure of the leg that it names, and not of the leg before', () => {
    const { shipment } = told(9, '09-04T06:30');
    const [first, second] = currentBookings(shipment, livePlans(shipment)[0]!);
    const dueAt = plusMinutes(first!.flight.departsAt.at, -300);
    const deadline = agendaOf(shipment).find((each) => each.does !== 'call') as Deadline;
    const untilFor = (kind: DeadlineKind, occasion: string) =>
      canBeDoneUntil(shipment, { ...deadline, kind, key: `${kind}/${occasion}`, dueAt });
    const exemption = shipment.stages['xray-exemption'].exemptions.find(({ leg }) => leg === second!.leg);
    expect(untilFor('hold-lapses', second!.id)).toBe(second!.flight.departsAt.at);
    expect(untilFor('exemption-answer-due', exemption!.id)).toBe(second!.flight.departsAt.at);
    expect(untilFor('hold-lapses', first!.id)).toBe(first!.flight.departsAt.at);
    expect(untilFor('leave-for-airport', '1')).toBe(first!.flight.departsAt.at);
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
