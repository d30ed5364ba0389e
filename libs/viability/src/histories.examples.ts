import { instantFromMillis, millisOf, mustBe, type Instant } from '@cellrelay/kernel';
import { beginExposure, withReadings } from './exposure.js';
import { lossModel, usualChoice, type LiquidProduct, type LossModel } from './loss-model.js';
import type { Exposure, HistoryRules, Reading } from './temperature-history.js';

/** When the examples' cells were counted. */
export const counted = '2026-11-23T04:00:00.000Z' as Instant;

export const hoursLater = (hours: number): Instant =>
  instantFromMillis(Math.round(millisOf(counted) + hours * 3_600_000));

/** For a pack of 2 to 8 °C; nothing is a gap. */
export const gapless: HistoryRules = {
  gapMinutes: null,
  setPointCelsius: 5,
  band: { minCelsius: 2, maxCelsius: 8 },
};

export const withGaps: HistoryRules = { ...gapless, gapMinutes: 30 };

/** The usual model at a concentration that does no harm. */
export function usualModel(product: LiquidProduct = 'HPC-A'): LossModel {
  return mustBe(lossModel(usualChoice(product, 150)));
}

/** Hours since the count, and what the probe showed. */
export function readingsOf(points: readonly (readonly [hours: number, celsius: number])[]): readonly Reading[] {
  return points.map(([hours, celsius]) => ({ atMillis: millisOf(counted) + hours * 3_600_000, celsius }));
}

/** The same in words: hours since the count, and °C, such as `0: 20, 1.5: 6`. */
export function told(history: string): readonly Reading[] {
  return readingsOf(
    history.split(', ').map((each) => {
      const [hours = '', celsius = ''] = each.split(': ');
      return [Number(hours), Number(celsius)] as const;
    }),
  );
}

/** The eight samples of viability.md 8. */
export const eightSamples = told('0: 20, 1: 20, 2: 6, 20: 5, 21: 14, 24: 14, 25: 5, 40: 5');

/** A history from the count on. */
export function exposed(model: LossModel, readings: readonly Reading[], rules = gapless): Exposure {
  return mustBe(withReadings(model, mustBe(beginExposure(model, { startsAt: counted, rules })), readings));
}

/** So many hours at one temperature. */
export function held(model: LossModel, celsius: number, hours: number): Exposure {
  return exposed(model, told(`0: ${celsius}, ${hours}: ${celsius}`));
}

/** A logger's history from steps of minutes, each with what was shown then; the first ones may be from before the count. */
export function walked(steps: readonly (readonly [minutes: number, celsius: number])[]): readonly Reading[] {
  let atMillis = millisOf(counted) - 2 * 3_600_000;
  return steps.map(([minutes, celsius]) => {
    atMillis += minutes * 60_000;
    return { atMillis, celsius };
  });
}
