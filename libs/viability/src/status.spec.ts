import fc from 'fast-check';
import { shippedConstants } from './constants.js';
import { modelFinding } from './status.js';

/** How often the light turns over a series of probabilities, each judged by what was found before it, or as if nothing had been. */
function turns(series: readonly number[], remembers: boolean): number {
  let [wasInDoubt, turned] = [false, 0];
  for (const probability of series) {
    const before = remembers && wasInDoubt;
    const { light } = modelFinding({ planned: probability, worst: probability, wasInDoubt: before }, shippedConstants);
    if ((light === 'amber') !== wasInDoubt) turned += 1;
    wasInDoubt = light === 'amber';
  }
  return turned;
}

const trembling = fc.array(fc.double({ min: 0.93, max: 0.9699, noNaN: true }), { maxLength: 60 });

describe('the light of the model', () => {
  it.each([
    [0.949, 1, false, 'amber'],
    [0.95, 1, false, 'green'],
    [0.95, 1, true, 'amber'],
    [0.97, 0.95, true, 'green'],
    [0.99, 0.949, true, 'amber'],
    [0.99, 0.949, false, 'green'],
  ] as const)('at %d, and %d at the warm end, in doubt before: %s, is %s', (planned, worst, wasInDoubt, light) => {
    expect(modelFinding({ planned, worst, wasInDoubt }, shippedConstants).light).toBe(light);
  });

  it('turns once at most, however a series trembles about its line', () => {
    fc.assert(fc.property(trembling, (series) => turns(series, true) <= 1));
  });

  it('would turn each time without what was found before', () => {
    const series = Array.from({ length: 20 }, (_, nth) => (nth % 2 === 0 ? 0.949 : 0.951));
    expect(turns(series, false)).toBe(20);
    expect(turns(series, true)).toBe(1);
  });
});
