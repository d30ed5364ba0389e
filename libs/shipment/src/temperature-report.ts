import { instantFromMillis, millisOf, type Instant } from '@cellrelay/kernel';
import {
  figureOf,
  frozenStateCelsius,
  meets,
  worstOf,
  type ConstantSet,
  type Light,
  type Reading,
} from '@cellrelay/viability';
import { isBanked, isOpened, orderOf } from './overview.js';
import { constantsOf, forecastOf, minutesOf, type ShipmentForecast } from './shipment-forecast.js';
import type { Shipment } from './shipment.js';
import { newsIn } from './temperature/temperature.changes.js';
import type { ForecastLight, Heard, Stay, TemperatureFlag, TemperatureReport } from './temperature/temperature.js';
import { combined, readingsIn, stretchesOutside, type Outside, type ReadingsByLogger } from './thermal-series.js';
import { boxSpans, ignoredUntil, loggerWindows, type BoxSpan, type LoggerWindow } from './thermal-windows.js';

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
  const stays = boxSpans(shipment).flatMap((span) => staysIn(span, ground));
  return {
    basis: { asOf, constants: constantsOf(policy).version, policy: policy.version },
    stays: graded(stays, minutesOf(policy)),
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

/** A stay before it is graded, with the minutes that it has lasted so far. */
type Ungraded = Omit<Stay, 'grade'> & { readonly lasted: number };

function staysIn(span: BoxSpan, ground: Ground): readonly Ungraded[] {
  const { shipment, windows, readings, asOf } = ground;
  const { minCelsius, maxCelsius } = orderOf(shipment).details;
  const here = windows.filter(({ box, from }) => box === span.box && isWithin(from, span));
  const told = here.map((window) => readingsIn(readings, window, millisOf(asOf)));
  const loggers = [...new Set(here.map(({ logger }) => logger))];
  const side = (name: Stay['side'], excessOf: (celsius: number) => number): readonly Ungraded[] => {
    const { gapMinutes } = orderOf(shipment).policy.temperature;
    const history = combined(told, gapMinutes.value, name === 'warm' ? Math.max : Math.min);
    return outside(history, excessOf, { ground, span }).map((stretch) =>
      stayOf(stretch, { span, side: name, bound: name === 'warm' ? maxCelsius : minCelsius, loggers }),
    );
  };
  const warm = side('warm', (celsius) => celsius - maxCelsius);
  // No tank is too cold for a frozen unit.
  return isBanked(shipment) ? warm : [...warm, ...side('cold', (celsius) => minCelsius - celsius)];
}

function isWithin(at: Instant, { from, until }: BoxSpan): boolean {
  return at >= from && (until === null || at < until);
}

function outside(
  history: readonly Reading[],
  excessOf: (celsius: number) => number,
  { ground: { shipment }, span }: { readonly ground: Ground; readonly span: BoxSpan },
): readonly Outside[] {
  const { gapMinutes, debounceMinutes } = orderOf(shipment).policy.temperature;
  return stretchesOutside(
    history.map(({ atMillis, celsius }) => ({ atMillis, excess: excessOf(celsius) })),
    {
      gapMillis: gapMinutes.value * 60_000,
      debounceMillis: debounceMinutes.value * 60_000,
      fromMillis: millisOf(ignoredUntil(shipment, span)),
    },
  );
}

interface StayIn {
  readonly span: BoxSpan;
  readonly side: Stay['side'];
  readonly bound: number;
  readonly loggers: readonly string[];
}

/** With the trip over, or the cells in another box, nothing goes on in this one. */
function stayOf({ fromMillis, untilMillis, minutes, most }: Outside, { span, side, bound, loggers }: StayIn): Ungraded {
  const until = untilMillis === null ? span.until : instantFromMillis(untilMillis);
  const extreme = side === 'warm' ? bound + most : bound - most;
  return {
    box: span.box,
    side,
    from: instantFromMillis(fromMillis),
    until,
    extremeCelsius: until === null ? outwards(extreme, side) : rounded(extreme),
    minutes: until === null ? null : rounded(minutes),
    lasted: minutes,
    loggers,
  };
}

/** The next whole degree, away from the band. */
function outwards(celsius: number, side: Stay['side']): number {
  return side === 'warm' ? Math.ceil(celsius) : Math.floor(celsius);
}

/** To a tenth: probes are not better, and sums of the same readings are to be the same. */
function rounded(figure: number): number {
  return Math.round(figure * 10) / 10;
}

/** Amber by its own length, red by the length of all until it, in the order in which they began. */
function graded(
  stays: readonly Ungraded[],
  { amberAfterMinutes, redAfterMinutes }: ReturnType<typeof minutesOf>,
): readonly Stay[] {
  const inOrder = [...stays].sort((a, b) => (a.from < b.from ? -1 : 1));
  let together = 0;
  return inOrder.map(({ lasted, ...stay }) => {
    together += lasted;
    const red = redAfterMinutes !== null && together > redAfterMinutes;
    return { ...stay, grade: red ? 'red' : lasted > amberAfterMinutes ? 'amber' : 'green' };
  });
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

/** What the clock says has deadlines of its own; what was counted short is said by the count. */
function lightsOf({ bags, recipients }: ShipmentForecast): readonly ForecastLight[] {
  return [
    ...bags.map(({ bag, findings, shown }): ForecastLight => {
      const light = worstOf(findings.filter(({ from }) => from === 'temperature'));
      const [plannedE6, worstE6] = [shown?.planned.viableE6.centre ?? null, shown?.worst.viableE6.centre ?? null];
      return { kind: 'bag', id: bag, light, plannedE6, worstE6, probability: null };
    }),
    ...recipients.map((each): ForecastLight => {
      const { shown, recipient } = each;
      const [plannedE6, worstE6] = [shown?.planned.doseE6.centre ?? null, shown?.worst.doseE6.centre ?? null];
      const probability = shown?.planned.probability ?? null;
      return { kind: 'recipient', id: recipient, light: modelLight(each, bags), plannedE6, worstE6, probability };
    }),
  ];
}

function modelLight(
  { shown, findings, counted, requestedE6, perKgOf }: ShipmentForecast['recipients'][number],
  bags: ShipmentForecast['bags'],
): Light {
  if (shown === null) return 'amber';
  const theirs = bags.filter(({ bag }) => counted.includes(bag));
  const cells = theirs.reduce((sum, { countedE6, thaw }) => sum + countedE6 * (thaw?.centre ?? 1), 0);
  if (!meets(cells, requestedE6 * (perKgOf ?? 1))) return 'green';
  return worstOf(findings.filter(({ from }) => from === 'model'));
}

function heardAgain({ shipment, windows, readings, asOf }: Ground): readonly Heard[] {
  const { silent } = shipment.stages.temperature;
  return Object.entries(silent).flatMap(([logger, since]) => {
    const read = windows
      .filter((each) => each.logger === logger)
      .flatMap((each) => readingsIn(readings, each, millisOf(asOf)));
    const last = read.reduce((most, { atMillis }) => Math.max(most, atMillis), millisOf(since));
    return last > millisOf(since) ? [{ logger, through: instantFromMillis(last) }] : [];
  });
}
