import fc from 'fast-check';
import { mustBe } from '@cellrelay/kernel';
import type { ViableCount } from './bag-forecast.js';
import { clock, steady, terms } from './forecasts.examples.js';
import { forecastHistory, type BagHistory } from './history-forecast.js';
import { counted, hoursLater, usualModel, withGaps } from './histories.examples.js';
import type { Reading } from './temperature-history.js';

const model = usualModel();
const historyOf = (readings: readonly Reading[], onArrival: ViableCount | null = null): BagHistory => ({
  ...{ bag: 'bag', clock, atOrigin: { countedAt: counted, viableE6: 620 }, onArrival },
  ...{ readings, seen: null, rules: withGaps, samplingLoss: 0, thaw: null, probe: 'at-the-bag' },
});
const arrived = (hours: number, viableE6: number): ViableCount => ({ countedAt: hoursLater(hours), viableE6 });
const forecast = (history: BagHistory, asOf = 30) => mustBe(forecastHistory(model, history, terms(asOf, 40)));

describe('a forecast from the whole history', () => {
  it('is that of its readings', () => {
    const { forecast: found, againstCount } = forecast(historyOf(steady(5, 30)));
    expect(found.shown?.planned.viableE6.centre).toBeCloseTo(620 * Math.exp(-0.144), 9);
    expect(againstCount).toBeNull();
  });

  it('refuses what any of its parts refuses', () => {
    const refused = (history: BagHistory, asOf = 30) => forecastHistory(model, history, terms(asOf, 40));
    expect(refused(historyOf([{ atMillis: Number.NaN, celsius: 5 }]))).toMatchObject({ ok: false });
    expect(refused({ ...historyOf([]), rules: { ...withGaps, gapMinutes: -1 } })).toMatchObject({ ok: false });
    expect(refused({ ...historyOf([]), samplingLoss: 2 })).toMatchObject({ ok: false });
    expect(refused(historyOf(steady(5, 31)))).toMatchObject({ ok: false, error: { code: 'reading-after-forecast' } });
  });
});

describe('ice and heat of any probe', () => {
  it.each([
    ['ice', { coldestCelsius: -150, hottestCelsius: 5 }, 'frozen'],
    ['heat', { coldestCelsius: 5, hottestCelsius: 31 }, 'outside-model'],
  ])('stand as %s although the readings that rule show none, and change no figure', (_, seen, code) => {
    const alone = forecast(historyOf(steady(5, 30))).forecast;
    const { forecast: found } = forecast({ ...historyOf(steady(5, 30)), seen });
    expect(alone.light).toBe('green');
    expect(found).toMatchObject({ light: 'red', shown: alone.shown });
    expect(found.findings.map((each) => each.code)).toContain(code);
    const { coldestCelsius, hottestCelsius } = found.travelled ?? {};
    expect({ coldestCelsius, hottestCelsius }).toEqual(seen);
  });
});

describe('a count on arrival (viability.md R6)', () => {
  it('replaces the model from then on: what was lost before counts no more', () => {
    const { forecast: found } = forecast(historyOf(steady(5, 30), arrived(30, 480)));
    expect(found.countedE6).toBe(480);
    expect(found.shown?.planned.viableE6.centre).toBeCloseTo(480 * Math.exp(-0.036), 9);
  });

  it('replaces it whatever the history was: nothing from before it is left in the figure', () => {
    const celsius = fc.double({ min: 2, max: 45, noNaN: true });
    const known = forecast(historyOf(steady(5, 30), arrived(30, 480))).forecast;
    fc.assert(
      fc.property(celsius, (before) => {
        const readings = [...steady(before, 29), ...steady(5, 0, hoursLater(30))];
        const { forecast: found } = forecast(historyOf(readings, arrived(30, 480)));
        expect(found.shown?.planned).toEqual(known.shown?.planned);
        expect(found.clock).toEqual(clock);
      }),
    );
  });

  it.each([
    ['ice', 0, 'frozen'],
    ['heat', 40, 'outside-model'],
  ])('takes back no %s that came before it', (_, celsius, code) => {
    const readings = [...steady(celsius, 10), ...steady(5, 20, hoursLater(10))];
    const { forecast: found } = forecast(historyOf(readings, arrived(30, 480)));
    expect(found.light).toBe('red');
    expect(found.findings.map((each) => each.code)).toContain(code);
    expect(found.shown).not.toBeNull();
  });

  it('keeps how far the model was off', () => {
    const { againstCount } = forecast(historyOf(steady(5, 30), arrived(24, 480)));
    expect(againstCount).toMatchObject({ countedAt: hoursLater(24), measuredE6: 480 });
    expect(againstCount?.modelledE6.centre).toBeCloseTo(620 * 0.9172, 1);
    expect(againstCount?.modelledHazard).toBeCloseTo(24 * 0.0036, 12);
    expect(againstCount?.measuredSurvival).toBeCloseTo(480 / 620, 12);
  });

  it('tells nothing of survival where no cell was counted before', () => {
    const none = { ...historyOf(steady(5, 30), arrived(24, 0)), atOrigin: { countedAt: counted, viableE6: 0 } };
    expect(forecast(none).againstCount?.measuredSurvival).toBeNull();
  });

  it('is refused before the count at origin, after the forecast, and below zero', () => {
    const refused = (count: ViableCount) => forecastHistory(model, historyOf(steady(5, 30), count), terms(30, 40));
    expect(refused(arrived(-1, 480))).toMatchObject({ ok: false, error: { code: 'arrival-before-origin' } });
    expect(refused(arrived(31, 480))).toMatchObject({ ok: false, error: { code: 'count-after-forecast' } });
    expect(refused(arrived(24, -1))).toMatchObject({ ok: false, error: { code: 'cells-invalid' } });
  });
});
