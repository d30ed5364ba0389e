import { millisOf, mustBe, type Instant } from '@cellrelay/kernel';
import { forecastBag, type BagForecast, type ForecastTerms, type LiquidBag } from './bag-forecast.js';
import { startClock, type ClockPolicy, type ViabilityClock } from './clock.js';
import { shippedConstants } from './constants.js';
import { counted, exposed, hoursLater, usualModel, withGaps } from './histories.examples.js';
import type { LossModel } from './loss-model.js';
import { forecastRecipient, type RecipientForecast, type RequestedDose } from './recipient-forecast.js';
import type { HistoryRules, Reading } from './temperature-history.js';

export const policy: ClockPolicy = {
  ...{ product: 'HPC-A', minCelsius: 2, maxCelsius: 8, targetMinutes: 48 * 60, limitMinutes: 72 * 60 },
  ...{ source: 'S7, S8', mark: 'V' },
};

export const clock: ViabilityClock = startClock(policy, counted);

/** Readings every ten minutes over so many hours. */
export function steady(celsius: number, hours: number, from: Instant = counted): readonly Reading[] {
  const start = millisOf(from);
  return Array.from({ length: hours * 6 + 1 }, (_, nth) => ({ atMillis: start + nth * 600_000, celsius }));
}

export const terms = (asOf: number, endsAt: number): ForecastTerms => ({
  asOf: hoursLater(asOf),
  endsAt: hoursLater(endsAt),
  worstCelsius: 8,
  temperature: { amberAfterMinutes: 30, redAfterMinutes: 240 },
});

/** A bag of 620 million viable cells. */
export function bagOf(model: LossModel, readings: readonly Reading[], rules: HistoryRules = withGaps): LiquidBag {
  const exposure = exposed(model, readings, rules);
  return {
    ...{ bag: 'G1234 26 000001', clock, count: { countedAt: counted, viableE6: 620 } },
    ...{ exposure, travelled: exposure, samplingLoss: 0, thaw: null, probe: 'at-the-bag' },
  };
}

/** The forecast of a bag that was kept at one temperature until it is made. */
export function forecastAt(celsius: number, asOf: number, endsAt: number): BagForecast {
  const model = usualModel();
  return mustBe(forecastBag(model, bagOf(model, steady(celsius, asOf)), terms(asOf, endsAt)));
}

/** 5 million per kg of 78 kg. */
export const request: RequestedDose = {
  ...{ recipient: 'EXAMPLE-R1', requestedE6: 5, perKgOf: 78, weightBasis: 'actual', wasInDoubt: false },
};

export function forRecipient(bags: readonly BagForecast[], wish: Partial<RequestedDose> = {}): RecipientForecast {
  return mustBe(forecastRecipient(bags, { ...request, ...wish }, shippedConstants));
}
