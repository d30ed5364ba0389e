import { instantFromMillis, millisOf, type Instant } from '@cellrelay/kernel';
import type { Extremes, Reading } from '@cellrelay/viability';
import { governingBag, isBanked, isOpened, orderOf } from './overview.js';
import type { Shipment } from './shipment.js';
import { combined, readingsIn, type ReadingsByLogger } from './thermal-series.js';
import { loggerWindows } from './thermal-windows.js';

/** What the loggers of a shipment showed while they told of its cells. */
export interface ThermalHistory {
  /** The box after box that the cells were in, one history: at each moment the warmest of the loggers rules. */
  readonly warmest: readonly Reading[];
  /** Each binding's own readings. */
  readonly told: readonly (readonly Reading[])[];
}

/** The history of a shipment's cells until a moment. */
export function thermalHistory(shipment: Shipment, readings: ReadingsByLogger, asOf: Instant): ThermalHistory {
  const { gapMinutes } = orderOf(shipment).policy.temperature;
  const told = loggerWindows(shipment).map((window) => readingsIn(readings, window, millisOf(asOf)));
  return { warmest: combined(told, gapMinutes.value, Math.max), told };
}

/** When, without another reading, a forecast takes its loggers for silent and goes by the worst in range: a light may turn then although nothing has come. Null: it does already, or never will. */
export function silentFrom(shipment: Shipment, readings: ReadingsByLogger, asOf: Instant): Instant | null {
  if (!isOpened(shipment) || isBanked(shipment) || governingBag(shipment) === undefined) return null;
  const last = thermalHistory(shipment, readings, asOf).warmest.at(-1);
  if (last === undefined) return null;
  const { gapMinutes } = orderOf(shipment).policy.temperature;
  const at = instantFromMillis(last.atMillis + gapMinutes.value * 60_000 + 1);
  return at > asOf ? at : null;
}

/** What any of the probes showed until then, the coldest and the hottest; null where none showed anything. The warmest history hides the ice of all probes but one. */
export function extremesUntil({ told }: ThermalHistory, asOf: Instant): Extremes | null {
  const until = millisOf(asOf);
  let [coldest, hottest] = [Infinity, -Infinity];
  for (const { atMillis, celsius } of told.flat()) {
    if (atMillis > until) continue;
    coldest = Math.min(coldest, celsius);
    hottest = Math.max(hottest, celsius);
  }
  return coldest > hottest ? null : { coldestCelsius: coldest, hottestCelsius: hottest };
}
