import { t } from '../words/words.js';
import { namedDay } from './named-day.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** One way to read a wall-clock time in a zone. */
export interface Reading {
  readonly at: number;
  /** Such as +08:00. */
  readonly offset: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  formatters.set(zone, made);
  return made;
}

/** The wall clock of `zone` at that moment, as if it were UTC: milliseconds to reckon days and hours with. */
export function wallMillis(at: number, zone: string): number {
  const parts = Object.fromEntries(
    formatter(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The wall clock as YYYY-MM-DDTHH:mm, with its seconds where those matter. */
export function localText(at: number, zone: string, seconds = false): string {
  return new Date(wallMillis(at, zone)).toISOString().slice(0, seconds ? 19 : 16);
}

function offsetAt(at: number, zone: string): number {
  return wallMillis(at, zone) - Math.floor(at / 1000) * 1000;
}

function offsetText(offset: number): string {
  const minutes = Math.abs(Math.round(offset / MINUTE));
  const two = (count: number) => String(count).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * The moments at which a clock in `zone` shows `local` (YYYY-MM-DDTHH:mm[:ss]), earlier first: none when a change of the
 * clocks skips it, two when it repeats it. Offsets change at most once within the two days that are looked at.
 */
export function readingsOf(local: string, zone: string): readonly Reading[] {
  const wall = Date.parse(`${local}Z`);
  if (Number.isNaN(wall)) return [];
  const offsets = [...new Set([offsetAt(wall - DAY, zone), offsetAt(wall + DAY, zone)])];
  return offsets
    .filter((offset) => offsetAt(wall - offset, zone) === offset)
    .map((offset) => ({ at: wall - offset, offset: offsetText(offset) }))
    .sort((a, b) => a.at - b.at);
}

/** Whether this browser's time-zone data knows the name. */
export function isZone(zone: string): boolean {
  try {
    formatter(zone);
    return true;
  } catch {
    return false;
  }
}

/** The city that a zone is named after: "Europe/Berlin" is Berlin. For places of ours the API says the city itself. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** "14:20" in that zone's clock. */
export function clockText(at: number, zone: string): string {
  return localText(at, zone).slice(11);
}

/** "Mon 23" in that zone's calendar; with the month when asked: "Mon 23 Nov". */
export function dayText(at: number, zone: string, withMonth = false): string {
  const day = namedDay(wallMillis(at, zone));
  return withMonth ? t('{weekday} {day} {month}', day) : t('{weekday} {day}', { weekday: day.weekday, day: day.day });
}

/** Days between two moments in that zone's calendar. */
export function daysBetween(from: number, to: number, zone: string): number {
  return Math.floor(wallMillis(to, zone) / DAY) - Math.floor(wallMillis(from, zone) / DAY);
}

/** The day with its year, for what lies back for good: "Thu 26 Nov 2026". */
export function dateText(at: number, zone: string): string {
  return t('{weekday} {day} {month} {year}', { ...namedDay(wallMillis(at, zone)) });
}

/** The clock, with as much of the day as is needed: "18:20" today, "Mon 12:00" within the week, else "2 Dec 09:00". With the day of today where another day stands beside it. */
export function whenText(at: number, zone: string, now: number, todayToo = false): string {
  const days = daysBetween(now, at, zone);
  const clock = clockText(at, zone);
  if (days === 0 && !todayToo) return clock;
  const { weekday, day, month } = namedDay(wallMillis(at, zone));
  return Math.abs(days) < 7
    ? t('{weekday} {clock}', { weekday, clock })
    : t('{day} {month} {clock}', { day, month, clock });
}

/** The same moment in several clocks that stand together: where one of them says the day, each does. */
export function whenTexts(at: number, zones: readonly string[], now: number): readonly string[] {
  return together(
    zones.map((zone) => ({ at, zone })),
    now,
  );
}

/** Moments that stand together, each in its own clock: where one of them says the day, each does. */
export function together(
  moments: readonly { readonly at: number; readonly zone: string }[],
  now: number,
): readonly string[] {
  const withDay = moments.some(({ at, zone }) => daysBetween(now, at, zone) !== 0);
  return moments.map(({ at, zone }) => whenText(at, zone, now, withDay));
}
