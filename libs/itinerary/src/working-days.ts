import { DateTime } from 'luxon';
import { plusDays, ruleTime, type Instant, type LocalDate, type Zone } from '@cellrelay/kernel';

/** One year of a jurisdiction: its public holidays, and the days of weekends that are worked to make up for them. */
export interface WorkingDayCalendar {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly year: number;
  readonly holidays: readonly string[];
  readonly workingWeekendDays: readonly string[];
  /** The notice that it was taken from: an amended one is another version. */
  readonly version: string;
  readonly source: string;
  readonly mark: 'V' | 'V-' | 'C' | 'G' | 'site';
}

/** So many working days after a day, in the calendar of a country and the clock of a zone. */
export interface WorkingDaySpan {
  /** The day that the span runs from; the first day counted is the next one. */
  readonly after: LocalDate;
  readonly days: number;
  readonly country: string;
  readonly zone: Zone;
}

/** Where a span of working days ends. */
export interface WorkingDayEnd {
  readonly lastDay: LocalDate;
  /** 24:00 of that day. */
  readonly at: Instant;
  /** Years of the span for which there is no calendar: there only Saturdays and Sundays were left out. */
  readonly yearsWithoutCalendar: readonly number[];
}

const longestSearch = 1000;

/**
 * The end of the last of some working days: at 24:00 of its local day. Weekends and public holidays of the jurisdiction do not count, weekend days
 * that are worked do (readings.md, "working days"). Without a calendar only weekends are left out, which is early rather than late.
 */
export function endOfWorkingDays(
  { after, days, country, zone }: WorkingDaySpan,
  calendars: readonly WorkingDayCalendar[],
): WorkingDayEnd {
  let [lastDay, counted] = [after, 0];
  const years = new Set<number>();
  for (let looked = 0; counted < days; looked += 1) {
    if (looked > longestSearch) throw new RangeError(`${country} has no ${days} working days after ${after}`);
    lastDay = plusDays(lastDay, 1);
    const calendar = calendarOf(calendars, country, lastDay);
    if (calendar === undefined) years.add(yearOf(lastDay));
    if (isWorkingDay(lastDay, calendar)) counted += 1;
  }
  return { lastDay, at: ruleTime(plusDays(lastDay, 1), '00:00', zone), yearsWithoutCalendar: [...years] };
}

/**
 * The last working day on which something can still be asked that an office is to have so many working days for, `by` included where it is worked: the
 * same day of the week before, for five of them and no holiday. Where there is no calendar only weekends are left out.
 */
export function workingDaysBefore(
  { by, days, country }: { readonly by: LocalDate; readonly days: number; readonly country: string },
  calendars: readonly WorkingDayCalendar[],
): LocalDate {
  let [day, left] = [by, days];
  for (let looked = 0; left > 0 || !isWorkedIn(country, day, calendars); looked += 1) {
    if (looked > longestSearch) throw new RangeError(`${country} has no ${days} working days before ${by}`);
    if (isWorkedIn(country, day, calendars)) left -= 1;
    day = plusDays(day, -1);
  }
  return day;
}

function isWorkedIn(country: string, date: LocalDate, calendars: readonly WorkingDayCalendar[]): boolean {
  return isWorkingDay(date, calendarOf(calendars, country, date));
}

function calendarOf(
  calendars: readonly WorkingDayCalendar[],
  country: string,
  date: LocalDate,
): WorkingDayCalendar | undefined {
  return calendars.find((each) => each.country === country && each.year === yearOf(date));
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** Whether a day is worked: by the calendar where it says so, else from Monday to Friday. */
function isWorkingDay(date: LocalDate, calendar: WorkingDayCalendar | undefined): boolean {
  if (calendar?.workingWeekendDays.includes(date) === true) return true;
  if (calendar?.holidays.includes(date) === true) return false;
  return DateTime.fromISO(date, { zone: 'utc' }).weekday <= 5;
}
