import { DateTime } from 'luxon';
import type { Curve } from '@cellrelay/paperwork';

/** A curve as it is drawn: everything in shares of the field, 0 at its left and at its bottom. */
export interface Plot {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly band: { readonly from: number; readonly to: number } | null;
  readonly celsius: readonly Tick[];
  readonly hours: readonly Tick[];
  readonly zone: string;
}

interface Tick {
  readonly at: number;
  readonly says: string;
}

const hourMillis = 3_600_000;

/** Where the points of a curve lie, with whole degrees at its left and whole hours of its zone below. Null where there is nothing to draw: fewer than two points. */
export function plotOf({ points, band, zone }: Curve): Plot | null {
  if (points.length < 2) return null;
  const times = points.map(({ at }) => Date.parse(at));
  const [begins, ends] = [Math.min(...times), Math.max(...times)];
  const [low, high] = degreesAround([...points.map(({ celsius }) => celsius), ...edgesOf(band)]);
  const x = (at: number): number => share(at, begins, ends);
  const y = (celsius: number): number => share(celsius, low, high);
  return {
    points: points.map(({ celsius }, nth) => [x(times[nth] ?? begins), y(celsius)]),
    band: band && { from: y(band.fromCelsius), to: y(band.toCelsius) },
    celsius: steps(low, high, stepFor(high - low, [1, 2, 5, 10, 20, 50])).map((at) => ({
      at: y(at),
      says: `${at} °C`,
    })),
    hours: hoursBetween(begins, ends, zone).map((at) => ({ at: x(at), says: clockOf(at, zone) })),
    zone,
  };
}

function edgesOf(band: Curve['band']): readonly number[] {
  return band === null ? [] : [band.fromCelsius, band.toCelsius];
}

/** A degree of room above and below, so that no line lies on the frame. */
function degreesAround(celsius: readonly number[]): readonly [low: number, high: number] {
  return [Math.floor(Math.min(...celsius)) - 1, Math.ceil(Math.max(...celsius)) + 1];
}

function hoursBetween(begins: number, ends: number, zone: string): readonly number[] {
  const step = stepFor((ends - begins) / hourMillis, [0.25, 0.5, 1, 2, 3, 6, 12, 24, 48]);
  const first = DateTime.fromMillis(begins, { zone }).startOf('day').toMillis();
  return steps(first, ends, step * hourMillis).filter((at) => at >= begins);
}

/** The smallest step that makes no more than eight of them. */
function stepFor(width: number, among: readonly number[]): number {
  return among.find((step) => width / step <= 8) ?? width / 8;
}

function steps(from: number, to: number, step: number): readonly number[] {
  const first = Math.ceil(from / step) * step;
  const begins = step >= hourMillis ? from : first;
  return Array.from({ length: Math.floor((to - begins) / step) + 1 }, (_, nth) => begins + nth * step);
}

function clockOf(at: number, zone: string): string {
  return DateTime.fromMillis(at, { zone }).toFormat('MM-dd HH:mm');
}

function share(value: number, from: number, to: number): number {
  return to === from ? 0.5 : (value - from) / (to - from);
}
