import { instantFromMillis, type Instant } from '@cellrelay/kernel';
import type { Reading } from '@cellrelay/viability';

/** Readings of a stretch of time drawn as one: from the first to the last of them, between the coldest and the warmest, so that no spike is lost. */
export interface ThinnedPoint {
  readonly from: Instant;
  readonly until: Instant;
  readonly minCelsius: number;
  readonly maxCelsius: number;
  /** Nothing was heard for longer than a gap before it. */
  readonly afterGap: boolean;
}

/**
 * Readings, in the order of time, as at most `most` points: stretches of equal length, and each reading in one of them. Where there are no more than that, each stands for itself.
 * A gap is looked for between neighbouring points, so one within a stretch does not show.
 */
export function thinned(
  readings: readonly Reading[],
  { most, gapMinutes }: { readonly most: number; readonly gapMinutes: number },
): readonly ThinnedPoint[] {
  const gapMillis = gapMinutes * 60_000;
  const points: ThinnedPoint[] = [];
  let lastMillis: number | null = null;
  for (const stretch of stretchesOf(readings, most)) {
    const [first, last] = [stretch[0], stretch.at(-1)];
    if (first === undefined || last === undefined) continue;
    points.push({
      ...pointOf(stretch, first, last),
      afterGap: lastMillis !== null && first.atMillis - lastMillis > gapMillis,
    });
    lastMillis = last.atMillis;
  }
  return points;
}

function pointOf(stretch: readonly Reading[], first: Reading, last: Reading): Omit<ThinnedPoint, 'afterGap'> {
  return {
    from: instantFromMillis(first.atMillis),
    until: instantFromMillis(last.atMillis),
    minCelsius: extreme(stretch, Math.min),
    maxCelsius: extreme(stretch, Math.max),
  };
}

/** The coldest or the warmest of some readings; NaN of none. */
export function extreme(readings: readonly Reading[], of: (a: number, b: number) => number): number {
  return readings.reduce((most, { celsius }) => (Number.isNaN(most) ? celsius : of(most, celsius)), NaN);
}

function stretchesOf(readings: readonly Reading[], most: number): readonly (readonly Reading[])[] {
  if (readings.length <= most) return readings.map((reading) => [reading]);
  const [start, end] = [readings[0]?.atMillis ?? 0, readings.at(-1)?.atMillis ?? 0];
  const step = (end - start + 1) / most;
  const stretches = Array.from({ length: most }, (): Reading[] => []);
  for (const reading of readings) stretches[Math.floor((reading.atMillis - start) / step)]?.push(reading);
  return stretches;
}

/** Times of which nothing is known although the logger was heard before and after, the longest first. */
export function gapsIn(
  readings: readonly Reading[],
  gapMinutes: number,
): readonly { readonly from: Instant; readonly until: Instant; readonly minutes: number }[] {
  const pairs = readings.slice(1).map((reading, index) => [readings[index] ?? reading, reading] as const);
  return pairs
    .map(([before, after]) => ({ before, after, minutes: (after.atMillis - before.atMillis) / 60_000 }))
    .filter(({ minutes }) => minutes > gapMinutes)
    .toSorted((a, b) => b.minutes - a.minutes)
    .map(({ before, after, minutes }) => ({
      from: instantFromMillis(before.atMillis),
      until: instantFromMillis(after.atMillis),
      minutes: Math.round(minutes),
    }));
}
