import { DateTime } from 'luxon';
import type { Branded } from './brand.js';

/** A moment, as ISO 8601 text in UTC with milliseconds: sorts as text, survives JSON, hashes the same everywhere. */
export type Instant = Branded<string, 'Instant'>;

/** The moment that an ISO text with an offset names; undefined when it has no offset or names no moment. */
export function instantOf(text: string): Instant | undefined {
  if (!/(Z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined;
  const parsed = DateTime.fromISO(text, { setZone: true });
  const { year } = parsed.toUTC();
  return parsed.isValid && year >= 0 && year <= 9999 ? instantFromMillis(parsed.toMillis()) : undefined;
}

/** The moment so many milliseconds after the epoch, in the years 0 to 9999: beyond them the text would not sort as time does. */
export function instantFromMillis(millis: number): Instant {
  const date = new Date(millis);
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`no instant at ${millis} ms`);
  return date.toISOString() as Instant;
}

/** Milliseconds since the epoch. The platform's own parser reads this one form exactly, thirty times as fast as luxon's; agendas ask it often. */
export function millisOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The moment `minutes` later (earlier when negative). Elapsed time: clock changes do not matter. */
export function plusMinutes(instant: Instant, minutes: number): Instant {
  return instantFromMillis(millisOf(instant) + Math.round(minutes * 60_000));
}

/** Elapsed minutes from `from` to `to`; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (millisOf(to) - millisOf(from)) / 60_000;
}

/** The earliest of some moments, undefined when there are none. */
export function earliest(instants: readonly Instant[]): Instant | undefined {
  return instants.reduce<Instant | undefined>(
    (best, each) => (best === undefined || each < best ? each : best),
    undefined,
  );
}

/** The latest of some moments, undefined when there are none. */
export function latest(instants: readonly Instant[]): Instant | undefined {
  return instants.reduce<Instant | undefined>(
    (best, each) => (best === undefined || each > best ? each : best),
    undefined,
  );
}
