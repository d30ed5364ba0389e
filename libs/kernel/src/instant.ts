import { DateTime } from 'luxon';
import type { Branded } from './brand.js';

/** A moment, as ISO 8601 text in UTC with milliseconds: sorts as text, survives JSON, hashes the same everywhere. */
export type Instant = Branded<string, 'Instant'>;

const canonical = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The moment that an ISO text with an offset names; undefined when it has no offset or names no moment. */
export function instantOf(text: string): Instant | undefined {
  if (canonical.test(text) && DateTime.fromISO(text).isValid) return text as Instant;
  if (!/(Z|[+-]\d{2}:?\d{2})$/.test(text)) return undefined;
  const parsed = DateTime.fromISO(text, { setZone: true });
  return parsed.isValid ? instantFromMillis(parsed.toMillis()) : undefined;
}

/** The moment so many milliseconds after the epoch. */
export function instantFromMillis(millis: number): Instant {
  const text = DateTime.fromMillis(millis, { zone: 'utc' }).toISO();
  if (text === null) throw new RangeError(`no instant at ${millis} ms`);
  return text as Instant;
}

/** Milliseconds since the epoch. */
export function millisOf(instant: Instant): number {
  return DateTime.fromISO(instant).toMillis();
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
