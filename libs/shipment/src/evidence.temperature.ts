import type { Evidence } from './evidence.said.js';
import { orderOf } from './overview.js';
import type { Shipment } from './shipment.js';
import type { TemperatureState } from './temperature/temperature.js';
import { watchOf } from './temperature/temperature.watched.js';

/** What was measured that an alert is about; undefined where it is about no temperature. */
export function evidenceOfTemperature(
  shipment: Shipment,
  kind: string,
  about: string,
): readonly Evidence[] | undefined {
  const { temperature } = shipment.stages;
  switch (kind) {
    case 'excursion':
      return [...ofExcursion(temperature, about), ...ordered(shipment), ...asOf(temperature)];
    case 'ice':
    case 'heat':
      return [...ofFlag(temperature, kind, about), ...asOf(temperature)];
    case 'forecast-short':
      return [...ofForecast(temperature, about), ...asOf(temperature)];
    case 'logger-silent':
      return ofSilence(temperature, about);
    default:
      return undefined;
  }
}

function ofExcursion({ excursions }: TemperatureState, id: string): readonly Evidence[] {
  const found = excursions.find((each) => each.id === id);
  if (found === undefined) return [];
  const { from, until, side, extremeCelsius } = found;
  return [
    { says: 'Out of the ordered band from', at: from },
    { says: `The ${side === 'warm' ? 'warmest' : 'coldest'} reading: ${extremeCelsius} °C`, at: null },
    ...(until === null ? [] : [{ says: 'Back within it', at: until }]),
  ];
}

function ordered(shipment: Shipment): readonly Evidence[] {
  const { minCelsius, maxCelsius } = orderOf(shipment).details;
  return [{ says: `Ordered: ${minCelsius} to ${maxCelsius} °C`, at: null }];
}

function ofFlag({ flags }: TemperatureState, kind: 'ice' | 'heat', logger: string): readonly Evidence[] {
  return flags
    .filter((each) => each.kind === kind && each.logger === logger)
    .flatMap(({ from, extremeCelsius }) => [
      { says: 'First read so', at: from },
      { says: `The farthest reading: ${extremeCelsius} °C`, at: null },
    ]);
}

/** No figure of a dose: that is on the page, for whoever may see it. */
function ofForecast({ lights }: TemperatureState, id: string): readonly Evidence[] {
  return lights
    .filter((each) => each.kind === 'recipient' && each.id === id && each.probability !== null)
    .map(({ probability }) => ({
      says: `By the model the requested dose was met in ${Math.floor((probability ?? 0) * 100)} of 100 cases when it crossed the line`,
      at: null,
    }));
}

function ofSilence(state: TemperatureState, logger: string): readonly Evidence[] {
  const { through, silentSince } = watchOf(state, logger);
  return [
    ...(through === null ? [] : [{ says: 'The newest reading that is there', at: through }]),
    ...(silentSince === null ? [] : [{ says: 'Silent since', at: silentSince }]),
  ];
}

function asOf({ reportedAsOf }: TemperatureState): readonly Evidence[] {
  return reportedAsOf === null ? [] : [{ says: 'Worked out from the readings as of', at: reportedAsOf }];
}
