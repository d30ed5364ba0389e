/** A day as it is written: three figures in an order of its own. */
export interface WrittenDay {
  /** How it is written: the year first, last with four figures, last or first with two, or with the month in letters. */
  readonly form: 'year-first' | 'long-year' | 'short-year';
  readonly parts: readonly [number, number, number];
  /** What stands between them. */
  readonly between: string;
}

/** Date, clock and zone of a cell, as far as they stand in it. */
export interface Stamp {
  readonly day: WrittenDay | null;
  /** Milliseconds since midnight. */
  readonly clock: number | null;
  /** Minutes ahead of UTC. */
  readonly offset: number | null;
}

const clockForm = /(?:^|[T\s,])(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:](\d{1,9}))?)?(?:\s?([ap])\.?m\b\.?)?/i;

/** What the cell says of a moment; undefined where it says none, or none that a clock shows. */
export function stampOf(cell: string): Stamp | undefined {
  const text = cell.trim();
  if (text.length > 60) return undefined;
  const found = clockForm.exec(text);
  if (found === null) return dayAlone(text);
  const clock = clockOf(found);
  if (clock === undefined) return undefined;
  const [before, after] = [text.slice(0, found.index).trim(), text.slice(found.index + found[0].length).trim()];
  if (before !== '') return withZone(writtenDay(before.replace(/,$/, '')), clock, after);
  return withZone(null, clock, after) ?? withZone(writtenDay(after), clock, '');
}

function dayAlone(text: string): Stamp | undefined {
  const day = writtenDay(text);
  return day === undefined ? undefined : { day, clock: null, offset: null };
}

function withZone(day: WrittenDay | null | undefined, clock: number, zone: string): Stamp | undefined {
  const offset = offsetIn(zone);
  return day === undefined || offset === undefined ? undefined : { day, clock, offset };
}

function clockOf([, h = '', m = '', s = '0', fraction = '', half]: RegExpExecArray): number | undefined {
  const hour = half === undefined ? Number(h) : hourOfHalf(Number(h), half.toLowerCase());
  const [minute, second] = [Number(m), Number(s)];
  if (hour === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const millis = Number(fraction.padEnd(3, '0').slice(0, 3));
  return ((hour * 60 + minute) * 60 + second) * 1000 + millis;
}

function hourOfHalf(hour: number, half: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

/** Minutes ahead of UTC; null where nothing names a zone. Letters such as CET or EST name none: several zones use the same. */
function offsetIn(text: string): number | null | undefined {
  if (text === '' || (/^\(?[A-Z]{2,5}\)?$/.test(text) && !/^\(?(UTC|GMT)\)?$/.test(text))) return null;
  return offsetNamed(text);
}

const offsetForm = /^\(?(?:Z|UTC|GMT)?\s*(?:([+\-−])(\d{1,2})(?::?(\d{2}))?)?\)?$/i;

/** Minutes ahead of UTC of `Z`, `UTC`, `+08:00`, `-0500`, `GMT+1`; undefined for anything else. */
export function offsetNamed(text: string): number | undefined {
  const found = text === '' ? null : offsetForm.exec(text);
  if (found === null) return undefined;
  const [, sign, hours = '0', minutes = '0'] = found;
  const ahead = Number(hours) * 60 + Number(minutes);
  if (ahead > 14 * 60 || Number(minutes) > 59) return undefined;
  return sign === undefined || sign === '+' ? ahead : -ahead;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})T?$/;
const figures = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const dayInLetters = /^(\d{1,2})[-/. ]*([A-Za-z]{3,9})\.?[-/, ]*(\d{4})$/;
const monthInLetters = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/;

function writtenDay(text: string): WrittenDay | undefined {
  const first = yearFirst.exec(text);
  if (first !== null) return day('year-first', [first[1], first[3], first[4]], first[2]);
  const last = figures.exec(text);
  if (last !== null)
    return day(last[4]?.length === 4 ? 'long-year' : 'short-year', [last[1], last[3], last[4]], last[2]);
  return inLetters(text);
}

function day(form: WrittenDay['form'], parts: readonly (string | undefined)[], between = ' '): WrittenDay {
  const [a = 0, b = 0, c = 0] = parts.map(Number);
  return { form, parts: [a, b, c], between };
}

/** English months alone; a month in other letters leaves the cell unread, and that is told. */
function inLetters(text: string): WrittenDay | undefined {
  const [, dayFirst, name, year] = dayInLetters.exec(text) ?? [];
  const [, nameFirst, dayAfter, yearAfter] = monthInLetters.exec(text) ?? [];
  const month = months.indexOf((name ?? nameFirst ?? '').slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? undefined : day('year-first', [year ?? yearAfter, String(month), dayFirst ?? dayAfter]);
}

/** In which order the figures of a day stand. */
export type DayOrder = 'day-first' | 'month-first' | 'year-first';

/** The day's midnight as if in UTC, in milliseconds; undefined where there is no such day. */
export function midnightOf({ form, parts: [a, b, c] }: WrittenDay, order: DayOrder): number | undefined {
  if (form === 'year-first') return utcDay(a, b, c);
  const century = form === 'short-year' ? 2000 : 0;
  if (order === 'year-first') return form === 'short-year' ? utcDay(century + a, b, c) : undefined;
  return order === 'day-first' ? utcDay(century + c, b, a) : utcDay(century + c, a, b);
}

function utcDay(year: number, month: number, dayOfMonth: number): number | undefined {
  const midnight = Date.UTC(year, month - 1, dayOfMonth);
  const made = new Date(midnight);
  const same = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === dayOfMonth;
  return same ? midnight : undefined;
}
