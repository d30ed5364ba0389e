import { mustBe } from '@cellrelay/kernel';
import { forecastBag, type ForecastTerms, type LiquidBag } from './bag-forecast.js';
import { bagOf, forecastAt, steady, terms } from './forecasts.examples.js';
import { exposed, gapless, held, hoursLater, told, usualModel } from './histories.examples.js';
import { lossModel, usualChoice } from './loss-model.js';
import { survivalOf } from './survival.js';

const model = usualModel();
const codesOf = ({ said }: { readonly said: readonly { readonly code: string }[] }) => said.map(({ code }) => code);

describe('the forecast of a bag', () => {
  it('goes on from the last reading at the pack’s set point, and beside it at the warm end of the range', () => {
    const { shown } = forecastAt(5, 20, 40);
    expect(shown?.planned.celsius).toBe(5);
    expect(shown?.planned.survival.centre).toBeCloseTo(survivalOf(held(model, 5, 40).hazard).centre, 12);
    expect(shown?.worst.celsius).toBe(8);
    expect(shown?.worst.survival.centre).toBeCloseTo(Math.exp(-20 * 0.0036 - 20 * 0.004597), 4);
    expect(shown?.planned.viableE6.centre).toBeCloseTo(620 * Math.exp(-0.144), 9);
  });

  it('takes the last reading for the worst where that is warmer than the range', () => {
    expect(forecastAt(14, 20, 40).shown?.worst.celsius).toBe(14);
  });

  it.each([
    ['a silent logger that was cold', 4, 8],
    ['a silent logger that was warm', 12, 12],
  ])('does not assume the average of %s (readings.md)', (_, celsius, assumed) => {
    const forecast = mustBe(forecastBag(model, bagOf(model, steady(celsius, 10)), terms(11, 40)));
    expect(forecast.lines.silent).toBe(true);
    expect(forecast.shown?.planned.celsius).toBe(assumed);
    expect(forecast.shown?.planned).toEqual(forecast.shown?.worst);
    expect(codesOf(forecast)).toEqual(expect.arrayContaining(['estimated', 'logger-silent']));
  });

  it('hears no silent logger in a count that came after its last reading', () => {
    const readings = steady(5, 1, hoursLater(-2));
    const forecast = mustBe(forecastBag(model, bagOf(model, readings), terms(0.1, 40)));
    expect(forecast.lines.silent).toBe(true);
  });

  it('calls no logger silent where gaps do not count', () => {
    const forecast = mustBe(forecastBag(model, bagOf(model, steady(5, 10), gapless), terms(20, 40)));
    expect(forecast.lines.silent).toBe(false);
  });

  it('without any reading goes by the worst from the count on', () => {
    const forecast = mustBe(forecastBag(model, bagOf(model, []), terms(10, 40)));
    expect(forecast.shown?.planned.survival.centre).toBeCloseTo(survivalOf(held(model, 8, 40).hazard).centre, 12);
    expect(codesOf(forecast)).toContain('estimated');
    expect(forecast.meanKineticCelsius).toBeNull();
  });

  it('takes an end that has passed unheeded as of now', () => {
    expect(forecastAt(5, 50, 40).endsAt).toBe(hoursLater(50));
  });

  it('lets samples take their part before anything is lost', () => {
    const bag = { ...bagOf(model, steady(5, 20)), samplingLoss: 0.02 };
    const forecast = mustBe(forecastBag(model, bag, terms(20, 40)));
    expect(forecast.countedE6).toBeCloseTo(620 * 0.98, 12);
  });

  it('counts what thawing leaves where the bag is to be frozen, and says that the bands are taken together', () => {
    const bag = { ...bagOf(model, steady(5, 20)), thaw: { low: 0.36, centre: 0.7, high: 1 } };
    const forecast = mustBe(forecastBag(model, bag, terms(20, 40)));
    expect(forecast.shown?.planned.viableE6.centre).toBeCloseTo(620 * Math.exp(-0.144) * 0.7, 9);
    expect(codesOf(forecast)).toContain('thawing-combined');
  });
});

