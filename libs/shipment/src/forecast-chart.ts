import { instantFromMillis, millisOf, type Instant } from '@cellrelay/kernel';
import { hazardAt, survivalOf, type Band, type SurvivalLine } from '@cellrelay/viability';

/** A point of a chart: the part of the counted cells that is viable then, with its band. */
export interface ChartPoint extends Band {
  readonly at: Instant;
}

const hourMillis = 3_600_000;
const mostPoints = 96;

/** Hour by hour, or so far apart that a long hold is no more points than a chart can show. */
export function momentsUntil(from: Instant, limitAt: Instant): readonly number[] {
  const [start, end] = [millisOf(from), millisOf(limitAt)];
  if (end <= start) return [start];
  const step = Math.max(hourMillis, (end - start) / mostPoints);
  const inner = Array.from({ length: Math.ceil((end - start) / step) }, (_, nth) => start + nth * step);
  return [...inner, end];
}

/** What a line says at those moments. */
export function pointsOf(line: SurvivalLine, moments: readonly number[]): readonly ChartPoint[] {
  return moments.map((millis) => ({
    at: instantFromMillis(Math.round(millis)),
    ...survivalOf(hazardAt(line, millis)),
  }));
}
