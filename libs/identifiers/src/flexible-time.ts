import { err, localDateOf, ok, type Result } from '@cellrelay/kernel';
import { digit, misfitOf, times, type Form, type Place } from './form.js';
import type { LabelTime } from './label-time.js';
import { problemOf, type IdentifierProblem } from './problem.js';
import { scannedIntoWrongField } from './scan.js';
import { withoutSpaces } from './text.js';

/**
 * A time whose barcode says what it is of and by which clock: UTC, or that of the facility that set it (ISBT 128 data structure 031, S17 section 2.4.31).
 * Where a product crosses zones, UTC is the only reading that is the same at both ends.
 */
export interface FlexibleTime {
  readonly of: 'expiry' | 'collection';
  readonly clock: 'utc' | 'facility';
  readonly time: LabelTime;
}

const clockPlace: Place = { fits: /^[12]$/, expected: '1 (the facility’s clock) or 2 (UTC)' };
const zero: Place = { fits: /^0$/, expected: '0' };
const kindPlace: Place = { fits: /^[12]$/, expected: '1 (expiry) or 2 (collection)' };

const form: Form = {
  identifier: 'flexible date and time',
  expectedForm:
    '16 digits: 1 or 2 for the clock, 0, 01 (expiry) or 02 (collection), then YYYYMMDDhhmm, for example 2001202611271500',
  places: [clockPlace, zero, zero, kindPlace, ...times(12, digit)],
};

/** The content of the barcode. */
export function electronicFlexibleTime({ of, clock, time }: FlexibleTime): string {
  return `=(${clock === 'utc' ? 2 : 1}00${of === 'expiry' ? 1 : 2}${time.replace(/\D/g, '')}`;
}

/** Reads a flexible date and time, its digits or scanned (`=(`), of an expiry or a collection; other kinds of time are refused. */
export function parseFlexibleTime(text: string): Result<FlexibleTime, IdentifierProblem> {
  const scanned = withoutSpaces(text);
  const compact = scanned.replace(/^=\(/, '');
  const problem = scannedIntoWrongField(form, scanned) ?? misfitOf(form, compact);
  if (problem) return err(problem);
  const time = timeIn(compact.slice(4));
  if (time === undefined)
    return err(problemOf(form, 'no-such-day', 'The flexible date and time names no minute in the calendar.'));
  return ok({
    of: compact.charAt(3) === '1' ? 'expiry' : 'collection',
    clock: compact.startsWith('2') ? 'utc' : 'facility',
    time,
  });
}

function timeIn(digits: string): LabelTime | undefined {
  const date = localDateOf(digits.replace(/^(.{4})(..)(..).*$/, '$1-$2-$3'));
  const clock = digits.slice(8);
  if (date === undefined || !/^([01]\d|2[0-3])[0-5]\d$/.test(clock)) return undefined;
  return `${date}T${clock.slice(0, 2)}:${clock.slice(2)}` as LabelTime;
}
