import { DateTime } from 'luxon';
import { err, inZone, ok, type Branded, type Result, type ZonedInstant } from '@cellrelay/kernel';
import { digit, misfitOf, times, type Form } from './form.js';
import { problemOf, type IdentifierName, type IdentifierProblem } from './problem.js';
import { scannedIntoWrongField } from './scan.js';
import { withoutSpaces } from './text.js';

/** A time as a barcode holds it: YYYY-MM-DDTHH:mm by the clock of whoever labelled the product. The barcode does not say in which zone that is. */
export type LabelTime = Branded<string, 'LabelTime'>;

/** A time on a label: its barcode's data identifier, and what a sentence calls it. */
interface TimeStructure {
  readonly prefix: string;
  readonly form: Form;
}

const expiry = structure('&>', 'time of expiry');
const collection = structure('&*', 'time of collection');

function structure(prefix: string, identifier: IdentifierName): TimeStructure {
  const expectedForm =
    '10 digits: 1 of the century, 2 of the year, 3 of the day in the year, 2 of the hour, 2 of the minute, for example 0263321500';
  return { prefix, form: { identifier, expectedForm, places: times(10, digit) } };
}

/** The minute that the moment falls in, by its zone's clock. Seconds are cut off, so that a product never expires later than it does. */
export function labelTimeOf({ at, zone }: ZonedInstant): LabelTime {
  return inZone(at, zone).slice(0, 16) as LabelTime;
}

/** The content of the barcode of a time of expiry (data structure 005, S17 section 2.4.5). */
export function electronicExpiry(time: LabelTime): string {
  return expiry.prefix + digitsOf(time);
}

/** The content of the barcode of a time of collection (data structure 007, S17 section 2.4.7). */
export function electronicCollectionTime(time: LabelTime): string {
  return collection.prefix + digitsOf(time);
}

/** Reads a time of expiry, its digits or scanned (`&>`). */
export function parseExpiry(text: string): Result<LabelTime, IdentifierProblem> {
  return parsed(expiry, text);
}

/** Reads a time of collection, its digits or scanned (`&*`). */
export function parseCollectionTime(text: string): Result<LabelTime, IdentifierProblem> {
  return parsed(collection, text);
}

function parsed({ prefix, form }: TimeStructure, text: string): Result<LabelTime, IdentifierProblem> {
  const scanned = withoutSpaces(text);
  const compact = scanned.startsWith(prefix) ? scanned.slice(prefix.length) : scanned;
  const problem = scannedIntoWrongField(form, scanned) ?? misfitOf(form, compact);
  if (problem) return err(problem);
  const time = timeIn(compact);
  return time
    ? ok(time)
    : err(problemOf(form, 'no-such-day', `The ${form.identifier} names no minute in the calendar.`));
}

const clock = /^([01]\d|2[0-3])[0-5]\d$/;

/** One digit tells the century: 0 to 8 stand for the years from 2000 on, 9 for 1900 to 1999, from which there are still frozen units. */
function timeIn(digits: string): LabelTime | undefined {
  if (!clock.test(digits.slice(6))) return undefined;
  const century = digits.startsWith('9') ? 19 : 20 + Number(digits.charAt(0));
  const [year, ordinal, hour, minute] = [/^.(..)/, /^...(...)/, /(..)..$/, /(..)$/].map((part) =>
    Number(part.exec(digits)?.[1]),
  );
  const time = DateTime.fromObject({ year: century * 100 + (year ?? 0), ordinal, hour, minute }, { zone: 'utc' });
  return time.isValid ? (time.toFormat("yyyy-MM-dd'T'HH:mm") as LabelTime) : undefined;
}

function digitsOf(time: LabelTime): string {
  const century = Number(time.slice(0, 2));
  if (century < 19 || century > 28) throw new RangeError('no barcode holds a time of that century');
  const ordinal = DateTime.fromISO(time.slice(0, 10), { zone: 'utc' }).ordinal;
  const day = String(ordinal).padStart(3, '0');
  return `${century % 10}${time.slice(2, 4)}${day}${time.slice(11, 13)}${time.slice(14, 16)}`;
}
