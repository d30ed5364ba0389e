import { instantFromMillis, millisOf, mustBe, type Instant } from '@cellrelay/kernel';
import {
  beginExposure,
  forecastHistory,
  lossModel,
  startClock,
  usualChoice,
  usualPack,
  withReadings,
  type BagHistory,
  type ForecastTerms,
  type HistoryForecast,
  type LossModel,
  type Reading,
} from '@cellrelay/viability';
import { spreadOf, type Spread } from '../figures.js';
import { figure, type Line, type RowResult } from '../report/line.js';
import type { Sizes } from '../sizes.js';

const countedAt = '2026-11-23T04:00:00.000Z' as Instant;
const minutes = 72 * 60;
const minuteMillis = 60_000;
const endsAt = instantFromMillis(millisOf(countedAt) + minutes * minuteMillis);

/** Row i: one forecast over three days at one reading a minute, and the same when only the last of these is new. */
export function forecastRow({ forecast: { times } }: Sizes): RowResult {
  const model = mustBe(lossModel(usualChoice('HPC-A', 150)));
  const history = historyOf(model, readingsAMinute());
  const whole = spreadOf(timesOf(times, () => forecastOf(model, history)));
  const begun = mustBe(beginExposure(model, { startsAt: countedAt, rules: history.rules }));
  const kept = mustBe(withReadings(model, begun, history.readings.slice(0, -1)));
  const newest = history.readings.slice(-1);
  const carriedOn = spreadOf(timesOf(times, () => mustBe(withReadings(model, kept, newest))));
  const { forecast } = forecastOf(model, history);
  const survival = forecast.shown?.planned.survival.centre ?? Number.NaN;
  return {
    grids: [{ row: 'i', columns: ['CellRelay'], lines: linesOf(whole, carriedOn) }],
    promises: [
      {
        row: 'i',
        what: 'a forecast in pieces is the whole, to the last bit',
        kept: mustBe(withReadings(model, kept, newest)).hazard.centre === forecast.lines.planned.hazard.centre,
        says: `survival ${survival.toFixed(4)}`,
      },
    ],
    details: { readings: history.readings.length, whole, carriedOn },
  };
}

function forecastOf(model: LossModel, history: BagHistory): HistoryForecast {
  return mustBe(forecastHistory(model, history, terms));
}

const terms: ForecastTerms = {
  ...{ asOf: endsAt, endsAt, worstCelsius: 8 },
  temperature: { amberAfterMinutes: 30, redAfterMinutes: null },
};

function historyOf({ constants }: LossModel, readings: readonly Reading[]): BagHistory {
  const policy = { product: 'HPC-A', minCelsius: 2, maxCelsius: 8, targetMinutes: minutes, limitMinutes: minutes };
  const { setPointCelsius } = usualPack(constants);
  return {
    ...{ bag: 'bag', clock: startClock({ ...policy, source: 'S7', mark: 'V' }, countedAt) },
    ...{ atOrigin: { countedAt, viableE6: 620 }, onArrival: null, readings, seen: null },
    rules: { gapMinutes: 30, setPointCelsius, band: policy },
    ...{ samplingLoss: 0, thaw: null, probe: 'at-the-bag' },
  };
}

/** No two readings alike, half of them warmer than 8 °C: a box that nothing can be remembered of. */
function readingsAMinute(): readonly Reading[] {
  return Array.from({ length: minutes + 1 }, (_, nth) => ({
    atMillis: millisOf(countedAt) + nth * minuteMillis,
    celsius: 8 + 4 * Math.sin(nth * 1.3),
  }));
}

/** The first tenth warms up and is not counted. */
function timesOf(times: number, work: () => unknown): readonly number[] {
  const took: number[] = [];
  for (let nth = -Math.ceil(times / 10); nth < times; nth += 1) {
    const began = performance.now();
    work();
    if (nth >= 0) took.push(performance.now() - began);
  }
  return took;
}

function linesOf(whole: Spread, carriedOn: Spread): readonly Line[] {
  const aim = { says: 'under 1 ms', bound: 1, keeps: 'at-most' } as const;
  const of = 'one forecast, 72 h at a reading a minute';
  return [
    { measured: `${of}, p50`, unit: 'ms', figures: [{ value: whole.p50, aim }] },
    { measured: `${of}, p99`, unit: 'ms', figures: [figure(whole.p99)] },
    { measured: 'readings carried on one by one', unit: '/s', figures: [figure(1_000 / carriedOn.p50)] },
  ];
}