describe('above 30 °C no figure is shown (viability.md 4.1, R3)', () => {
  it.each([
    ['30 °C itself is shown', 30, true],
    ['any reading above it', 30.01, false],
  ])('%s', (_, celsius, isShown) => {
    const readings = [...steady(5, 1), ...steady(celsius, 1, hoursLater(1)), ...steady(5, 1, hoursLater(2))];
    const forecast = mustBe(forecastBag(model, bagOf(model, readings), terms(3, 40)));
    expect(forecast.shown !== null).toBe(isShown);
    expect(codesOf(forecast).includes('outside-model')).toBe(!isShown);
    expect(codesOf(forecast)).toContain('upper-bound');
    expect(forecast.lines.planned.hazard.centre).toBeGreaterThan(0);
  });
});

describe('what stands beside every figure (viability.md R5, R7)', () => {
  it('that it is no release test, which measure it is, and that the probe is not the cells', () => {
    const [support, measure, probe] = forecastAt(5, 20, 40).said.map(({ sentence }) => sentence);
    expect(support).toBe(
      'Decision support. Modelled from published averages; band = between-laboratory 90 %. Not a release test.',
    );
    expect(measure).toContain('viable CD34+ cells');
    expect(probe).toBe('The temperature is the probe’s, not the cells’.');
  });

  it('that the probe hangs in the air of the box', () => {
    const bag: LiquidBag = { ...bagOf(model, steady(5, 20)), probe: 'in-the-box-air' };
    const { said } = mustBe(forecastBag(model, bag, terms(20, 40)));
    expect(said.find(({ code }) => code === 'probe-not-cells')?.sentence).toContain('air of the box');
  });

  it.each([
    ['HPC-A', 150, ['concentration-assumed']],
    ['HPC-A', null, ['concentration-assumed', 'concentration-unknown']],
    ['HPC-M', 150, ['concentration-assumed', 'rate-tied']],
    ['MNC-A', 150, ['concentration-assumed', 'curve-borrowed']],
  ] as const)('of %s at %s × 10⁶/mL what is judgement', (product, tncE6PerMl, codes) => {
    const own = mustBe(lossModel(usualChoice(product, tncE6PerMl)));
    const forecast = mustBe(forecastBag(own, bagOf(own, steady(5, 20)), terms(20, 40)));
    expect(codesOf(forecast).slice(3)).toEqual(codes);
    expect(forecast.basis).toEqual(own.basis);
  });

  it('that it is of a single product, and drawn towards the site’s own', () => {
    const site = { shift: 0.1, sigma: 0.3, approvedBy: 'EXAMPLE Head' };
    const own = mustBe(lossModel({ ...usualChoice('HPC-A', 150), band: 'single-product', site }));
    const { said } = mustBe(forecastBag(own, bagOf(own, steady(5, 20)), terms(20, 40)));
    expect(said[0]?.sentence).toContain('single-product 90 %');
    expect(said.at(-1)?.code).toBe('site-calibrated');
  });

  it.each([
    [5, []],
    [1.5, ['model-least-celsius']],
    [1, ['model-least-celsius', 'freeze-celsius']],
    [31, ['outside-model-celsius']],
  ])('at %s °C which thresholds are judgement', (celsius, judged) => {
    expect(forecastAt(celsius, 20, 40).basis).toEqual({ constants: 'shipped-1', judged });
  });

  it('that what is colder than 2 °C is counted as 2 °C', () => {
    expect(codesOf(forecastAt(1.5, 20, 40))).toContain('colder-than-model');
    expect(codesOf(forecastAt(2, 20, 40))).not.toContain('colder-than-model');
  });
});

