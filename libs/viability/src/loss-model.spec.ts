import fc from 'fast-check';
import { mustBe } from '@cellrelay/kernel';
import { usualModel } from './histories.examples.js';
import {
  activationEnergies,
  lossModel,
  lossRate,
  sigmaAt,
  spreadAt,
  usualChoice,
  type LossChoice,
} from './loss-model.js';

const modelOf = (choice: Partial<LossChoice>) => mustBe(lossModel({ ...usualChoice('HPC-A', 150), ...choice }));

describe('the hazard of viable cells (vectors of viability.md 8)', () => {
  const celsius = [2, 5, 8, 15, 22, 24, 30, 37];
  it.each([
    ['HPC-A', [0.002804, 0.0036, 0.004597, 0.007975, 0.013476, 0.015585, 0.050761, 0.19]],
    ['HPC-M', [0.003338, 0.0036, 0.003876, 0.004577, 0.005362, 0.005603, 0.029583, 0.19]],
    ['MNC-A', [0.002804, 0.0036, 0.004597, 0.007975, 0.013476, 0.015585, 0.050761, 0.19]],
  ] as const)('of %s is as published at 2 to 37 °C', (product, rates) => {
    expect(celsius.map((each) => Number(lossRate(usualModel(product), each).toFixed(6)))).toEqual(rates);
  });

  it.each([
    ['HPC-A', 53, 147.4],
    ['HPC-M', 16, 207.7],
    ['MNC-A', 53, 147.4],
  ] as const)('of %s has activation energies of %s and %s kJ/mol', (product, cold, warm) => {
    const [below, above] = activationEnergies(usualModel(product));
    expect(below).toBeCloseTo(cold, 10);
    expect(above).toBeCloseTo(warm, 1);
  });

  it('implies the Q10 and the ratio that the document names', () => {
    const model = usualModel();
    expect(lossRate(model, 15) / lossRate(model, 5)).toBeCloseTo(2.22, 2);
    expect(lossRate(model, 22) / lossRate(model, 12)).toBeCloseTo(2.13, 2);
    expect(lossRate(model, 22) / lossRate(model, 5)).toBeCloseTo(3.74, 2);
  });

  it('counts what is colder than 2 °C as 2 °C', () => {
    expect(lossRate(usualModel(), -10)).toBe(lossRate(usualModel(), 2));
    expect(lossRate(usualModel(), 2.1)).toBeGreaterThan(lossRate(usualModel(), 2));
  });

  it('never falls as it gets warmer', () => {
    const celsiusAt = fc.double({ min: -10, max: 60, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom('HPC-A', 'HPC-M', 'MNC-A'), celsiusAt, celsiusAt, (product, a, b) => {
        const model = usualModel(product);
        expect(lossRate(model, Math.max(a, b))).toBeGreaterThanOrEqual(lossRate(model, Math.min(a, b)));
      }),
    );
  });
});

describe('how unsure it is', () => {
  it.each([
    ['HPC-A', [0.76, 0.76, 0.885, 1.01, 1.225, 1.44, 1.44]],
    ['HPC-M', [0.9, 0.9, 0.955, 1.01, 1.225, 1.44, 1.44]],
    ['MNC-A', [1.16, 1.16, 1.285, 1.41, 1.625, 1.84, 1.84]],
  ] as const)('is linear between three temperatures for %s, and constant outside them', (product, sigmas) => {
    [0, 8, 15, 22, 29.5, 37, 50].forEach((celsius, at) =>
      expect(sigmaAt(usualModel(product), celsius)).toBeCloseTo(sigmas[at] ?? Number.NaN, 10),
    );
  });

  it('grows faster than the loss of marrow between 22 and 24 °C, so that the high end of its band rises there', () => {
    const kindest = (product: 'HPC-A' | 'HPC-M', celsius: number): number =>
      lossRate(usualModel(product), celsius) / spreadAt(usualModel(product), celsius);
    expect(kindest('HPC-M', 24)).toBeLessThan(kindest('HPC-M', 22));
    expect(kindest('HPC-A', 24)).toBeGreaterThan(kindest('HPC-A', 22));
  });

  it('is more for a single product', () => {
    expect(sigmaAt(modelOf({ band: 'single-product' }), 5)).toBeCloseTo(Math.sqrt(0.76 ** 2 + 0.7 ** 2), 12);
  });

  it('is the site’s where it has calibrated the model, and the rate is shifted', () => {
    const site = modelOf({ site: { shift: 0.3, sigma: 0.4, approvedBy: 'EXAMPLE Laboratory Head' } });
    expect(sigmaAt(site, 5)).toBeCloseTo(0.4, 12);
    expect(sigmaAt(site, 37)).toBeCloseTo(0.4, 12);
    expect(lossRate(site, 5)).toBeCloseTo(0.0036 * Math.exp(0.3), 12);
  });
});

describe('the concentration of cells', () => {
  it.each([
    [0, 1, 0],
    [200, 1, 0],
    [201, 1.005, 0.2],
    [300, 1.5, 0.2],
    [350, 1.75, 0.2],
    [400, 2, 0.2],
    [900, 2, 0.2],
    [null, 1, 0.2],
  ])('of %s × 10⁶/mL speeds the loss up %s-fold and adds %s to sigma', (tncE6PerMl, factor, more) => {
    const model = modelOf({ tncE6PerMl });
    expect(lossRate(model, 5) / 0.0036).toBeCloseTo(factor, 10);
    expect(sigmaAt(model, 5)).toBeCloseTo(0.76 + more, 10);
  });

  it('speeds nothing up where a site has switched its effect off, and leaves the band as wide', () => {
    const model = modelOf({ tncE6PerMl: 400, concentrationEffect: 'off' });
    expect(lossRate(model, 5)).toBeCloseTo(0.0036, 12);
    expect(sigmaAt(model, 5)).toBeCloseTo(0.96, 12);
  });

  it.each([Number.NaN, -1, Infinity, 1e7])('of %s is refused', (tncE6PerMl) => {
    expect(lossModel(usualChoice('HPC-A', tncE6PerMl))).toMatchObject({
      ok: false,
      error: { code: 'concentration-invalid', at: '/tncE6PerMl' },
    });
  });
});

describe('what a model rests on', () => {
  it('is the version of the constants, and the judgements that went into it', () => {
    expect(usualModel().basis).toEqual({ constants: 'shipped-1', judged: [] });
    expect(usualModel('HPC-M').basis.judged).toEqual([
      ...['hpc-m.rate-at-5', 'hpc-m.rate-at-37'],
      ...['hpc-m.sigma-at-8', 'hpc-m.sigma-at-22', 'hpc-m.sigma-at-37'],
    ]);
    expect(modelOf({ tncE6PerMl: 300 }).basis.judged).toEqual([
      ...['concentration.more-per-100', 'concentration.most', 'concentration.sigma-more'],
    ]);
    expect(modelOf({ tncE6PerMl: null }).basis.judged).toEqual(['concentration.sigma-more']);
  });

  it('tells models apart', () => {
    const ids = [usualModel(), usualModel('HPC-M'), modelOf({ tncE6PerMl: null }), modelOf({ band: 'single-product' })];
    expect(new Set(ids.map(({ id }) => id)).size).toBe(4);
  });
});
