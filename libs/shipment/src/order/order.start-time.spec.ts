import { localDateOf, zoneOf } from '@cellrelay/kernel';
import { initialOrder } from './order.evolve.js';
import { defined, site, open, refusalOf, when } from './order.examples.js';

describe('a start of collection on a day on which the clocks change', () => {
  const inNewYork = (day: string, clock: string) =>
    open({
      parties: { ...open().data.parties, collectionCentre: { ...site, zone: defined(zoneOf('America/New_York')) } },
      collectionDays: [defined(localDateOf(day))],
      collectionStartsAtClock: clock,
    });

  it('is refused when they skip it or repeat it, with the nearest starts that the form can take', () => {
    expect(refusalOf(inNewYork('2026-03-08', '02:30'))).toEqual({
      code: 'local-time-skipped',
      sentence:
        '02:30 does not exist on 2026-03-08 in America/New_York, where the clocks are changed then. Choose another start: 01:59 or 03:00 are the nearest.',
      at: '/collectionStartsAtClock',
      allowed: ['01:59', '03:00'],
    });
    expect(refusalOf(inNewYork('2026-11-01', '01:30'))).toEqual({
      code: 'local-time-repeated',
      sentence:
        '01:30 happens twice on 2026-11-01 in America/New_York, where the clocks are changed then. Choose another start: 00:59 or 02:00 are the nearest.',
      at: '/collectionStartsAtClock',
      allowed: ['00:59', '02:00'],
    });
    for (const clock of ['01:59', '03:00'])
      expect(when(inNewYork('2026-03-08', clock), initialOrder)).toContain('ShipmentOpened');
    expect(when(inNewYork('2026-11-01', '08:00'), initialOrder)).toContain('ShipmentOpened');
  });
});
