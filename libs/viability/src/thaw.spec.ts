import type { Instant } from '@cellrelay/kernel';
import { shippedConstants } from './constants.js';
import { cordHoldSurvival, infuseThawedBy, thawFactor } from './thaw.js';

describe('freezing and thawing (viability.md 4.4)', () => {
  it.each([
    ['HPC-A', { low: 0.36, centre: 0.7, high: 1 }],
    ['MNC-A', { low: 0.64, centre: 0.84, high: 1 }],
    ['HPC-CB', { low: 0.71, centre: 0.92, high: 0.99 }],
  ])('leaves of %s what was published', (product, factor) => {
    expect(thawFactor(product, shippedConstants)).toEqual({ ok: true, value: factor });
  });

  it.each(['HPC-M', 'constructor', ''])('is not guessed of %j', (product) => {
    expect(thawFactor(product, shippedConstants)).toMatchObject({
      ok: false,
      error: { code: 'thaw-factor-unknown', allowed: ['HPC-A', 'MNC-A', 'HPC-CB'] },
    });
  });

  it.each([
    ['unwashed', '2026-11-24T14:00:00.000Z'],
    ['washed', '2026-11-25T10:00:00.000Z'],
  ] as const)('leaves %s cells until %s', (prepared, until) => {
    expect(infuseThawedBy('2026-11-24T10:00:00.000Z' as Instant, prepared, shippedConstants)).toBe(until);
  });
});

describe('cord blood held liquid before freezing', () => {
  it.each([
    ['7aad', 0, 1],
    ['7aad', 24, 0.9373],
    ['annexin-v', 24, 0.9019],
  ] as const)('by %s keeps after %s h %s of its viability', (assay, hours, part) => {
    const result = cordHoldSurvival(hours, assay, shippedConstants);
    expect(result.ok && result.value).toBeCloseTo(part, 4);
  });

  it.each([-1, Number.NaN, Infinity])('is refused for %s h', (hours) => {
    expect(cordHoldSurvival(hours, '7aad', shippedConstants)).toMatchObject({
      ok: false,
      error: { code: 'minutes-invalid' },
    });
  });
});
