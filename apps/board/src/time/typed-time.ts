import { daysBetween, localText, readingsOf, wallMillis, type Reading } from './zone.js';
import { t } from '../words/words.js';
import { plainDays } from './written-days.js';

const DAY = 86_400_000;

/** What somebody's typing was understood as. `readings` are both moments of a repeated local time. */
export type Understood =
  | { readonly kind: 'moment'; readonly local: string; readonly offset?: string; readonly at: number }
  | { readonly kind: 'repeated'; readonly local: string; readonly readings: readonly Reading[] }
  | { readonly kind: 'wrong'; readonly sentence: string };

/** In whose clock it is meant, and near what moment a time without its day is meant. */
export interface Meant {
  readonly zone: string;
  readonly near: number;
  /** Chosen when the time was asked back. */
  readonly offset?: string;
}

const form = () => t('Write it as 14:20, 1420 or 2:20 pm, with the day before it where it is another: 23 Nov 14:20.');
const wrong = (sentence: string): Understood => ({ kind: 'wrong', sentence });

const stampForm = /^(\d{4}-\d{2}-\d{2})[t ,]+(\d{1,2}):?(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(z|utc|[+-]\d{2}:?\d{2})?$/;
const clockForm =
  /^(.*?)[\s,]*\b(?:(\d{1,2})[:.h](\d{2})|(\d{1,2}?)(\d{2})|(\d{1,2})(?=\s*[ap]))\s*(am|pm|a\.m\.|p\.m\.)?$/;

/**
 * A time as people type it: "1420", "14:20", "2:20 pm", with or without a day before it, or a whole timestamp pasted in.
 * A time without its day is the one nearest to `near` in that zone's calendar.
 */
export function understandTime(typed: string, meant: Meant): Understood {
  const text = plainDays(typed.trim().toLowerCase().replaceAll('：', ':'));
  if (text === '') return wrong(t('A time is needed.'));
  const stamp = stampForm.exec(text);
  if (stamp !== null) return fromStamp(stamp, meant);
  const clock = clockForm.exec(text);
  if (clock === null) return wrong(t('"{typed}" is not a time. {form}', { typed: typed.trim(), form: form() }));
  const hhmm = clockOf(clock);
  if (hhmm === undefined) return wrong(t('There is no such time of day. {form}', { form: form() }));
  const local = onDay(clock[1] ?? '', hhmm, meant);
  return local === undefined
    ? wrong(t('"{day}" is not a day. {form}', { day: (clock[1] ?? '').trim(), form: form() }))
    : resolved(local, meant);
}

function fromStamp(stamp: RegExpExecArray, meant: Meant): Understood {
  const [, date = '', hour = '', minute = '', second, zone] = stamp;
  const local = `${date}T${hour.padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`;
  if (!realDate(date) || Number(hour) > 23 || Number(minute) > 59)
    return wrong(t('There is no such day or time. {form}', { form: form() }));
  if (zone === undefined) return resolved(local, meant);
  const at = Date.parse(`${local}${offsetForm(zone)}`);
  // The timestamp says the moment; in the field's clock it may be one of two readings, and this says which.
  const shown = localText(at, meant.zone);
  const reading = readingsOf(shown, meant.zone).find((one) => Math.abs(one.at - at) < 60_000);
  return { kind: 'moment', local: shown, at, ...(reading === undefined ? {} : { offset: reading.offset }) };
}

const offsetForm = (zone: string) => (/^[zu]/.test(zone) ? 'Z' : zone.replace(/^(.\d{2}):?/, '$1:'));

function clockOf(found: RegExpExecArray): string | undefined {
  const minute = Number(found[3] ?? found[5] ?? '0');
  const hour = hourOf(Number(found[2] ?? found[4] ?? found[6]), found[7]?.[0]);
  if (minute > 59 || hour === undefined) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function hourOf(said: number, half: string | undefined): number | undefined {
  if (half === undefined) return said <= 23 ? said : undefined;
  return said >= 1 && said <= 12 ? (said % 12) + (half === 'p' ? 12 : 0) : undefined;
}

function onDay(day: string, hhmm: string, meant: Meant): string | undefined {
  const name = day.trim().replace(/[,.]$/, '');
  const today = Math.floor(wallMillis(meant.near, meant.zone) / DAY);
  const days = name === '' ? nearestDay(today, hhmm, meant) : namedDay(name, today);
  return days === undefined ? undefined : `${new Date(days * DAY).toISOString().slice(0, 10)}T${hhmm}`;
}

function nearestDay(today: number, hhmm: string, meant: Meant): number {
  const near = wallMillis(meant.near, meant.zone);
  const clock = Date.parse(`1970-01-01T${hhmm}Z`);
  const far = (day: number) => Math.abs(day * DAY + clock - near);
  return [today, today - 1, today + 1].reduce((best, day) => (far(day) < far(best) ? day : best));
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const words: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

function namedDay(name: string, today: number): number | undefined {
  const word = words[name];
  if (word !== undefined) return today + word;
  if (/^\d{4}-\d{2}-\d{2}$/.test(name)) return realDate(name) ? Date.parse(`${name}T00:00Z`) / DAY : undefined;
  const weekday = weekdays.findIndex((one) => name.startsWith(one) && /^[a-z]+$/.test(name));
  if (weekday >= 0) return nearestWeekday(weekday, today);
  const dated = /^(?:[a-z]{3} )?(\d{1,2})\.? ([a-z]{3})[a-z]*\.?(?: (\d{4}))?$/.exec(name);
  return dated === null ? undefined : monthDay(dated, today);
}

function nearestWeekday(weekday: number, today: number): number {
  const ahead = (weekday - new Date(today * DAY).getUTCDay() + 7) % 7;
  return today + (ahead > 3 ? ahead - 7 : ahead);
}

/** Without its year a date is the one nearest to today: in December "3 Jan" is next month's. */
function monthDay(dated: RegExpExecArray, today: number): number | undefined {
  const month = months.indexOf(dated[2] ?? '') + 1;
  const year = new Date(today * DAY).getUTCFullYear();
  const years = dated[3] === undefined ? [year, year - 1, year + 1] : [Number(dated[3])];
  const two = (count: number | string) => String(count).padStart(2, '0');
  const dates = years.map((one) => `${one}-${two(month)}-${two(dated[1] ?? '')}`).filter(realDate);
  const days = dates.map((date) => Date.parse(`${date}T00:00Z`) / DAY);
  return days.sort((a, b) => Math.abs(a - today) - Math.abs(b - today))[0];
}

function realDate(date: string): boolean {
  const millis = Date.parse(`${date}T00:00Z`);
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(date);
}

function resolved(local: string, meant: Meant): Understood {
  const readings = readingsOf(local, meant.zone);
  const chosen = meant.offset === undefined ? undefined : readings.find((one) => one.offset === meant.offset);
  if (chosen !== undefined && readings.length > 1)
    return { kind: 'moment', local, offset: chosen.offset, at: chosen.at };
  const only = readings[0];
  if (only === undefined)
    return wrong(
      t('{time} does not exist there: the clocks are put forward over it.', { time: local.replace('T', ' ') }),
    );
  return readings.length > 1 ? { kind: 'repeated', local, readings } : { kind: 'moment', local, at: only.at };
}

/** The day of `at` as it differs from that of `now`, for the echo: "today", "tomorrow", "yesterday" or nothing. */
export function dayWord(at: number, zone: string, now: number): string {
  const days = daysBetween(now, at, zone);
  return { [-1]: t('yesterday'), 0: t('today'), 1: t('tomorrow') }[days] ?? '';
}
