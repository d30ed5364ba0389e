import { operatorsCoordinator, readCalendar, type EventRead } from '@cellrelay/testkit';
import { openedTrip, planBody, tripId, withSeats, collected, counted } from '../questions/example-trip.js';
import { flown, handedOver, withCourier } from '../questions/example-way.js';
import { calendarReach, tellingOf } from './calendar-telling.js';
import { moment, nothingTold, OneCalendar } from './calendar.examples.js';
import type { CalendarItem } from './calendar.port.js';

const leg = (booking: string): string => `${tripId}/leg/${booking}@cellrelay`;
const due = (key: string): string => `${tripId}/due/${key}@cellrelay`;
const found = (events: readonly EventRead[], uid: string): EventRead => {
  const [event, ...more] = events.filter((each) => each.uid === uid);
  if (event === undefined || more.length > 0)
    throw new Error(`not once there: ${uid} among ${events.map((each) => each.uid).join(', ')}`);
  return event;
};

const eventsOf = async (calendar: OneCalendar): Promise<readonly EventRead[]> => readCalendar(await calendar.text());
const ready = () => withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'));

describe('a calendar', () => {
  it('has an entry for each leg, from departure to arrival, with both local times', async () => {
    const event = found(await eventsOf(new OneCalendar(openedTrip(), operatorsCoordinator)), leg('1.0/1'));
    expect(event).toMatchObject({
      ...{ summary: 'UA 850 PEK → ORD: CR-26-0412', status: 'TENTATIVE' },
      ...{ startsAt: '2026-11-24T02:00:00.000Z', endsAt: '2026-11-24T15:30:00.000Z' },
    });
    expect(event.description).toContain('Departs: Tue 24 Nov 2026, 10:00 (Asia/Shanghai, UTC+8)');
    expect(event.description).toContain('Arrives: Tue 24 Nov 2026, 09:30 (America/Chicago, UTC-6)');
  });

  it('has an entry for each deadline, which ends when it is due and not later, and none for what desks are called for', async () => {
    const events = await eventsOf(new OneCalendar(openedTrip(), operatorsCoordinator));
    const [first] = events.filter(({ uid }) => uid.includes('/due/'));
    expect(first?.summary).toMatch(/^Due: .*CR-26-0412/);
    expect(Date.parse(first!.endsAt) - Date.parse(first!.startsAt)).toBe(15 * 60_000);
    expect(events.some(({ uid }) => uid.includes('hold-seats'))).toBe(false);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  });

  it('is the same, byte for byte, until something changes, however late it is asked for', async () => {
    const calendar = new OneCalendar(openedTrip(), operatorsCoordinator);
    const first = await calendar.text();
    calendar.now = moment('2026-11-07T09:00:00Z');
    expect(await calendar.text()).toBe(first);
    expect(calendar.told.revision).toBe(1);
  });

  it('raises the sequence of what has changed, and of nothing else', async () => {
    const calendar = new OneCalendar(openedTrip(), operatorsCoordinator);
    const before = await eventsOf(calendar);
    const moved = planBody(1);
    moved.legs[0]!.flight.departsLocal = '2026-11-24T10:30';
    calendar.trip.at('2026-11-07T01:00Z', 'ProposePlan', moved);
    const after = await eventsOf(calendar);
    expect(found(after, leg('1.1/1'))).toEqual(found(before, leg('1.1/1')));
    const now = after.filter(({ uid }) => uid.includes('/leg/1.0/'));
    expect(now.map(({ sequence }) => sequence)).toEqual(now.map(() => 2));
    expect(now.some(({ startsAt }) => startsAt === '2026-11-24T02:30:00.000Z')).toBe(true);
  });

  it('moves a flown leg to when it was flown', async () => {
    const trip = handedOver(counted(collected(ready()), 2000));
    const calendar = new OneCalendar(trip, operatorsCoordinator);
    const before = found(await eventsOf(calendar), leg('1.1/1'));
    flown(trip);
    calendar.now = moment('2026-11-24T22:00:00Z');
    const after = found(await eventsOf(calendar), leg('1.1/1'));
    expect(before).toMatchObject({ status: 'CONFIRMED', sequence: 1 });
    expect(after.sequence).toBe(2);
    expect(after.description).toContain('Departed: Tue 24 Nov 2026, 13:00 (America/Chicago, UTC-6)');
    expect(after.modified > before.modified).toBe(true);
  });

  it('calls off what is owed no more and legs that are given up, for a while, and then leaves them out', async () => {
    const calendar = new OneCalendar(collected(ready()), operatorsCoordinator);
    calendar.now = moment('2026-11-23T04:20:00Z');
    const count = due('count-due/1');
    const before = await eventsOf(calendar);
    expect(found(before, leg('2.0/1')).status).toBe('TENTATIVE');
    counted(calendar.trip, 2000);
    calendar.now = moment('2026-11-23T06:00:00Z');
    const after = await eventsOf(calendar);
    for (const uid of [count, leg('2.0/1'), leg('2.1/1')]) {
      expect(found(after, uid)).toMatchObject({ status: 'CANCELLED', sequence: 2, alarms: 0 });
      expect(found(after, uid).startsAt).toBe(found(before, uid).startsAt);
    }
    calendar.now = moment('2026-11-30T05:59:00Z');
    found(await eventsOf(calendar), count);
    calendar.now = moment('2026-11-30T06:01:00Z');
    expect((await eventsOf(calendar)).map(({ uid }) => uid)).not.toContain(count);
  });

  it('is empty, and readable, for whoever sees no shipment any more: nothing is called off before them', async () => {
    const calendar = new OneCalendar(openedTrip(), operatorsCoordinator);
    expect((await eventsOf(calendar)).length).toBeGreaterThan(5);
    const organisation = {
      id: '0190b2f0-0000-7000-8000-00000000000b',
      name: 'EXAMPLE elsewhere',
      kind: 'registry',
    } as const;
    calendar.acting = { ...operatorsCoordinator, organisation };
    expect(await eventsOf(calendar)).toEqual([]);
    expect(calendar.told.revision).toBe(2);
  });

  it('rings before critical deadlines alone, half an hour before their end', async () => {
    const calendar = new OneCalendar(counted(collected(ready()), 2000), operatorsCoordinator);
    calendar.now = moment('2026-11-23T06:00:00Z');
    const events = await eventsOf(calendar);
    expect(events.some(({ alarms }) => alarms === 1)).toBe(true);
    expect(events.some(({ alarms, uid }) => alarms === 0 && uid.includes('/due/'))).toBe(true);
    expect(await calendar.text()).toContain('TRIGGER;RELATED=END:-PT30M');
  });

  it('holds no words of anybody’s, whoever reads it', async () => {
    const trip = handedOver(counted(collected(ready()), 2000));
    const calendar = new OneCalendar(trip, operatorsCoordinator);
    calendar.now = moment('2026-11-24T00:00:00Z');
    const text = (await calendar.text()).replaceAll('\r\n ', '');
    expect(text).not.toMatch(/C\. Example|E\. Example|ABC123|BX-7|LG-31|S-100|withheld|words:/);
    // The control: the board says whose box it is.
    expect(JSON.stringify(trip.state)).toContain('BX-7');
  });

  it('is told one after the other: of two at once the later is worked out anew, and no sequence stands for two contents', async () => {
    const calendar = new OneCalendar(openedTrip(), operatorsCoordinator);
    const others: Promise<string>[] = [];
    calendar.before = async () => {
      if (others.length > 0) return;
      // While the first has read and not yet kept, the shipment moves on and a second asks.
      calendar.trip.at('2026-11-07T01:00Z', 'RecordSeatsHeld', {
        ...{ booking: '1.0/1', record: 'X', heldAt: { local: '2026-11-05T08:00', zone: 'Asia/Shanghai' } },
        holdLapsesAt: { local: '2026-11-15T08:00', zone: 'Asia/Shanghai' },
        giveUpBy: { local: '2026-11-23T18:00', zone: 'Asia/Shanghai' },
      });
      others.push(calendar.text());
      await others[0];
    };
    const first = await calendar.text();
    expect(await Promise.all(others)).toEqual([first]);
    expect(calendar.told.revision).toBe(1);
  });
});

