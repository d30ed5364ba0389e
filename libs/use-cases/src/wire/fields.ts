import { z } from 'zod';
import { localDateOf } from '@cellrelay/kernel';
import { report, zonesAllowed } from './faults.js';
import { printableLine, printableLines } from './text-characters.js';
import { spelledZone } from './zone-spelling.js';

/** What a form shows of a field, beside its type: carried into the JSON Schema as it stands. */
export interface Shown {
  readonly title: string;
  readonly description?: string;
}

/** A number's form: what it counts, and within which bounds it is not absurd. */
export interface Measure extends Shown {
  readonly unit: string;
  readonly least: number;
  readonly most: number;
}

/** A line of text: 1 to `most` characters, outer spaces dropped, none that cannot be seen. */
export function line(title: string, most = 120) {
  return z.string().trim().min(1).max(most).superRefine(printableLine).meta({ title });
}

/** Some sentences, such as a reason: 1 to 1,000 characters, on one line or several. */
export function longText(title: string) {
  return z.string().trim().min(1).max(1000).superRefine(printableLines).meta({ title, 'x-kind': 'long-text' });
}

/** A number with its unit, both bounds included. */
export function measure({ title, description, unit, least, most }: Measure) {
  return z
    .number()
    .min(least)
    .max(most)
    .meta({ title, 'x-unit': unit, ...(description === undefined ? {} : { description }) });
}

/** A whole number with its unit, both bounds included. */
export function wholeNumber({ title, description, unit, least, most }: Measure) {
  return z
    .int()
    .min(least)
    .max(most)
    .meta({ title, 'x-unit': unit, ...(description === undefined ? {} : { description }) });
}

/** A field that may be left empty: then it is null. */
export function orNone<Field extends z.ZodType>(field: Field, shown: Shown) {
  return field
    .nullable()
    .default(null)
    .meta({ ...shown });
}

/** The collection day, or the plan, that something is about: 1 or 2. */
export function oneOrTwo(title: string) {
  return z.literal([1, 2]).meta({ title });
}

/** A day of the calendar, as 2026-11-23. */
export function day(title: string) {
  return z
    .string()
    .max(10)
    .transform((text, context) => localDateOf(text) ?? report(context, noSuchDay))
    .meta({ title, 'x-kind': 'date', format: 'date', description: 'A day, as 2026-11-23' });
}

const noSuchDay = {
  code: 'date-malformed',
  sentence: 'There is no such day; write it as 2026-11-23.',
  allowed: ['YYYY-MM-DD, such as 2026-11-23'],
};

/** A time of day without a day, as 08:00. */
export function clockTime(title: string) {
  return z
    .string()
    .max(5)
    .transform((text, context) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : report(context, noSuchTime)))
    .meta({ title, 'x-kind': 'clock', description: 'A time of day, 00:00 to 23:59' });
}

const noSuchTime = {
  code: 'clock-time-malformed',
  sentence: 'That is no time of day; write it as 08:00.',
  allowed: ['00:00 to 23:59'],
};

/** An IANA time zone such as Asia/Shanghai, in its own spelling. */
export function timeZone(title: string) {
  return z
    .string()
    .max(60)
    .transform((text, context) => spelledZone(text) ?? report(context, unknownZone(text)))
    .meta({ title, 'x-kind': 'zone', description: 'IANA time zone, such as Asia/Shanghai' });
}

/** The fault of a zone that the time-zone data does not know; offsets are not zones, because they change twice a year. */
export function unknownZone(text: string) {
  const sentence = `"${text}" is no time zone; write it as Asia/Shanghai. An offset such as +08:00 is not a zone.`;
  return { code: 'zone-unknown', sentence, allowed: zonesAllowed };
}
