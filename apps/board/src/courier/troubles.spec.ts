import type { Action, Shipment } from '../api/types.js';
import { actionFor, asDeviation, asksOf, estimateBody, legOf, troubleBody } from './troubles.js';

const at = Date.parse('2026-11-24T01:05:30Z');
const words = { by: 'Airport security', reason: 'No details told yet.', at };
const action = (command: string, prefill: Action['prefill']): Action => ({
  ...{ command, stage: 's', stageRevision: 1, label: command, subject: null, prefill, fields: {} },
  ...{ consequences: [], milestone: null, onRecord: {}, due: null, next: false },
});
const airport = (iata: string, zone: string) => ({ iata, city: iata, zone, position: null });
type Leg = Shipment['plans'][number]['legs'][number];
const leg = (more: Partial<Leg> = {}): Leg => ({
  ...{ leg: 0, booking: '1.0/1', bookingStatus: 'ticketed', departedAt: null, arrivedAt: null },
  ...{ estimatedDepartureAt: null, estimatedArrivalAt: null, holdLapsesAt: null, giveUpBy: null, fallback: null },
  flight: {
    ...{ designator: 'UA 850', departsAt: '2026-11-24T02:00:00.000Z', arrivesAt: '2026-11-24T15:30:00.000Z' },
    ...{ from: airport('PEK', 'Asia/Shanghai'), to: airport('ORD', 'America/Chicago') },
  },
  ...more,
});
const milestones = ['checkpoint/1/0/PEK', 'departed/1.0', 'landed/1.0', 'checkpoint/1/1/ORD', 'departed/1.1'];
const shipment = (over: number) =>
  ({
    courses: [
      { milestones: milestones.map((key, index) => ({ key, standing: index < over ? 'happened' : 'expected' })) },
    ],
    plans: [{ legs: [leg()] }],
  }) as unknown as Shipment;
const flights = ['1.0/1', '1.1/1'].map((booking) =>
  action('RecordFlightEstimate', { booking, statedAt: { zone: 'Asia/Shanghai' } }),
);
const demands = ['1/0/PEK', '1/1/ORD'].map((exemption) =>
  action('RecordXrayDemanded', { exemption, demandedAt: { zone: 'Asia/Shanghai' } }),
);
const open = action('OpenDeviation', { happenedAt: { zone: 'America/Chicago' } });

describe('a trouble', () => {
  it('is about the flight or the checkpoint that the trip comes to next', () => {
    const found = (over: number) => ({ shipment: shipment(over), actions: [...flights, ...demands] });
    expect(actionFor('delayed', found(0))).toBe(flights[0]);
    expect(actionFor('delayed', found(2))).toBe(flights[0]);
    expect(actionFor('delayed', found(3))).toBe(flights[1]);
    expect(actionFor('xray-demanded', found(0))).toBe(demands[0]);
    expect(actionFor('xray-demanded', found(1))).toBe(demands[1]);
  });

  it('cannot be recorded where the API does not take it now', () => {
    expect(actionFor('xray-happened', { shipment: shipment(0), actions: flights })).toBeUndefined();
  });

  it('is sent with the time now in the clock of its place', () => {
    expect(troubleBody('xray-demanded', demands[0]!, words)).toEqual({
      exemption: '1/0/PEK',
      demandedAt: { local: '2026-11-24T09:05', zone: 'Asia/Shanghai', offset: '+08:00' },
      by: 'Airport security',
    });
  });

  it.each([
    ['leak', 'product-damaged'],
    ['box-opened', 'box-opened'],
  ] as const)('%s opens a deviation of the kind %s, still to be graded', (kind, opened) => {
    expect(troubleBody(kind, open, words)).toMatchObject({ kind: opened, seriousness: null, words: words.reason });
  });

  it('whose own command has to wait is opened as a deviation, where the API takes one', () => {
    expect(asDeviation('xray-happened', { actions: [open] })).toBe(open);
    expect([asDeviation('leak', { actions: [open] }), asDeviation('cancelled', { actions: [] })]).toEqual([
      undefined,
      undefined,
    ]);
    expect(troubleBody('xray-happened', open, words)).toMatchObject({ kind: 'x-ray-scanned', words: words.reason });
    expect(troubleBody('delayed', open, words)).toMatchObject({ kind: 'other', words: words.reason });
  });
});

describe('a delay', () => {
  const newAt = Date.parse('2026-11-24T03:30Z');

  it('asks when the flight leaves, and lets it land later by as much', () => {
    expect(asksOf(leg())).toEqual({ end: 'departs', zone: 'Asia/Shanghai' });
    expect(estimateBody(flights[0]!, leg(), { newAt, at })).toEqual({
      booking: '1.0/1',
      statedAt: { local: '2026-11-24T09:05', zone: 'Asia/Shanghai', offset: '+08:00' },
      departsAt: { local: '2026-11-24T11:30', zone: 'Asia/Shanghai', offset: '+08:00' },
      arrivesAt: { local: '2026-11-24T11:00', zone: 'America/Chicago', offset: '-06:00' },
    });
  });

  it('reckons from the estimate that was told before', () => {
    const told = leg({
      estimatedDepartureAt: '2026-11-24T03:00:00.000Z',
      estimatedArrivalAt: '2026-11-24T16:20:00.000Z',
    });
    expect(estimateBody(flights[0]!, told, { newAt, at })).toMatchObject({ arrivesAt: { local: '2026-11-24T10:50' } });
  });

  it('asks of a flight in the air only when it lands', () => {
    const flying = leg({ departedAt: '2026-11-24T02:10:00.000Z' });
    expect(asksOf(flying)).toEqual({ end: 'arrives', zone: 'America/Chicago' });
    expect(estimateBody(flights[0]!, flying, { newAt: Date.parse('2026-11-24T17:00Z'), at })).toMatchObject({
      departsAt: { local: '2026-11-24T10:10' },
      arrivesAt: { local: '2026-11-24T11:00' },
    });
  });

  it('knows its flight by the booking', () => {
    expect(legOf(flights[0]!, shipment(0))?.flight.designator).toBe('UA 850');
    expect(legOf(demands[0]!, shipment(0))).toBeUndefined();
  });
});
