import { agendaOf, withheld } from '@cellrelay/shipment';
import { actionsPlaced, actionsOf } from './actions.js';
import { courseViewsOf } from './course-view.js';
import { actionFor } from './disclosed.js';
import { bagOfDay1, collected, counted, openedTrip, withSeats, type Trip } from './example-trip.js';
import { handedOver, withCourier } from './example-way.js';

const planned = () => withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1');
const ready = () => withCourier(planned());
const enough = () => counted(collected(ready()), 2000);
const underWay = () => handedOver(enough());
const actions = (trip: Trip) => actionsPlaced(trip.state, agendaOf(trip.state)).actions;
const named = (trip: Trip, command: string) => actions(trip).filter((action) => action.command === command);

describe('which step of the trip an action records', () => {
  it('is one of the course’s own, by its key', () => {
    for (const trip of [enough(), underWay()]) {
      const keys = courseViewsOf(trip.state).flatMap(({ milestones }) => milestones.map(({ key }) => key));
      const recorded = actions(trip).flatMap(({ milestone }) => milestone ?? []);
      expect(recorded.filter((key) => !keys.includes(key))).toEqual([]);
      expect(recorded).not.toEqual([]);
    }
  });

  it('is the departure and the landing of that very leg', () => {
    const departures = named(underWay(), 'RecordDeparture').map(({ prefill, milestone }) => [
      prefill['booking'],
      milestone,
    ]);
    expect(departures).toEqual([
      ['1.0/1', 'departed/1.0'],
      ['1.1/1', 'departed/1.1'],
    ]);
  });

  it('is none of what may be done at any time', () => {
    expect(named(underWay(), 'OpenDeviation').map(({ milestone, due }) => [milestone, due])).toEqual([[null, null]]);
  });
});

describe('what the record has where a form asks anew', () => {
  it('is told beside the form, never in it', () => {
    const [handOver] = named(enough().at('2026-11-23T22:00Z', 'PackBox', packed()), 'HandOverToCourier');
    expect(handOver?.onRecord).toEqual({ seal: 'S-100', takenBy: 'C. Example' });
    expect(handOver?.prefill).not.toHaveProperty('seal');
    const [deliver] = named(underWay(), 'DeliverToCentre');
    expect(deliver?.onRecord).toEqual({ seal: 'S-100', givenBy: 'C. Example' });
    expect(deliver?.prefill).not.toHaveProperty('givenBy');
  });

  it('is taken out for whoever may not know it', () => {
    const [deliver] = named(underWay(), 'DeliverToCentre');
    const told = actionFor([], { ...deliver!, onRecord: { seal: withheld, givenBy: 'C. Example' } });
    expect(told.onRecord).toEqual({ givenBy: 'C. Example' });
  });
});

describe('what asks for an action', () => {
  it('is the soonest thing owed that it settles, in the clock of its place', () => {
    const [position] = named(attended(), 'RecordCourierInPosition');
    expect(position?.due).toMatchObject({ shownIn: { zone: 'Asia/Shanghai' } });
    const owed = agendaOf(attended().state).filter((each) => each.dueAt === position?.due?.at);
    expect(owed.map(({ what }) => what)).toContain(position?.due?.what);
  });

  it('asks for the next step of the trip, whoever takes it, and for nothing behind it', () => {
    const next = (trip: Trip) => actions(trip).flatMap((each) => (each.next ? [each.milestone] : []));
    const packedTrip = () => enough().at('2026-11-23T22:00Z', 'PackBox', packed());
    expect(next(enough())).toEqual(['packed']);
    expect(next(packedTrip())).toEqual(['handed-over']);
    expect(next(underWay())[0]).toMatch(/^(checkpoint|border|departed)\//);
    expect(next(attended())).toEqual([]);
  });

  it('is left out where nobody asks what is owed', () => {
    expect(actionsOf(attended().state).actions.filter(({ due }) => due !== null)).toEqual([]);
  });
});

/** Named and fit, and not in town yet. */
const attended = () =>
  planned()
    .at('2026-11-10T01:00Z', 'NominateCourier', {
      courier: { name: 'C. Example', company: 'Example Couriers', phone: '+1 713 555 0100' },
      substitute: { name: 'D. Example', company: 'Example Couriers', phone: '+1 713 555 0101' },
      nominatedAt: { local: '2026-11-09T18:00', zone: 'America/Chicago' },
    })
    .at('2026-11-11T01:00Z', 'RecordCourierFit', {
      trainedUntil: '2027-06-30',
      passportValidUntil: '2028-01-31',
      visas: [{ country: 'US', standing: 'not-needed' }],
      checkedAt: { local: '2026-11-10T18:00', zone: 'America/Chicago' },
    });

const packed = () => ({
  ...{ box: 'BX-7', logger: 'LG-31', seal: 'S-100' },
  bags: [bagOfDay1],
  packedAt: { local: '2026-11-24T05:30', zone: 'Asia/Shanghai' },
});
