import { instantFromMillis, millisOf, type Instant } from '@cellrelay/kernel';
import { figureOf, frozenStateCelsius, meets, worstOf, type ConstantSet, type Reading } from '@cellrelay/viability';
import { isBanked, isOpened, orderOf } from './overview.js';
import { constantsOf } from './policy-constants.js';
import { forecastOf, type ShipmentForecast } from './shipment-forecast.js';
import type { Shipment } from './shipment.js';
import { newsIn } from './temperature/temperature.changes.js';
import type { ForecastLight, Heard, TemperatureFlag, TemperatureReport } from './temperature/temperature.js';
import { readingsIn, type ReadingsByLogger } from './thermal-series.js';
import { outwards, staysOf } from './thermal-stays.js';
import { loggerWindows, type LoggerWindow } from './thermal-windows.js';

/**
 * What all readings of a shipment imply as of a moment; null where the log has it already. `readings` are all there are, each logger's in the order of time: late ones
 * among them change what is on record, and do not double it. Called once for each batch and shipment.
 */
export function temperatureReport(
  shipment: Shipment,
  readings: ReadingsByLogger,
  asOf: Instant,
): TemperatureReport | null {
  if (!isOpened(shipment)) return null;
  const report = reportOf(shipment, readings, asOf);
  return newsIn(report, shipment.stages.temperature).length === 0 ? null : report;
}

function reportOf(shipment: Shipment, readings: ReadingsByLogger, asOf: Instant): TemperatureReport {
  const { policy } = orderOf(shipment);
  const ground = { shipment, readings, asOf, windows: loggerWindows(shipment) };
  return {
    basis: { asOf, constants: constantsOf(policy).version, policy: policy.version },
    stays: staysOf(shipment, readings, asOf),
    flags: flagsIn(ground),
    lights: lightsOf(forecastOf(shipment, readings, asOf)),
    heard: heardAgain(ground),
  };
}

interface Ground {
  readonly shipment: Shipment;
  readonly readings: ReadingsByLogger;
  readonly asOf: Instant;
  readonly windows: readonly LoggerWindow[];
}

function flagsIn({ shipment, windows, readings, asOf }: Ground): readonly TemperatureFlag[] {
  const marks = marksOf(shipment, constantsOf(orderOf(shipment).policy));
  const told = windows.map((window) => ({ window, read: readingsIn(readings, window, millisOf(asOf)) }));
  const loggers = [...new Set(windows.map(({ logger }) => logger))];
  return loggers.flatMap((logger) => {
    const own = told.filter((each) => each.window.logger === logger);
    return marks.flatMap((mark) => flagOf(own, mark));
  });
}

interface Mark {
  readonly kind: TemperatureFlag['kind'];
  readonly beyond: (celsius: number) => boolean;
}

/** Ice at or below 1 °C, heat above 30 °C; of a frozen unit, what is warmer than -120 °C (viability.md R3, 4.4). */
function marksOf(shipment: Shipment, constants: ConstantSet): readonly Mark[] {
  if (isBanked(shipment)) return [{ kind: 'heat', beyond: (celsius) => celsius > frozenStateCelsius }];
  const [ice, heat] = [figureOf(constants, 'freeze-celsius'), figureOf(constants, 'outside-model-celsius')];
  return [
    { kind: 'ice', beyond: (celsius) => celsius <= ice },
    { kind: 'heat', beyond: (celsius) => celsius > heat },
  ];
}

interface Told {
  readonly window: LoggerWindow;
  readonly read: readonly Reading[];
}

function flagOf(told: readonly Told[], { kind, beyond }: Mark): readonly TemperatureFlag[] {
  const seen = told.flatMap(({ window, read }) =>
    read.filter(({ celsius }) => beyond(celsius)).map((reading) => ({ ...reading, ...window })),
  );
  const [first] = [...seen].sort((a, b) => a.atMillis - b.atMillis);
  if (first === undefined) return [];
  const { logger, box, atMillis } = first;
  const extreme = seen.reduce(
    (most, { celsius }) => (kind === 'ice' ? Math.min(most, celsius) : Math.max(most, celsius)),
    first.celsius,
  );
  const from = instantFromMillis(atMillis);
  return [{ kind, logger, box, from, extremeCelsius: outwards(extreme, kind === 'ice' ? 'cold' : 'warm') }];
}

/** The lights that a page shows, but for what the clock says, which has deadlines of its own. */
function lightsOf({ bags, recipients }: ShipmentForecast): readonly ForecastLight[] {
  return [
    ...bags.map(({ bag, findings, shown }): ForecastLight => {
      const light = worstOf(findings.filter(({ from }) => from === 'temperature'));
      const [plannedE6, worstE6] = [shown?.planned.viableE6.centre ?? null, shown?.worst.viableE6.centre ?? null];
      const none = { probability: null, holdsUntil: null, countedShort: false };
      return { kind: 'bag', id: bag, light, plannedE6, worstE6, ...none };
    }),
    ...recipients.map((each): ForecastLight => {
      const { shown, recipient, findings, requestSurelyHoldsUntil: holdsUntil } = each;
      const light = shown === null ? 'amber' : worstOf(findings.filter(({ from }) => from === 'model'));
      const [plannedE6, worstE6] = [shown?.planned.doseE6.centre ?? null, shown?.worst.doseE6.centre ?? null];
      const probability = shown?.planned.probability ?? null;
      const countedShort = isCountedShort(each, bags);
      return { kind: 'recipient', id: recipient, light, plannedE6, worstE6, probability, holdsUntil, countedShort };
    }),
  ];
}

function isCountedShort(
  { counted, requestedE6, perKgOf }: ShipmentForecast['recipients'][number],
  bags: ShipmentForecast['bags'],
): boolean {
  const theirs = bags.filter(({ bag }) => counted.includes(bag));
  const cells = theirs.reduce((sum, { countedE6, thaw }) => sum + countedE6 * (thaw?.centre ?? 1), 0);
  return !meets(cells, requestedE6 * (perKgOf ?? 1));
}

function heardAgain({ shipment, windows, readings, asOf }: Ground): readonly Heard[] {
  return shipment.stages.temperature.watched.flatMap(({ logger, silentSince: since }) => {
    if (since === null) return [];
    const read = windows
      .filter((each) => each.logger === logger)
      .flatMap((each) => readingsIn(readings, each, millisOf(asOf)));
    const last = read.reduce((most, { atMillis }) => Math.max(most, atMillis), millisOf(since));
    return last > millisOf(since) ? [{ logger, through: instantFromMillis(last) }] : [];
  });
}
