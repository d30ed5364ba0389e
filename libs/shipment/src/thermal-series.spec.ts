import { stretchesOutside } from './thermal-series.js';

const rules = { gapMillis: 10 * 60_000, debounceMillis: 5 * 60_000, fromMillis: 0 };

describe('time out of band', () => {
  it('is one stretch, however many readings tell of it', () => {
    const all = Array.from({ length: 200_000 }, (_, nth) => ({ atMillis: nth * 1_000, excess: nth === 7 ? 3 : 1 }));
    expect(stretchesOutside(all, rules)).toEqual([
      { fromMillis: 0, untilMillis: null, minutes: 199_999 / 60, most: 3 },
    ]);
  });
});
