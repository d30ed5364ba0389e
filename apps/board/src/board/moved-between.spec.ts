import { movedBetween } from './moved-between.js';

const moved = (before: string, wanted: string) => movedBetween([...before], [...wanted]);

describe('rows that stand elsewhere', () => {
  it.each([
    ['abcdefg', 'gabcdef', 1],
    ['abcd', 'dcba', 3],
    ['abc', 'abc', 0],
    ['abc', 'xac', 2],
  ])('from %s to %s are counted, and not those that they moved past', (before, wanted, count) =>
    expect(moved(before, wanted)).toBe(count),
  );
});
