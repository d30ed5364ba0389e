import { mustBe } from '@cellrelay/kernel';
import { startClock } from './clock.js';
import { shippedConstants } from './constants.js';
import { forecastFrozenUnit, type FrozenUnit } from './frozen-forecast.js';
import { shipperHoldMinutes, usualShipperRules } from './frozen.js';
import { forRecipient, policy, terms } from './forecasts.examples.js';
import { counted, held, hoursLater, usualModel } from './histories.examples.js';
import { noHazard } from './survival.js';

const hold = (validatedHoldHours: number, requalified: boolean) =>
  shipperHoldMinutes({ validatedHoldHours, requalified }, usualShipperRules(shippedConstants));

const unit: FrozenUnit = {
  ...{ bag: 'unit', product: 'HPC-CB', count: { countedAt: hoursLater(-10_000), viableE6: 5 } },
  clock: startClock({ ...policy, targetMinutes: 96 * 60, limitMinutes: hold(168, true) }, counted),
  ...{ lostBeforeFreezing: noHazard, samplingLoss: 0, requalified: true },
  ...{ storedAtOrBelowCelsius: -150, warmestCelsius: -170 },
};
const forecast = (more: Partial<FrozenUnit> = {}, endsAt = 60) =>
  mustBe(forecastFrozenUnit({ ...unit, ...more }, terms(20, endsAt), shippedConstants));

describe('a frozen unit (viability.md 4.4)', () => {
  it('loses nothing with time, and something by thawing', () => {
    const later = [30, 160].map((endsAt) => forecast({}, endsAt).shown?.planned.viableE6);
    expect(later[0]).toEqual({ low: 5 * 0.71, centre: 5 * 0.92, high: 5 * 0.99 });
    expect(later[1]).toEqual(later[0]);
  });

  it('has lost before freezing what it had', () => {
    const { hazard } = held(usualModel(), 5, 24);
    const frozen = forecast({ product: 'HPC-A', lostBeforeFreezing: hazard });
    expect(frozen.shown?.planned.viableE6.centre).toBeCloseTo(5 * 0.9172 * 0.7, 3);
  });

  it.each([
    [-150, -150, 'green', true],
    [-149, -150, 'amber', true],
    [-135, -150, 'amber', true],
    [-134, -150, 'red', true],
    [-119, -150, 'red', false],
    [-121, -120, 'green', true],
    [-119, -120, 'red', false],
  ])(
    'at its warmest at %s °C, of the class %s °C, is %s; a figure is shown: %s',
    (warmestCelsius, stored, light, shown) => {
      const frozen = forecast({ warmestCelsius, storedAtOrBelowCelsius: stored });
      expect(frozen.light).toBe(light);
      expect(frozen.shown !== null).toBe(shown);
      expect(frozen.said.some(({ code }) => code === 'frozen-state-not-assured')).toBe(!shown);
    },
  );

  it('lives by its shipper: no longer than a week, and six tenths of the hold that was not found anew', () => {
    expect([hold(240, true), hold(100, true), hold(100, false)]).toEqual([168 * 60, 6000, 3600]);
    expect(forecast({}, 169).light).toBe('red');
  });

  it('says what is judgement in it', () => {
    expect(forecast().basis).toEqual({ constants: 'shipped-1', judged: [] });
    const cut = forecast({ requalified: false });
    expect(cut.basis.judged).toEqual(['shipper.not-requalified']);
    expect(cut.said.map(({ code }) => code)).toEqual([
      ...['decision-support', 'viable-count', 'probe-not-cells', 'thawing-combined', 'shipper-not-requalified'],
    ]);
  });

  it('counts for a recipient like any other bag', () => {
    const { shown, light } = forRecipient([forecast()], { requestedE6: 4.6, perKgOf: null, weightBasis: null });
    expect(shown?.planned.probability).toBe(1);
    expect(light).toBe('amber');
  });

  it.each<[string, Partial<FrozenUnit>, string]>([
    ['marrow, of which too little is known', { product: 'HPC-M' }, 'thaw-factor-unknown'],
    ['a negative number of cells', { count: { ...unit.count, viableE6: -1 } }, 'cells-invalid'],
    ['samples of more than all', { samplingLoss: 2 }, 'sampling-loss-invalid'],
    ['no temperature', { warmestCelsius: Number.NaN }, 'celsius-implausible'],
    ['300 °C', { warmestCelsius: 300 }, 'celsius-implausible'],
    ['a class that is not frozen', { storedAtOrBelowCelsius: 5 }, 'temperature-band-invalid'],
    ['a negative loss', { lostBeforeFreezing: { centre: -1, upper: 0, lower: -1 } }, 'hazard-invalid'],
    ['a band the wrong way round', { lostBeforeFreezing: { centre: 1, upper: 0, lower: 1 } }, 'hazard-invalid'],
  ])('is refused with %s', (_, wrong, code) => {
    expect(forecastFrozenUnit({ ...unit, ...wrong }, terms(20, 60), shippedConstants)).toMatchObject({
      ok: false,
      error: { code },
    });
  });
});