describe('what is told', () => {
  const item = (uid: string, startsAt: string): CalendarItem => ({
    ...{ uid, shipment: tripId, startsAt: moment(startsAt), endsAt: moment(startsAt), summary: uid, description: '' },
    ...{ location: null, tentative: false, urgent: false, overdue: false },
  });
  const now = moment('2026-11-07T00:00:00Z');
  const standing = (items: readonly CalendarItem[], shipmentsLeft = 0) => ({
    ...{ as: 'all', items, shipmentsLeft },
    shipments: new Set<string>(['', tripId]),
  });

  it('says where it was cut, and calls off nothing that is owed beyond', () => {
    const days = Array.from({ length: 28 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}T12:00:00Z`);
    const many = Array.from({ length: 620 }, (_, at) => item(`u${at}`, days[at % 28] ?? ''));
    const all = tellingOf(nothingTold, now, standing(many.slice(0, 400)));
    const cut = tellingOf(all, now, standing(many));
    expect(cut.items).toHaveLength(calendarReach.mostItems + 1);
    expect(cut.items.filter(({ cancelled }) => cancelled)).toEqual([]);
    expect(cut.items.find(({ item: { shipment } }) => shipment === '')?.item.summary).toBe(
      'CellRelay: this calendar is cut, 120 entries more',
    );
    expect(tellingOf(cut, now, standing(many))).toBe(cut);
  });

  it('leaves out what is far off or long past, but for what is overdue still', () => {
    const far = [item('ahead', '2028-01-01T00:00:00Z'), item('past', '2026-09-01T00:00:00Z')];
    const overdue = { ...item('overdue', '2026-09-01T00:00:00Z'), overdue: true };
    const told = tellingOf(nothingTold, now, standing([...far, overdue]));
    expect(told.items.map((each) => each.item.uid)).toEqual(['overdue']);
  });

  it('has a later second with each revision, whatever the clock does', () => {
    const first = tellingOf(nothingTold, now, standing([item('a', '2026-11-08T00:00:00Z')]));
    const second = tellingOf(first, moment('2026-11-06T00:00:00Z'), standing([item('a', '2026-11-08T01:00:00Z')]));
    expect([first.changedAt, second.changedAt]).toEqual(['2026-11-07T00:00:00.000Z', '2026-11-07T00:00:01.000Z']);
    expect(second.items[0]?.sequence).toBe(2);
  });

  it('never lets a sequence fall, when an entry left and came back', () => {
    const one = [item('a', '2026-11-08T00:00:00Z')];
    const first = tellingOf(nothingTold, now, standing(one));
    const gone = tellingOf(first, now, standing([]));
    const forgotten = tellingOf(gone, moment('2026-11-20T00:00:00Z'), standing([]));
    const back = tellingOf(forgotten, moment('2026-11-20T00:00:00Z'), standing(one));
    expect(forgotten.items).toEqual([]);
    expect([first, gone, back].map(({ items }) => items[0]?.sequence)).toEqual([1, 2, 4]);
  });
});
