import type { Milestone, Shipment } from '../api/types.js';
import { cityNow, isOver, lastHappened, tightest } from './where-now.js';

const milestone = (key: string, standing: Milestone['standing'], city: string, slack: number | null) =>
  ({ key, what: key, standing, shownIn: { city, zone: 'UTC' }, slackToLimit: slack }) as Milestone;
const trip = (...milestones: readonly Milestone[]) =>
  ({
    status: 'open',
    courses: [{ milestones }],
    from: { city: 'Beijing', zone: 'Asia/Shanghai' },
  }) as unknown as Shipment;
const flying = trip(
  milestone('handed-over', 'happened', 'Beijing', null),
  milestone('departed/1.0', 'happened', 'Beijing airport', null),
  milestone('landed/1.0', 'expected', 'Chicago', 90),
  milestone('departed/1.1', 'expected', 'Chicago', 40),
);

describe('where a trip is now', () => {
  it('is where the last thing happened', () => {
    expect([lastHappened(flying)?.key, cityNow(flying)]).toEqual(['departed/1.0', 'Beijing airport']);
  });

  it('is its beginning before anything has', () => {
    expect(cityNow(trip(milestone('packed', 'expected', 'Beijing', 300)))).toBe('Beijing');
    expect(cityNow(trip())).toBe('Beijing');
  });

  it('is over once it is delivered or goes no further, and not while no plan stands', () => {
    const delivered = trip(milestone('delivered', 'happened', 'Houston', null));
    expect([flying, delivered, { ...flying, status: 'stopped' as const }].map(isOver)).toEqual([false, true, true]);
    expect(isOver({ status: 'open', courses: [] })).toBe(false);
  });

  it('is tightest where the least is to spare', () => {
    expect(tightest(flying)?.key).toBe('departed/1.1');
    expect(tightest(trip())).toBeUndefined();
  });
});
