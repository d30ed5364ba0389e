import fc from 'fast-check';
import { normalProbability } from './normal.js';

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1, 0.158655253931457],
    [1.645, 0.950015094460879],
    [1.959963984540054, 0.975],
    [-3, 0.001349898031630095],
    [6, 0.999999999013412],
    [9, 1],
    [-9, 0],
    [Infinity, 1],
    [-Infinity, 0],
  ])('of %s is %s', (x, probability) => expect(normalProbability(x)).toBeCloseTo(probability, 13));

  it('has both tails alike, and lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (x) => {
        const probability = normalProbability(x);
        expect(probability + normalProbability(-x)).toBeCloseTo(1, 13);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
      }),
    );
  });
});
