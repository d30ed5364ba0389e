import { instantFromMillis, millisOf, type Instant } from '@cellrelay/kernel';
import type { Reading } from '@cellrelay/viability';
import { isBanked, orderOf } from './overview.js';
import type { Policy } from './policy.js';
import type { Shipment } from './shipment.js';
import type { Stay } from './temperature/temperature.js';
import { combined, readingsIn, stretchesOutside, type Outside, type ReadingsByLogger } from './thermal-series.js';
import { boxSpans, ignoredUntil, loggerWindows, type BoxSpan, type LoggerWindow } from './thermal-windows.js';

/** All time out of band, box by box, as the readings until that moment tell it, with its grade by the policy's minutes. Nothing of the time after packing, nothing too short. */
export function staysOf(shipment: Shipment, readings: ReadingsByLogger, asOf: Instant): readonly Stay[] {
  const ground = { shipment, readings, asOf, windows: loggerWindows(shipment) };
  const stays = boxSpans(shipment).flatMap((span) => staysInBox(span, ground));
  return graded(stays, minutesOf(orderOf(shipment).policy));
}

/** How the policy judges time out of band. */
export function minutesOf({ temperature }: Policy) {
  const { amberAfterMinutes, redAfterMinutes } = temperature;
  return { amberAfterMinutes: amberAfterMinutes.value, redAfterMinutes: redAfterMinutes.value };
}

interface Ground {
  readonly shipment: Shipment;
  readonly readings: ReadingsByLogger;
  readonly asOf: Instant;
  readonly windows: readonly LoggerWindow[];
}

/** A stay before it is graded, with the minutes that it has lasted so far. */
type Ungraded = Omit<Stay, 'grade'> & { readonly lasted: number };

function staysInBox(span: BoxSpan, ground: Ground): readonly Ungraded[] {
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

/** JSON knows no zero below zero: what is read back is to be what was said. */
const noSignOfZero = 0;

/** The next whole degree, away from the band. */
export function outwards(celsius: number, side: Stay['side']): number {
  return (side === 'warm' ? Math.ceil(celsius) : Math.floor(celsius)) + noSignOfZero;
}

/** To a tenth: probes are not better, and sums of the same readings are to be the same. */
function rounded(figure: number): number {
  return Math.round(figure * 10) / 10 + noSignOfZero;
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
