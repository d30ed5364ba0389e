import { createRequire } from 'node:module';
import type { DayOff, HolidayCalendar, HolidayLookup } from '@cellrelay/itinerary';
import { plusDays, type LocalDate } from '@cellrelay/kernel';
import type { Holidays } from '@cellrelay/use-cases';
import { weekendOf } from './weekend.js';

/** What of the package is used; its own types are those of a module that is imported, and it is loaded late. */
interface Library {
  new (): Country;
  new (country: string, options: Options): Country;
  new (country: string, region: string, options: Options): Country;
}
interface Options {
  readonly types: readonly string[];
}
interface Country {
  getCountries(): Readonly<Record<string, string>>;
  getStates(country: string): Readonly<Record<string, string>> | undefined;
  getHolidays(year: number, language: string): readonly Found[];
}
interface Found {
  /** Local: "2026-10-03 00:00:00". */
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly name: string;
}

const source =
  'public and bank holidays of the country, or of the region named, as date-holidays marks them (CC BY-SA 3.0), weekends by CLDR; not checked against the law';
const hourMs = 3_600_000;

/** Holidays out of the package `date-holidays`, which is read at the first opening. */
export class PublicHolidays implements Holidays {
  private opened: HolidayLookup | undefined;

  open(): HolidayLookup {
    this.opened ??= lookup();
    return this.opened;
  }

  regionsOf(country: string): readonly string[] {
    return regionsIn(loaded().Library, country);
  }
}

function loaded() {
  const load = createRequire(import.meta.url);
  return {
    Library: load('date-holidays') as Library,
    version: (load('date-holidays/package.json') as { readonly version: string }).version,
  };
}

function lookup(): HolidayLookup {
  const { Library, version } = loaded();
  const known = new Set(Object.keys(new Library().getCountries()));
  const isKnown = (code: string) =>
    known.has(code) || (known.has(code.slice(0, 2)) && regionsIn(Library, code.slice(0, 2)).includes(code));
  return (asked) => (isKnown(asked.country) ? calendarOf(Library, asked, version) : null);
}

/** Those whose holidays differ from the whole country's, by their codes; names without a code (of the Cook Islands) are left out. */
function regionsIn(Library: Library, country: string): readonly string[] {
  const codes = Object.keys(new Library().getStates(country) ?? {}).filter((each) => /^[A-Z0-9]{1,3}$/.test(each));
  return codes.map((code) => `${country}-${code}`).sort();
}

function calendarOf(
  Library: Library,
  { country, from, to }: Parameters<HolidayLookup>[0],
  version: string,
): HolidayCalendar {
  const [whole = country, region] = country.split('-');
  const options = { types: ['public', 'bank'] };
  const found = region === undefined ? new Library(whole, options) : new Library(whole, region, options);
  const [first, last] = [from, to].map((date) => Number(date.slice(0, 4))) as [number, number];
  // The year after knows the days of this one that stand in for its own, such as 31 December for New Year's Day.
  const years = Array.from({ length: last - first + 2 }, (_, index) => first + index);
  const days = years.flatMap((year) => found.getHolidays(year, 'en')).flatMap(daysOff);
  return {
    country,
    ...{ from, to },
    weekend: weekendOf(whole),
    holidays: oneADay(days.filter(({ date }) => from <= date && date <= to)),
    workingWeekendDays: [],
    version: `date-holidays ${version}, CLDR ${process.versions['cldr'] ?? 'unknown'}`,
    source,
    mark: 'G',
  };
}

/** Each day of a holiday that is off as a whole; a change of clocks may take an hour from it. */
function daysOff({ date, start, end, name }: Found): readonly DayOff[] {
  const whole = Math.floor(((end.getTime() - start.getTime()) / hourMs + 1) / 24);
  const first = date.slice(0, 10) as LocalDate;
  return Array.from({ length: whole }, (_, index) => ({ date: plusDays(first, index), name }));
}

function oneADay(days: readonly DayOff[]): readonly DayOff[] {
  const byDate = new Map<string, DayOff>();
  for (const day of days) if (!byDate.has(day.date)) byDate.set(day.date, day);
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
