import { english, language } from '../words/shown-language.js';
import { t } from '../words/words.js';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day's parts as messages of dates put them together. */
export type NamedDay = Readonly<Record<'weekday' | 'month', string> & Record<'day' | 'year', number>>;

const namers = new Map<string, Intl.DateTimeFormat>();

function namer(locale: string, part: 'weekday' | 'month'): Intl.DateTimeFormat {
  const known = namers.get(`${locale} ${part}`);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { [part]: 'short', timeZone: 'UTC' });
  namers.set(`${locale} ${part}`, made);
  return made;
}

/** The parts of a wall clock's day, given as if it were UTC, in the reader's language. English has its own names, three letters each, so that they stand under each other. */
export function namedDay(wall: number): NamedDay {
  const date = new Date(wall);
  const { code, locale } = language();
  const own = code === english.code;
  return {
    weekday: own ? (weekdays[date.getUTCDay()] ?? '') : namer(locale, 'weekday').format(date),
    day: date.getUTCDate(),
    month: own ? (months[date.getUTCMonth()] ?? '') : namer(locale, 'month').format(date),
    year: date.getUTCFullYear(),
  };
}

/** A date of the calendar, without a zone: "31 Jan 2030". */
export function calendarText(date: string): string {
  const { day, month, year } = namedDay(Date.parse(`${date}T00:00Z`));
  return t('{day} {month} {year}', { day, month, year });
}
