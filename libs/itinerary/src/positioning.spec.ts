import { zoneOf, type Instant, type LocalDate } from '@cellrelay/kernel';
import { positioningFor, reachOf, type CollectionAhead, type PositioningRule, type Reach } from './positioning.js';

const regions = [{ name: 'Europe', countries: ['DE', 'IT'] }];
const shanghai = zoneOf('Asia/Shanghai');
if (shanghai === undefined) throw new Error('a test value is malformed');
const collection: CollectionAhead = {
  startsAt: '2026-11-23T00:00:00.000Z' as Instant,
  date: '2026-11-23' as LocalDate,
  zone: shanghai,
  secondDayPossible: false,
};
const rule: PositioningRule = {
  days: { overseas: 2, region: 1, domestic: 0 },
  byClock: { overseas: '23:59', region: '12:00', domestic: '23:59' },
  extraNightsForDayTwo: 1,
};

describe('how far a courier travels', () => {
  it.each([
    ['DE', 'DE', 'domestic'],
    ['DE', 'IT', 'region'],
    ['IT', 'CN', 'overseas'],
    ['CN', 'JP', 'overseas'],
    [null, 'DE', 'overseas'],
    ['DE', null, 'overseas'],
  ] as const)('%s from %s is %s', (from, to, reach) => {
    expect(reachOf({ collection: to, from, regions })).toBe(reach);
  });
});

describe('the positioning trip', () => {
  const by: [Reach, string][] = [
    ['overseas', '2026-11-21T15:59:00.000Z'],
    ['region', '2026-11-22T04:00:00.000Z'],
    ['domestic', '2026-11-23T00:00:00.000Z'],
  ];
  it.each(by)('%s is over by %s, and never after the collection begins', (reach, inTownBy) => {
    expect(positioningFor(reach, collection, rule)).toEqual({ reach, inTownBy, staysUntil: '2026-11-23' });
  });

  it('has another night where a second day is possible', () => {
    const both = positioningFor('overseas', { ...collection, secondDayPossible: true }, rule);
    expect(both.staysUntil).toBe('2026-11-24');
  });
});
