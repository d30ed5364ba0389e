import fc from 'fast-check';
import { shippedConstants } from './constants.js';
import { calibrated, type ValidationPoint } from './site-calibration.js';

const by = { sigma: 0.76, constants: shippedConstants, approvedBy: 'EXAMPLE Laboratory Head' };
const point: ValidationPoint = { survival: 0.8, standardError: 0.02, modelledHazard: 0.1728 };

describe('a site’s own validation (viability.md 4.5)', () => {
  it('without points leaves the model where it is, hardly surer', () => {
    const result = calibrated([], by);
    expect(result).toMatchObject({ ok: true, value: { shift: 0, approvedBy: by.approvedBy } });
    expect(result.ok && result.value.sigma).toBeCloseTo(Math.sqrt(0.76 ** 2 + 0.04), 12);
  });

  it('draws it by weight and makes it surer', () => {
    const weight = ((0.8 * -Math.log(0.8)) / 0.02) ** 2;
    const prior = 1 / 0.76 ** 2;
    const off = Math.log(-Math.log(0.8) / 0.1728);
    const result = calibrated([point], by);
    expect(result.ok && result.value.shift).toBeCloseTo((weight * off) / (weight + prior), 12);
    expect(result.ok && result.value.sigma).toBeCloseTo(Math.sqrt(1 / (weight + prior) + 0.04), 12);
  });

  it('leaves out points that have hardly lost anything', () => {
    const idle = { ...point, survival: 0.99 };
    expect(calibrated([idle, point], by)).toEqual(calibrated([point], by));
  });

  it('never goes farther than its farthest point, and never gets surer than between its own runs', () => {
    const points = fc.array(
      fc.record({
        survival: fc.double({ min: 0.05, max: 0.98, noNaN: true }),
        standardError: fc.double({ min: 0.005, max: 0.3, noNaN: true }),
        modelledHazard: fc.double({ min: 0.01, max: 3, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(points, (own) => {
        const result = calibrated(own, by);
        if (!result.ok) throw new Error(result.error.sentence);
        const farthest = own.map((each) => Math.abs(Math.log(-Math.log(each.survival) / each.modelledHazard)));
        expect(Math.abs(result.value.shift)).toBeLessThanOrEqual(Math.max(0, ...farthest) + 1e-12);
        expect(result.value.sigma).toBeGreaterThan(0.2);
      }),
    );
  });

  it.each([
    ['a survival of nothing', { survival: 0 }],
    ['more than all', { survival: 1.1 }],
    ['no number', { survival: Number.NaN }],
    ['no error', { standardError: 0 }],
    ['no hazard', { modelledHazard: 0 }],
  ])('is refused with %s', (_, wrong) => {
    expect(calibrated([{ ...point, ...wrong }], by)).toMatchObject({
      ok: false,
      error: { code: 'validation-invalid' },
    });
  });

  it.each([0, -1, Number.NaN, Infinity])('is refused with a sigma of %s', (sigma) => {
    expect(calibrated([point], { ...by, sigma })).toMatchObject({ ok: false, error: { code: 'validation-invalid' } });
  });

  it('is refused without who approved it', () => {
    expect(calibrated([point], { ...by, approvedBy: '' })).toMatchObject({
      ok: false,
      error: { code: 'approver-missing' },
    });
  });
});
