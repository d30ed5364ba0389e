import type { Action, Milestone, Shipment } from '../api/types.js';
import type { Queued } from '../offline/queued.js';
import { asIfSent } from './as-if-sent.js';
import { actionFor, asksOf } from './troubles.js';
import { cityNow, lastHappened } from './where-now.js';

const milestone = (key: string, standing: Milestone['standing'], city: string) =>
  ({ key, standing, shownIn: { city, zone: 'UTC' }, expectedAt: '2026-11-24T00:00:00.000Z' }) as Milestone;
const leg = { booking: '1.0/1', departedAt: null, arrivedAt: null, flight: { from: { zone: 'A' }, to: { zone: 'B' } } };
const shipment = {
  ...{ from: { city: 'Houston', zone: 'UTC' }, status: 'open', plans: [{ legs: [leg] }] },
  courses: [
    {
      milestones: [
        milestone('handed-over', 'happened', 'Beijing'),
        milestone('checkpoint/1/0/PEK', 'expected', 'Beijing airport'),
        milestone('departed/1.0', 'expected', 'Beijing airport'),
        milestone('landed/1.0', 'expected', 'Chicago'),
        milestone('checkpoint/1/1/ORD', 'expected', 'Chicago'),
      ],
    },
  ],
} as unknown as Shipment;
const action = (command: string, more: Partial<Action>): Action => ({
  ...{ command, stage: 's', stageRevision: 1, label: command, subject: null, prefill: {}, fields: {} },
  ...{ consequences: [], milestone: null, onRecord: {}, due: null, next: false },
  ...more,
});
const departure = action('RecordDeparture', { milestone: 'departed/1.0', prefill: { booking: '1.0/1' } });
const demandedAt = (exemption: string) => action('RecordXrayDemanded', { prefill: { exemption } });
const left: Queued = {
  ...{ key: 'k', sequence: 1, shipment: 's', command: 'RecordDeparture', stage: 's', label: 'l', revision: 1 },
  body: { booking: '1.0/1', departedAt: { local: '2026-11-24T10:20', zone: 'Asia/Shanghai', offset: '+08:00' } },
  ...{ after: null, queuedAt: 0, state: 'waiting', refusal: null, stood: [] },
};

describe('the trip as this phone knows it', () => {
  const known = asIfSent({ shipment, actions: [departure] }, [left]);

  it('is past what waits to be sent, with its own time, and past all before it', () => {
    expect(known.courses[0]?.milestones.map(({ standing }) => standing)).toEqual([
      ...['happened', 'passed', 'happened', 'expected', 'expected'],
    ]);
    expect(lastHappened(known)).toMatchObject({ key: 'departed/1.0', expectedAt: '2026-11-24T02:20:00.000Z' });
    expect(cityNow(known)).toBe('Beijing airport');
    expect(asksOf(known.plans[0]!.legs[0]!).end).toBe('arrives');
  });

  it('is as the server says where nothing waits, or what waited was refused', () => {
    expect(asIfSent({ shipment, actions: [departure] }, [])).toBe(shipment);
    expect(asIfSent({ shipment, actions: [departure] }, [{ ...left, state: 'refused' }])).toBe(shipment);
  });

  it('has no X-ray demanded where it has left, though nothing else can be recorded', () => {
    const [beijing, chicago] = ['1/0/PEK', '1/1/ORD'].map(demandedAt) as [Action, Action];
    expect(actionFor('xray-demanded', { shipment, actions: [beijing] })).toBe(beijing);
    expect(actionFor('xray-demanded', { shipment: known, actions: [beijing] })).toBeUndefined();
    expect(actionFor('xray-demanded', { shipment: known, actions: [beijing, chicago] })).toBe(chicago);
    const unplanned = demandedAt('1/x1/ICN');
    expect(actionFor('xray-demanded', { shipment: known, actions: [beijing, unplanned] })).toBe(unplanned);
  });
});