describe('the lights of a bag (viability.md R1, R3)', () => {
  it.each([
    ['in time and cool', [5, 40], 'green', ['within-target', 'temperature-kept']],
    ['at the target', [5, 48], 'green', ['within-target', 'temperature-kept']],
    ['past the target', [5, 49], 'amber', ['past-target', 'temperature-kept']],
    ['at the limit', [5, 72], 'amber', ['past-target', 'temperature-kept']],
    ['past the limit', [5, 72.01], 'red', ['past-limit', 'temperature-kept']],
    ['ice', [1, 40], 'red', ['within-target', 'frozen']],
    ['too warm for too long', [10, 40], 'red', ['within-target', 'out-of-band-too-long']],
    ['hotter than the model knows', [31, 40], 'red', ['within-target', 'outside-model']],
    ['ice, and past the limit', [0, 80], 'red', ['past-limit', 'frozen']],
  ] as const)('%s', (_, [celsius, endsAt], light, codes) => {
    const forecast = forecastAt(celsius, 20, endsAt);
    expect(forecast.light).toBe(light);
    expect(forecast.findings.map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['half an hour out of band', 0.5, null, 'green'],
    ['forty minutes', 2 / 3, null, 'amber'],
    ['five hours, where a site sets no end', 5, null, 'amber'],
    ['five hours, where it does', 5, 240, 'red'],
  ])('%s', (_, hours, redAfterMinutes, light) => {
    const back = 1 + hours;
    const bag = bagOf(model, told(`0: 5, 1: 5, 1: 9, ${back}: 9, ${back}: 5, 7: 5`), gapless);
    const judged = { ...terms(7, 40), temperature: { amberAfterMinutes: 30, redAfterMinutes } };
    const forecast = mustBe(forecastBag(model, bag, judged));
    expect(forecast.light).toBe(light);
    expect(forecast.travelled?.minutesOutOfBand).toBeCloseTo(hours * 60, 9);
  });
});

describe('a forecast is refused, and nothing has changed,', () => {
  const bag = bagOf(model, steady(5, 20));
  it.each<[string, Partial<LiquidBag>, string]>([
    ['of a negative number of cells', { count: { ...bag.count, viableE6: -1 } }, 'cells-invalid'],
    ['of no number of cells', { count: { ...bag.count, viableE6: Number.NaN } }, 'cells-invalid'],
    ['of cells that were not divided by a million', { count: { ...bag.count, viableE6: 6.2e8 } }, 'cells-invalid'],
    ['with samples of more than all', { samplingLoss: 1.1 }, 'sampling-loss-invalid'],
    ['with samples of no number', { samplingLoss: Number.NaN }, 'sampling-loss-invalid'],
    ['from a history of another model', { exposure: exposed(usualModel('HPC-M'), []) }, 'exposure-of-another-model'],
    [
      'from a history of another count',
      { count: { ...bag.count, countedAt: hoursLater(1) } },
      'exposure-of-another-count',
    ],
  ])('%s', (_, wrong, code) => {
    expect(forecastBag(model, { ...bag, ...wrong }, terms(20, 40))).toMatchObject({ ok: false, error: { code } });
  });

  it.each<[string, Partial<ForecastTerms>, string]>([
    ['before its last reading', { asOf: hoursLater(19) }, 'reading-after-forecast'],
    ['before the count', { asOf: hoursLater(-1) }, 'count-after-forecast'],
    ['with a range of no number', { worstCelsius: Number.NaN }, 'temperature-band-invalid'],
    ['with a range to 300 °C', { worstCelsius: 300 }, 'temperature-band-invalid'],
    ['with negative minutes', { temperature: { amberAfterMinutes: -1, redAfterMinutes: null } }, 'minutes-invalid'],
    [
      'with no number of minutes',
      { temperature: { amberAfterMinutes: 1, redAfterMinutes: Number.NaN } },
      'minutes-invalid',
    ],
  ])('%s', (_, wrong, code) => {
    expect(forecastBag(model, bag, { ...terms(20, 40), ...wrong })).toMatchObject({ ok: false, error: { code } });
  });
});
