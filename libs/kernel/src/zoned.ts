import { DateTime, IANAZone } from 'luxon';
import type { Branded } from './brand.js';
import { instantFromMillis, millisOf, type Instant } from './instant.js';
import { err, ok, type Result } from './result.js';

/** An IANA time zone's name, such as Asia/Shanghai. Never an offset: offsets change twice a year. */
export type Zone = Branded<string, 'Zone'>;

/** A day in some zone's calendar, YYYY-MM-DD. */
export type LocalDate = Branded<string, 'LocalDate'>;

/** A moment together with the zone in whose clock it was stated. */
export interface ZonedInstant {
  readonly at: Instant;
  readonly zone: Zone;
}

/**
 * What is wrong with a stated local time. A repeated one carries the offsets of both readings, a skipped one the two local times that may have been
 * meant; earlier first.
 */
export interface LocalTimeProblem {
  readonly code:
    'local-time-malformed' | 'local-time-skipped' | 'local-time-repeated' | 'offset-does-not-fit' | 'zone-unknown';
  readonly sentence: string;
  readonly readings?: readonly string[];
}

const localForm = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** The text as a zone, or undefined when this time-zone data does not know it. Fixed offsets are not zones. */
export function zoneOf(text: string): Zone | undefined {
  if (zonesKnown.has(text)) return text as Zone;
  if (!IANAZone.isValidZone(text) || (!text.includes('/') && text !== 'UTC')) return undefined;
  zonesKnown.add(text);
  return text as Zone;
}

/** Zones that the time-zone data was found to have. It has some six hundred, and asking it takes longer than most decisions. */
const zonesKnown = new Set<string>();

/** The text as a calendar day, or undefined when there is no such day. */
export function localDateOf(text: string): LocalDate | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid ? (text as LocalDate) : undefined;
}

/**
 * The moment that a wall clock in `zone` shows `local` (YYYY-MM-DDTHH:mm[:ss]).
 * A time that a clock change skips is refused; one that it repeats is asked back with both readings
 * unless `offset` (such as -05:00) chooses one of them.
 */
export function resolveLocal(local: string, zone: Zone, offset?: string): Result<ZonedInstant, LocalTimeProblem> {
  const wall = localForm.test(local) ? DateTime.fromISO(local, { zone }) : DateTime.invalid('form');
  if (!wall.isValid) {
    return err({
      code: 'local-time-malformed',
      sentence: `"${local}" is not a local time; write it as 2026-11-23T08:00.`,
      readings: ['YYYY-MM-DDThh:mm, such as 2026-11-23T08:00'],
    });
  }
  if (wall.toFormat("yyyy-MM-dd'T'HH:mm") !== local.slice(0, 16)) {
    const readings = readingsOfSkipped(local, zone);
    const sentence = `${local} does not exist in ${zone}: the clocks are put forward over it. Meant may be ${readings.join(' or ')}.`;
    return err({ code: 'local-time-skipped', sentence, readings });
  }
  return chooseReading(wall.getPossibleOffsets(), { local, zone, offset });
}

/** The farthest that zones are behind and ahead of UTC, and an hour: a skip of a whole day lies between them too. */
const [hoursBehind, hoursAhead] = [13, 15];

/** A skipped time read by the offset after the change, and by the one before. Countries that moved over the date line skipped a whole day. */
function readingsOfSkipped(local: string, zone: Zone): readonly string[] {
  const asUtc = DateTime.fromISO(local, { zone: 'utc' });
  const offsets = [asUtc.plus({ hours: hoursBehind }), asUtc.minus({ hours: hoursAhead })].map(
    (near) => near.setZone(zone).offset,
  );
  return offsets.map((minutes) => asUtc.minus({ minutes }).setZone(zone).toFormat("yyyy-MM-dd'T'HH:mmZZ"));
}

function chooseReading(
  readings: readonly DateTime[],
  stated: { local: string; zone: Zone; offset: string | undefined },
): Result<ZonedInstant, LocalTimeProblem> {
  const offsets = [...readings].sort((a, b) => a.toMillis() - b.toMillis()).map((reading) => reading.toFormat('ZZ'));
  if (stated.offset === undefined && readings.length > 1) {
    const sentence = `${stated.local} happens twice in ${stated.zone}: say which, by its offset ${offsets.join(' or ')}.`;
    return err({ code: 'local-time-repeated', sentence, readings: offsets });
  }
  const chosen = readings.find((reading) => stated.offset === undefined || reading.toFormat('ZZ') === stated.offset);
  if (chosen === undefined) {
    const sentence = `${stated.zone} is not at ${stated.offset ?? ''} then, but at ${offsets.join(' or ')}.`;
    return err({ code: 'offset-does-not-fit', sentence, readings: offsets });
  }
  return ok({ at: instantFromMillis(chosen.toMillis()), zone: stated.zone });
}

/** The calendar day that `zone` has at that moment. */
export function localDateAt(at: Instant, zone: Zone): LocalDate {
  return known(datesKnown, `${at} ${zone}`, () => DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd') as LocalDate);
}

/**
 * Answers of the zone rules that were worked out already. The rules do not change while a process lives, one answer takes a tenth of
 * a millisecond, and every decision asks the same few again and again. Emptied when full, which costs time and nothing else.
 */
const datesKnown = new Map<string, LocalDate>();
const momentsKnown = new Map<string, Instant>();
const mostKnown = 5000;

function known<T>(answers: Map<string, T>, question: string, work: () => T): T {
  const before = answers.get(question);
  if (before !== undefined) return before;
  if (answers.size >= mostKnown) answers.clear();
  const answer = work();
  answers.set(question, answer);
  return answer;
}

const dayMillis = 24 * 60 * 60 * 1000;

/** The calendar day `days` later; of days alone, so that no zone and no change of clocks comes into it. */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * dayMillis).toISOString().slice(0, 10) as LocalDate;
}

/**
 * The moment of a rule such as "at 16:00 on the collection day". Rules must always have a moment, so a time that the
 * zone skips is read as the first moment after the gap, and one that it repeats as the earlier (ringing early is the lesser harm).
 */
export function ruleTime(date: LocalDate, clock: string, zone: Zone): Instant {
  return known(momentsKnown, `${date} ${clock} ${zone}`, () => workedOut(date, clock, zone));
}

function workedOut(date: LocalDate, clock: string, zone: Zone): Instant {
  const wall = DateTime.fromISO(`${date}T${clock}`, { zone });
  if (wall.toFormat('HH:mm') !== clock.slice(0, 5)) return instantFromMillis(endOfGap(wall).toMillis());
  const first = wall.getPossibleOffsets().reduce((a, b) => (a.toMillis() <= b.toMillis() ? a : b));
  return instantFromMillis(first.toMillis());
}

/** A skipped time is first read as if the clocks had not been put forward; the gap ends that many minutes, at most, before. */
function endOfGap(read: DateTime): DateTime {
  const before = read.minus({ minutes: 1 });
  return before.offset === read.offset ? endOfGap(before) : read;
}

/** By how many hours the clocks of two zones differ at that moment. */
export function clockHoursApart(at: Instant, a: Zone, b: Zone): number {
  if (a === b) return 0;
  const [first, second] = [a, b].map((zone) => DateTime.fromMillis(millisOf(at), { zone }).offset);
  return Math.abs((first ?? 0) - (second ?? 0)) / 60;
}

/** The moment as that zone's clock shows it: YYYY-MM-DDTHH:mm:ss.SSS±hh:mm. */
export function inZone(at: Instant, zone: Zone): string {
  return DateTime.fromMillis(millisOf(at), { zone }).toISO() ?? at;
}
