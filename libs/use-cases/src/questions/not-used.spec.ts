import { actionsOf } from './actions.js';
import { bagOfDay1, beijing, collected, counted, houston, openedTrip, type Trip, withSeats } from './example-trip.js';
import { accepted, flown, handedOver, infused, withCourier } from './example-way.js';
import { receiptViewOf } from './receipt-view.js';
import { stripOf } from './strip.js';
import { timelineOf } from './timeline.js';

const delivered = () =>
  accepted(
    flown(handedOver(counted(collected(withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'))), 2000))),
  );
const notUsed = (trip: Trip) =>
  trip.at('2026-11-25T01:30Z', 'RecordBagNotUsed', {
    ...{ bag: bagOfDay1, decidedAt: houston('2026-11-24T19:20'), reason: 'leaking' },
    wordOf: { role: 'receiving-laboratory', person: 'H. Example' },
  });
const shows = (trip: Trip, name: string) => stripOf(trip.state).find((each) => each.name === name);
const forms = (trip: Trip, command: string) => actionsOf(trip.state).actions.filter((each) => each.command === command);
const whyNot = (trip: Trip, command: string) =>
  actionsOf(trip.state).notNow.find((each) => each.command === command)?.why;

describe('a bag that is not used', () => {
  it('is offered while its clock runs where the centre has it', () => {
    expect(forms(delivered(), 'RecordBagNotUsed')).toMatchObject([
      { prefill: { bag: bagOfDay1, decidedAt: { zone: 'America/Chicago' } } },
    ]);
    expect(whyNot(infused(delivered()), 'RecordBagNotUsed')).toBe('The shipment is closed.');
  });

  it('says so on the strip, in the timeline and in the table of bags', () => {
    const trip = notUsed(delivered());
    expect([shows(trip, 'receipt')?.says, shows(trip, 'infusion')?.says]).toEqual(['accepted', 'stopped']);
    expect(timelineOf(trip.state, []).map(({ what }) => what)).toContain('The day 1 bag is not used');
    expect(receiptViewOf(trip.state).bags).toMatchObject([{ ended: { how: 'not-used', ageMinutes: 2720 } }]);
  });
});

describe('a collection that runs', () => {
  it('can be broken off', () => {
    const started = openedTrip().at('2026-11-23T00:10Z', 'StartCollection', {
      day: 1,
      startedAt: beijing('2026-11-23T08:00'),
    });
    expect(forms(started, 'RecordCollectionBrokenOff')).toMatchObject([{ prefill: { day: 1 } }]);
    const follows = forms(started, 'CancelShipment').map(({ consequences }) => consequences.join(' '));
    expect(follows).toHaveLength(4);
    for (const each of follows) expect(each).toContain('Day 1 is being collected');
    expect(follows.map((each) => each.includes('Plan 1 stands down'))).toEqual([true, true, false, true]);
  });
});
