import {
  collected,
  counted,
  openedTrip,
  processing,
  tripId,
  unlikeGroups,
  withSeats,
  type Trip,
} from './example-trip.js';
import { accepted, flown, handedOver, infused, withCourier } from './example-way.js';
import { shipmentViewOf } from './shipment-view.js';
import { shipmentView } from './views.js';

const enough = () => counted(collected(withCourier(withSeats(withSeats(openedTrip(), '1.0/1'), '1.1/1'))), 2000);
const pageOf = (trip: Trip) => shipmentViewOf(tripId, trip.state);
const told = (trip: Trip, kind: string) =>
  pageOf(trip)
    .timeline.filter((entry) => entry.kind === kind)
    .map(({ what }) => what);

describe('a shipment’s page', () => {
  it.each([
    ['opened', openedTrip],
    ['counted', enough],
    ['infused', () => infused(accepted(flown(handedOver(enough()))))],
  ])('%s: fits its schema', (_name, make) => {
    expect(shipmentView.safeParse(pageOf(make())).error).toBeUndefined();
  });

  it('shows both plans with their legs, seats and fallbacks', () => {
    expect(pageOf(enough()).plans).toMatchObject([
      {
        plan: 1,
        status: 'confirmed',
        arrivalAtCentreAt: '2026-11-24T23:15:00.000Z',
        legs: [
          {
            leg: 0,
            bookingStatus: 'ticketed',
            flight: { designator: 'UA 850', from: { iata: 'PEK' } },
            fallback: null,
          },
          { leg: 1, bookingStatus: 'ticketed', fallback: { designator: 'UA 2020' } },
        ],
      },
      { plan: 2, status: 'stood-down' },
    ]);
  });

  it('shows what each recipient gets once it is counted', () => {
    expect(pageOf(openedTrip()).recipients).toMatchObject([{ ref: 'R1', doses: [{ dose: null, meetsRequest: null }] }]);
    expect(pageOf(enough()).recipients).toMatchObject([
      { ref: 'R1', doses: [{ dose: 5.1428, unit: 'million CD34 per kg', meetsRequest: true }] },
    ]);
  });

  it('shows blood groups against the donor’s, and what was decided on them', () => {
    const [before] = pageOf(openedTrip()).recipients;
    expect(before).toMatchObject({ bloodGroup: null, aboMismatch: null, rhMismatch: null, processing: null });
    const known = openedTrip().at('2026-11-03T08:00Z', 'RecordBloodGroups', unlikeGroups);
    expect(pageOf(known)).toMatchObject({
      donorBloodGroup: 'A+',
      recipients: [{ bloodGroup: 'O-', aboMismatch: 'major', rhMismatch: 'major', processing: null }],
    });
    const depleted = known.at('2026-11-03T08:10Z', 'DecideOnProcessing', processing({}));
    expect(pageOf(depleted).recipients).toMatchObject([{ processing: 'Red cell depletion, 90 minutes' }]);
    expect(told(depleted, 'happened')).toContain('Red cell depletion decided for R1');
    const low = { processing: 'none', minutes: 0, titre: 16, thresholdTitre: 32 };
    const left = depleted.at('2026-11-03T08:20Z', 'DecideOnProcessing', processing(low));
    expect(pageOf(left).recipients).toMatchObject([{ processing: 'No processing, titre 1/16 below 1/32' }]);
  });

  it('is the one view with the GRID', () => {
    expect(pageOf(openedTrip()).donorGrid).toBe('6939XYZ000123456731');
  });
});

describe('the time line', () => {
  it('is in order of time', () => {
    const times = pageOf(enough()).timeline.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
  });

  it('has both days and both plans while nothing is decided', () => {
    expect(told(openedTrip(), 'planned')).toEqual(
      expect.arrayContaining(['Day 2 collection begins, if it is needed', 'UA 850 leaves PEK', 'Infusion expected']),
    );
    expect(new Set(pageOf(openedTrip()).timeline.map(({ plan }) => plan))).toEqual(new Set([null, 1, 2]));
  });

  it('drops what is not planned any more, and says that it was stood down', () => {
    const { timeline } = pageOf(enough());
    expect(timeline.filter(({ kind, plan }) => kind === 'planned' && plan === 2)).toEqual([]);
    expect(told(enough(), 'happened')).toEqual(expect.arrayContaining(['Plan 1 confirmed', 'Plan 2 stood down']));
  });

  it('has target, limit and the latest arrival while a clock runs, and none after', () => {
    expect(told(enough(), 'limit')).toEqual([
      'Target of the day 1 bag',
      'Latest arrival at the transplant centre',
      'Limit of the day 1 bag',
    ]);
    expect(told(infused(accepted(flown(handedOver(enough())))), 'limit')).toEqual([]);
  });

  it('turns planned flights into flown ones, each in its airport’s clock', () => {
    const trip = flown(handedOver(enough()));
    expect(told(trip, 'happened')).toEqual(expect.arrayContaining(['UA 850 left PEK', 'UA 1215 landed at IAH']));
    const left = pageOf(trip).timeline.find(({ what }) => what === 'UA 1215 left ORD');
    expect(left?.shownIn).toEqual({ city: 'Chicago', zone: 'America/Chicago' });
  });

  it('takes what is due from the agenda', () => {
    const due = told(counted(collected(openedTrip()), 1000), 'due');
    expect(due).toContain('Get the decision on the day 1 count');
    expect(due).not.toContain('Limit of the day 1 bag');
  });
});
