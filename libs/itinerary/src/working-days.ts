import { DateTime } from 'luxon';
import { plusDays, ruleTime, type Instant, type LocalDate, type Zone } from '@cellrelay/kernel';

/** One year of a jurisdiction: its public holidays, and the days of weekends that are worked to make up for them. */
export interface WorkingDayCalendar {
  /** ISO 3166-1 alpha-2; of a region that has holidays of its own ISO 3166-2, such as DE-BY. */
  readonly country: string;
  readonly year: number;
  readonly holidays: readonly string[];
  readonly workingWeekendDays: readonly string[];
  /** The notice that it was taken from: an amended one is another version. */
  readonly version: string;
  readonly source: string;
  readonly mark: 'V' | 'V-' | 'C' | 'G' | 'site';
}

/** A day off, as its country calls it; without a name where the calendar has none. */
export interface DayOff {
  readonly date: LocalDate;
  readonly name?: string;
}

/** A stretch of days of a country as somebody else's collection has them: what a shipment is run by once it is pinned. */
export interface HolidayCalendar {
  /** Or a region of one, as there. */
  readonly country: string;
  /** Both included: of other days it says nothing. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** ISO weekdays, 1 to 7, that are not worked. */
  readonly weekend: readonly number[];
  readonly holidays: readonly DayOff[];
  readonly workingWeekendDays: readonly string[];
  readonly version: string;
  readonly source: string;
  readonly mark: WorkingDayCalendar['mark'];
}

/** Looks up the days of a country, or of a region of one; null where nothing is known of it. The same question has one answer for as long as the process runs. */
export type HolidayLookup = (asked: {
  readonly country: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}) => HolidayCalendar | null;

type Calendar = WorkingDayCalendar | HolidayCalendar;

/** So many working days after a day, in the calendar of a country and the clock of a zone. */
export interface WorkingDaySpan {
  /** The day that the span runs from; the first day counted is the next one. */
  readonly after: LocalDate;
  readonly days: number;
  readonly country: string;
  readonly zone: Zone;
}

/** What working days were counted by. */
export interface CountedBy {
  /** Days off of the span that are no weekend: what moved its end. In the order in which they were come by. */
  readonly daysOff: readonly DayOff[];
  /** Days of the span for which there is no calendar: of them only Saturdays and Sundays were left out. */
  readonly withoutCalendar: readonly LocalDate[];
  /** Versions of the calendars that were looked at. */
  readonly versions: readonly string[];
}

/** Where a span of working days ends. */
export interface WorkingDayEnd extends CountedBy {
  readonly lastDay: LocalDate;
  /** 24:00 of that day. */
  readonly at: Instant;
}

const longestSearch = 1000;

/**
 * The end of the last of some working days: at 24:00 of its local day. Weekends and public holidays of the jurisdiction do not count, weekend days
 * that are worked do (readings.md, "working days"). Without a calendar only weekends are left out, which is early rather than late.
 */
export function endOfWorkingDays(
  { after, days, country, zone }: WorkingDaySpan,
  calendars: readonly Calendar[],
): WorkingDayEnd {
  const looked: Looked[] = [];
  let lastDay = after;
  for (let left = days; left > 0;) {
    if (looked.length > longestSearch) throw new RangeError(`${country} has no ${days} working days after ${after}`);
    lastDay = plusDays(lastDay, 1);
    const day = looking(country, lastDay, calendars);
    looked.push(day);
    if (day.worked) left -= 1;
  }
  return { lastDay, at: ruleTime(plusDays(lastDay, 1), '00:00', zone), ...countedBy(looked) };
}

/** The last working day on which something can still be asked. */
export interface LastWorkingDay extends CountedBy {
  readonly day: LocalDate;
}

/**
 * The last working day on which something can still be asked that an office is to have so many working days for, `by` included where it is worked: the
 * same day of the week before, for five of them and no holiday. Where there is no calendar only weekends are left out.
 */
export function workingDaysBefore(
  { by, days, country }: { readonly by: LocalDate; readonly days: number; readonly country: string },
  calendars: readonly Calendar[],
): LastWorkingDay {
  let [day, left] = [looking(country, by, calendars), days];
  const looked = [day];
  while (left > 0 || !day.worked) {
    if (looked.length > longestSearch) throw new RangeError(`${country} has no ${days} working days before ${by}`);
    if (day.worked) left -= 1;
    day = looking(country, plusDays(day.date, -1), calendars);
    looked.push(day);
  }
  return { day: day.date, ...countedBy(looked) };
}

/** One day, as the calendar has it. */
interface Looked {
  readonly date: LocalDate;
  readonly worked: boolean;
  /** A day off that would be worked but for the calendar. */
  readonly off: DayOff | undefined;
  readonly version: string | undefined;
}

function countedBy(looked: readonly Looked[]): CountedBy {
  const versions = looked.flatMap(({ version }) => (version === undefined ? [] : [version]));
  return {
    daysOff: looked.flatMap(({ off }) => (off === undefined ? [] : [off])),
    withoutCalendar: looked.filter(({ version }) => version === undefined).map(({ date }) => date),
    versions: [...new Set(versions)],
  };
}

/** By the calendar where it says so, else from Monday to Friday. */
function looking(country: string, date: LocalDate, calendars: readonly Calendar[]): Looked {
  const calendar = calendarFor(country, date, calendars);
  const made = calendar?.workingWeekendDays.includes(date) === true;
  const off = made ? undefined : dayOff(calendar, date);
  const weekday = made || !weekendOf(calendar).includes(DateTime.fromISO(date, { zone: 'utc' }).weekday);
  return {
    date,
    worked: weekday && off === undefined,
    off: weekday ? off : undefined,
    version: calendar?.version,
  };
}

/**
 * A year that a site has entered comes before any collection of the world's holidays: it is what somebody knows of the office that answers, though the collection may name the
 * region and the site its country. Among either, a region's own comes before its country's.
 */
function calendarFor(place: string, date: LocalDate, calendars: readonly Calendar[]): Calendar | undefined {
  const reaching = calendars.filter((each) => reaches(each, date));
  const [entered, collected] = [reaching.filter(isEntered), reaching.filter((each) => !isEntered(each))];
  return ofPlace(place, entered) ?? ofPlace(place, collected);
}

function ofPlace(place: string, calendars: readonly Calendar[]): Calendar | undefined {
  const of = (name: string) => calendars.find(({ country }) => country === name);
  return of(place) ?? of(place.slice(0, 2));
}

function isEntered(calendar: Calendar): calendar is WorkingDayCalendar {
  return 'year' in calendar;
}

/** Whether a calendar says anything of a day. */
function reaches(calendar: Calendar, date: LocalDate): boolean {
  return isEntered(calendar) ? calendar.year === yearOf(date) : calendar.from <= date && date <= calendar.to;
}

function weekendOf(calendar: Calendar | undefined): readonly number[] {
  return calendar === undefined || isEntered(calendar) ? [6, 7] : calendar.weekend;
}

function dayOff(calendar: Calendar | undefined, date: LocalDate): DayOff | undefined {
  if (calendar === undefined) return undefined;
  if (isEntered(calendar)) return calendar.holidays.includes(date) ? { date } : undefined;
  return calendar.holidays.find((each) => each.date === date);
}

function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}
