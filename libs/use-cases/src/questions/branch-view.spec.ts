import { branchView } from './branch-views.js';
import { branchViewsOf } from './branch-view.js';
import { collected, counted, houston, openedTrip, tripId, withSeats } from './example-trip.js';
import { handedOver, withCourier } from './example-way.js';
import { shipmentViewOf } from './shipment-view.js';

const ready = () => withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'));
const short = () => counted(collected(openedTrip()), 1000);

const keysOf = (trip: ReturnType<typeof openedTrip>) =>
  branchViewsOf(trip.state).map(({ stretches }) => stretches.map(({ key }) => key));

describe('the branches of a trip', () => {
  it('are the plans from the collection to the infusion, each by its own day, and keep to their schema', () => {
    const branches = branchViewsOf(openedTrip().state);
    expect(branches.map((each) => branchView.parse(each))).toEqual(branches);
    expect(keysOf(openedTrip())).toEqual([
      ['collection/1', 'count/1', 'hand-over/1', 'flight/1.0/1', 'flight/1.1/1', 'ground/1', 'receipt/1'],
      ['collection/2', 'count/2', 'hand-over/2', 'flight/2.0/1', 'flight/2.1/1', 'ground/2', 'receipt/2'],
    ]);
    expect(branches[0]).toMatchObject({ plan: 1, status: 'proposed', infusion: { happened: false } });
    expect(branches[0]?.stretches.some(({ started }) => started)).toBe(false);
  });

  it('tell what has happened, and which part of it runs still', () => {
    const [first] = branchViewsOf(collected(openedTrip()).state);
    expect(first?.stretches.slice(0, 2)).toMatchObject([
      { key: 'collection/1', started: true, ended: true, startsAt: '2026-11-23T00:00:00.000Z' },
      { key: 'count/1', started: true, ended: false, startsAt: '2026-11-23T04:00:00.000Z' },
    ]);
  });

  it('end with the infusion that the bag’s clock is forecast to end by', () => {
    const view = shipmentViewOf(tripId, handedOver(counted(collected(ready()), 2000)).state);
    expect(view.branches[0]?.infusion?.at).toBe(view.oldestBag?.infusionForecastAt);
    expect(view.branches[0]?.stretches.at(-1)?.endsAt).toBe(view.branches[0]?.infusion?.at);
  });

  it('of a plan that stands down keep its flights, and lead nowhere', () => {
    const again = short().at('2026-11-23T06:10Z', 'DecideOnCount', {
      decision: 'collect-again',
      decidedAt: houston('2026-11-23T00:05'),
      wordOf: { role: 'collection-physician', person: 'C. Example' },
      reason: 'The dose is below the request.',
    });
    const [first, second] = branchViewsOf(again.state);
    expect(first).toMatchObject({ status: 'stood-down', infusion: null, fallbacks: [] });
    expect(first?.stretches.map(({ kind }) => kind)).toContain('flight');
    expect(second).toMatchObject({ status: 'confirmed', infusion: { happened: false } });
  });

  it('say from where a fallback is taken, and when it would be at the centre', () => {
    const [first] = branchViewsOf(openedTrip().state);
    const lands = first?.stretches.find(({ key }) => key === 'flight/1.0/1')?.endsAt;
    expect(first?.fallbacks).toEqual([
      {
        ...{ leg: 1, what: 'UA 2020 Chicago to Houston', short: 'UA 2020', leavesFrom: lands },
        ...{ startsAt: '2026-11-24T22:00:00.000Z', endsAt: '2026-11-25T00:45:00.000Z' },
        atCentreAt: '2026-11-25T02:15:00.000Z',
      },
    ]);
  });
});
