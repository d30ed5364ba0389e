import { wallMillis } from '../time/zone.js';

/** Where a chart is drawn, in its own units; its margins hold the words of a phone, which are twice as large in them. */
export const frame = { width: 720, height: 300, left: 84, right: 34, top: 26, bottom: 54 } as const;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Time across and temperature up, as a chart draws them. */
export interface Scale {
  readonly x: (at: number) => number;
  readonly y: (celsius: number) => number;
  readonly times: Span;
  readonly celsius: Span;
}

/** How far beyond the ordered band a chart goes: a single reading far out must not flatten the band. */
const beyond = { celsius: 12, frozen: 60 } as const;

/** What a chart shows of these temperatures at most. Of a frozen unit nothing is too cold. */
export function shownOf(temperatures: readonly number[], { minCelsius, maxCelsius }: Band, frozen: boolean): Span {
  const floor = frozen ? -Infinity : minCelsius - beyond.celsius;
  const ceiling = maxCelsius + (frozen ? beyond.frozen : beyond.celsius);
  const ends = frozen ? [maxCelsius] : [minCelsius, maxCelsius];
  return {
    from: Math.max(floor, Math.min(...temperatures, ...ends)),
    to: Math.min(ceiling, Math.max(...temperatures, ...ends)),
  };
}

interface Band {
  readonly minCelsius: number;
  readonly maxCelsius: number;
}

/** A scale that shows all of these with some room above and below; where all is at one moment or one temperature, around it. */
export function scaleOf(times: readonly number[], temperatures: readonly number[]): Scale {
  const across = spanOf(times, 60_000);
  const up = roomy(spanOf(temperatures, 1));
  const { width, height, left, right, top, bottom } = frame;
  return {
    times: across,
    celsius: up,
    x: (at) => round(left + ((at - across.from) / (across.to - across.from)) * (width - left - right)),
    y: (celsius) => {
      const shown = Math.min(up.to, Math.max(up.from, celsius));
      return round(top + ((up.to - shown) / (up.to - up.from)) * (height - top - bottom));
    },
  };
}

function spanOf(values: readonly number[], least: number): Span {
  const [from, to] = [Math.min(...values), Math.max(...values)];
  return to - from >= least ? { from, to } : { from: from - least / 2, to: to + least / 2 };
}

function roomy({ from, to }: Span): Span {
  const room = (to - from) * 0.08;
  return { from: from - room, to: to + room };
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}

/** A point of a series: the coldest and the warmest of a stretch of time. */
export interface ChartPoint {
  readonly from: string;
  readonly until: string;
  readonly minCelsius: number;
  readonly maxCelsius: number;
  readonly afterGap: boolean;
}

/** The pieces of a series between its gaps, each as the outline of what was shown: along the warmest, and back along the coldest. */
export function outlinesOf(points: readonly ChartPoint[], { x, y }: Scale): readonly string[] {
  return piecesOf(points).map((piece) => {
    const there = piece.flatMap((point) => [
      `${x(Date.parse(point.from))},${y(point.maxCelsius)}`,
      `${x(Date.parse(point.until))},${y(point.maxCelsius)}`,
    ]);
    const back = piece
      .toReversed()
      .flatMap((point) => [
        `${x(Date.parse(point.until))},${y(point.minCelsius)}`,
        `${x(Date.parse(point.from))},${y(point.minCelsius)}`,
      ]);
    return `M${[...there, ...back].join('L')}Z`;
  });
}

/** The furthest of a stretch of points that lie outside what is shown. */
interface Outside {
  readonly side: 'warm' | 'cold';
  readonly at: string;
  readonly celsius: number;
}

/** The stretches of a series that lie outside what is shown, each by its furthest point: they are marked at the edge, with their figure. */
export function outsideOf(points: readonly ChartPoint[], { celsius }: Pick<Scale, 'celsius'>): readonly Outside[] {
  const found: Outside[] = [];
  let before: Outside | undefined;
  for (const point of points) {
    const out = outOf(point, celsius);
    if (out !== undefined && before?.side === out.side) found.splice(-1, 1, further(before, out));
    else if (out !== undefined) found.push(out);
    before = out === undefined ? undefined : found.at(-1);
  }
  return found;
}

function outOf({ from, minCelsius, maxCelsius }: ChartPoint, shown: Span): Outside | undefined {
  if (minCelsius < shown.from) return { side: 'cold', at: from, celsius: minCelsius };
  return maxCelsius > shown.to ? { side: 'warm', at: from, celsius: maxCelsius } : undefined;
}

function further(one: Outside, other: Outside): Outside {
  return Math.abs(other.celsius) > Math.abs(one.celsius) ? other : one;
}

/** Those that have room for words: of two too near to one another the first. */
export function apart(places: readonly number[], room: number): readonly number[] {
  return places.reduce<readonly number[]>((kept, place) => {
    const last = kept.at(-1);
    return last === undefined || place - last >= room ? [...kept, place] : kept;
  }, []);
}

function piecesOf(points: readonly ChartPoint[]): readonly (readonly ChartPoint[])[] {
  const pieces: ChartPoint[][] = [];
  for (const point of points) {
    if (point.afterGap || pieces.length === 0) pieces.push([]);
    pieces.at(-1)?.push(point);
  }
  return pieces;
}

const steps = [0.5, 1, 2, 5, 10, 20, 50];

/** Round temperatures to be named at the side, at most seven. */
export function celsiusMarks({ celsius: { from, to } }: Scale): readonly number[] {
  const step = steps.find((each) => (to - from) / each <= 6) ?? 100;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, nth) => round(first + nth * step));
}

const hour = 3_600_000;
const hours = [1, 2, 3, 6, 12, 24, 48];

/** Whole hours of that zone's clock to be named below, at most seven: of every so many hours those from its midnight on. */
export function timeMarks({ times: { from, to } }: Scale, zone: string): readonly number[] {
  const step = (hours.find((each) => (to - from) / (each * hour) <= 6) ?? 96) * hour;
  const ahead = wallMillis(from, zone) - Math.floor(from / 1000) * 1000;
  const first = Math.ceil((from + ahead) / step) * step - ahead;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, nth) => first + nth * step);
}
