import { millisOf, type Instant } from '@cellrelay/kernel';

/** What a probe showed. Milliseconds since the epoch: a forecast reads thousands of these, and a text would have to be parsed each time. */
export interface Reading {
  readonly atMillis: number;
  readonly celsius: number;
}

/** Temperatures that are as they should be, both ends included. */
export interface TemperatureBand {
  readonly minCelsius: number;
  readonly maxCelsius: number;
}

/** How a history is read. */
export interface HistoryRules {
  /** Readings farther apart leave a gap, which is filled with the warmer of its ends (viability.md R4); null: nothing is a gap. */
  readonly gapMinutes: number | null;
  /** What the pack is qualified to keep: the first reading and it, the warmer, stand for the time before. */
  readonly setPointCelsius: number;
  /** What time out of band is counted against. */
  readonly band: TemperatureBand;
}

/** Expected losses, as cumulative hazards: survival is exp(-hazard). Upper and lower are the ends of the band in the hazard, not in survival. */
export interface Hazard {
  readonly centre: number;
  readonly upper: number;
  readonly lower: number;
}

/**
 * What cells have been through since their count, as far as readings go: plain data, so that it can be kept and carried on when more readings come. The sum over
 * one list is the same, to the last bit, as over its pieces one after the other.
 */
export interface Exposure {
  /** The model that it was worked out by (`LossModel.id`). */
  readonly model: string;
  readonly rules: HistoryRules;
  /** When the sample was taken that the cells were counted in. */
  readonly startsAtMillis: number;
  /** The last reading; null before the first one. */
  readonly last: Reading | null;
  readonly hazard: Hazard;
  /** Extremes since the start, filled gaps included; null while nothing is known. */
  readonly hottestCelsius: number | null;
  readonly coldestCelsius: number | null;
  readonly minutesOutOfBand: number;
  readonly longestMinutesOutOfBand: number;
  /** For how long it has been out of band at the last reading. */
  readonly presentMinutesOutOfBand: number;
  /** Minutes that no readings vouch for: gaps, and the time before the first. */
  readonly estimatedMinutes: number;
  /** Of the mean kinetic temperature: hours, and hours weighed by exp(-dH/RT). */
  readonly kinetic: { readonly hours: number; readonly weighed: number };
}

const leastMillis = millisOf('0000-01-01T00:00:00.000Z' as Instant);
const mostMillis = millisOf('9999-12-31T23:59:59.999Z' as Instant);

/** Whether milliseconds since the epoch are those of an instant that sorts as text; NaN never is. */
export function isInstantMillis(millis: number): boolean {
  return millis >= leastMillis && millis <= mostMillis;
}

/** Until when readings tell; before the first one, until the count. */
export function knownUntilMillis({ last, startsAtMillis }: Exposure): number {
  return last === null ? startsAtMillis : Math.max(startsAtMillis, last.atMillis);
}
