import { held, usualModel } from './histories.examples.js';
import { displayTable, publishedPoints, type PublishedPoint } from './published-points.examples.js';
import { companionSurvival, survivalOf, type Band } from './survival.js';

/** Of the 46 harvests that were pooled, 34 were of blood and 12 of marrow. */
function pooled(blood: Band, marrow: Band): Band {
  const mean = (end: keyof Band): number => (34 * blood[end] + 12 * marrow[end]) / 46;
  return { low: mean('low'), centre: mean('centre'), high: mean('high') };
}

function mustHave(curve: Band | null): Band {
  if (curve === null) throw new Error('no curve was fitted');
  return curve;
}

function modelled({ measured, celsius, hours }: PublishedPoint): Band {
  const [blood, marrow] = [usualModel(), usualModel('HPC-M')];
  const [inBlood, inMarrow] = [held(blood, celsius, hours).hazard, held(marrow, celsius, hours).hazard];

  const by = {
    'cd34-pooled': () => pooled(survivalOf(inBlood), survivalOf(inMarrow)),
    cd34: () => survivalOf(inBlood),
    'cd34-marrow': () => survivalOf(inMarrow),
    membrane: () => mustHave(companionSurvival(blood, inBlood, 'membrane-viability')),
    cfu: () => mustHave(companionSurvival(blood, inBlood, 'cfu-gm')),
    'cfu-marrow': () => mustHave(companionSurvival(marrow, inMarrow, 'cfu-gm')),
  };
  return by[measured]();
}

describe('the published points (viability.md 6)', () => {
  it.each(publishedPoints.map((point) => [point.id, point] as const))('%s is reproduced', (_, point) => {
    const { low, centre, high } = modelled(point);
    expect(Math.abs(centre - point.model)).toBeLessThanOrEqual(0.002);
    expect(Math.abs(point.observed - centre - point.residual)).toBeLessThanOrEqual(0.002);
    expect([low.toFixed(2), high.toFixed(2)]).toEqual(point.band.map((each) => each.toFixed(2)));
    expect(point.observed >= low && point.observed <= high).toBe(point.inBand);
  });

  it('are all 23 of the table', () => {
    expect(publishedPoints).toHaveLength(23);
    expect(new Set(publishedPoints.map(({ id }) => id)).size).toBe(23);
  });

  it('leave a residual of 0.20 over all, and of 0.04 over the cold pooled ones (root mean square)', () => {
    const rms = (points: readonly PublishedPoint[]): number =>
      Math.sqrt(points.reduce((sum, each) => sum + (each.observed - modelled(each).centre) ** 2, 0) / points.length);
    expect(rms(publishedPoints)).toBeCloseTo(0.2, 1);
    expect(rms(publishedPoints.slice(0, 2))).toBeCloseTo(0.04, 2);
  });
});

describe('the table for display', () => {
  it.each(displayTable)('%s at %s °C is as printed after 24, 48 and 72 h', (product, celsius, printed) => {
    const shown = [24, 48, 72].map((hours) => survivalOf(held(usualModel(product), celsius, hours).hazard));
    shown.forEach(({ low, centre, high }, at) =>
      [centre, low, high].forEach((each, nth) =>
        expect(Math.abs(each - (printed[at]?.[nth] ?? Number.NaN))).toBeLessThanOrEqual(0.001),
      ),
    );
  });
});
