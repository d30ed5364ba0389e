import fc from 'fast-check';
import { localDateAt, type Instant, type LocalDate, type Zone } from '@cellrelay/kernel';
import { endOfWorkingDays, workingDaysBefore, type HolidayCalendar, type WorkingDayCalendar } from './working-days.js';

const zone = 'Asia/Shanghai' as Zone;
/** An invented calendar: a Wednesday and a Thursday off, the Saturday before them worked. */
const example: WorkingDayCalendar = {
  country: 'CN',
  year: 2025,
  holidays: ['2025-03-12', '2025-03-13'],
  workingWeekendDays: ['2025-03-08'],
  version: 'EXAMPLE',
  source: 'EXAMPLE',
  mark: 'site',
};
const end = (after: string, days: number, calendars: readonly WorkingDayCalendar[] = [example], country = 'CN') =>
  endOfWorkingDays({ after: after as LocalDate, days, country, zone }, calendars);

describe('the end of some working days', () => {
  it('is at 24:00 of the last of them, in the clock of the place', () => {
    expect(end('2025-06-02', 3)).toEqual({
      lastDay: '2025-06-05',
      at: '2025-06-05T16:00:00.000Z',
      daysOff: [],
      withoutCalendar: [],
      versions: ['EXAMPLE'],
    });
  });

  it('counts from the next day and leaves weekends out', () => {
    expect(end('2025-06-05', 1).lastDay).toBe('2025-06-06');
    expect(end('2025-06-06', 1).lastDay).toBe('2025-06-09');
    expect(end('2025-06-07', 1).lastDay).toBe('2025-06-09');
  });

  it('leaves holidays out and counts a weekend day that is worked', () => {
    expect(end('2025-03-07', 1).lastDay).toBe('2025-03-08');
    expect(end('2025-03-07', 3).lastDay).toBe('2025-03-11');
    expect(end('2025-03-07', 4).lastDay).toBe('2025-03-14');
  });

  it('leaves only weekends out where no calendar is, and says of which days', () => {
    const six = ['2025-03-08', '2025-03-09', '2025-03-10', '2025-03-11', '2025-03-12', '2025-03-13'];
    expect(end('2025-03-07', 4, [])).toMatchObject({ lastDay: '2025-03-13', withoutCalendar: six });
    expect(end('2025-03-07', 4, [example], 'KR')).toMatchObject({ lastDay: '2025-03-13', withoutCalendar: six });
    expect(end('2025-12-30', 3)).toMatchObject({
      lastDay: '2026-01-02',
      withoutCalendar: ['2026-01-01', '2026-01-02'],
    });
  });

  it('names the days off that moved it, and none of a weekend', () => {
    const off = { ...example, holidays: [...example.holidays, '2025-03-15'] };
    expect(end('2025-03-11', 3, [off])).toMatchObject({
      lastDay: '2025-03-18',
      daysOff: [{ date: '2025-03-12' }, { date: '2025-03-13' }],
    });
  });

  it('ends at midnight when the clocks change that night', () => {
    const paris = { after: '2025-03-28' as LocalDate, days: 1, country: 'FR', zone: 'Europe/Paris' as Zone };
    expect(endOfWorkingDays(paris, []).at).toBe('2025-03-31T22:00:00.000Z');
  });

  it('comes after the day it runs from, and later with every day', () => {
    const dates = fc.integer({ min: 0, max: 700 }).map((day) => localDateAt(dayNumbered(day), zone));
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 30 }), (after, days) => {
        const [this_, next] = [end(after, days), end(after, days + 1)];
        expect(this_.lastDay > after).toBe(true);
        expect(next.at > this_.at).toBe(true);
      }),
    );
  });

  it('does not look for ever where no day is worked', () => {
    const never = Array.from({ length: 5 }, (_, index) => ({
      ...example,
      year: 2025 + index,
      holidays: daysOf(2025 + index),
      workingWeekendDays: [],
    }));
    expect(() => end('2025-01-01', 1, never)).toThrow('no 1 working days');
  });
});

function dayNumbered(day: number) {
  return new Date(Date.UTC(2024, 0, 1 + day)).toISOString() as never;
}

function daysOf(year: number): string[] {
  return Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10));
}

describe('the last day to ask so many working days ahead', () => {
  const before = (by: string, days: number, country = 'CN') =>
    workingDaysBefore({ by: by as LocalDate, days, country }, [example]).day;

  it('is the same day of the week before, for five of them', () => {
    expect(before('2025-06-11', 5)).toBe('2025-06-04');
    expect(before('2025-06-11', 0)).toBe('2025-06-11');
  });

  it('leaves weekends and holidays out, counts a weekend day that is worked, and is a day that is worked itself', () => {
    expect(before('2025-06-15', 5)).toBe('2025-06-06');
    expect(before('2025-03-15', 1)).toBe('2025-03-11');
    expect(before('2025-03-10', 1)).toBe('2025-03-08');
    expect(before('2025-03-10', 2)).toBe('2025-03-07');
    expect(before('2025-03-10', 1, 'US')).toBe('2025-03-07');
  });

  it('leaves the office its days, and a working day later would not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 30 }), (offset, days) => {
        const by = localDateAt(new Date(Date.UTC(2025, 0, 1 + offset)).toISOString() as Instant, 'UTC' as Zone);
        const last = workingDaysBefore({ by, days, country: 'CN' }, [example]).day;
        const next = endOfWorkingDays({ after: last, days: 1, country: 'CN', zone }, [example]).lastDay;
        const ends = (after: LocalDate) => endOfWorkingDays({ after, days, country: 'CN', zone }, [example]).lastDay;
        return ends(last) <= by && ends(next) > by;
      }),
    );
  });
});

/** An invented stretch of days: its weekend is Friday and Saturday, and a Sunday is off. */
const stretch: HolidayCalendar = {
  country: 'SA',
  from: '2025-03-01' as LocalDate,
  to: '2025-03-31' as LocalDate,
  weekend: [5, 6],
  holidays: [{ date: '2025-03-16' as LocalDate, name: 'EXAMPLE day' }],
  workingWeekendDays: [],
  version: 'EXAMPLE 1',
  source: 'EXAMPLE',
  mark: 'G',
};

describe('a stretch of days out of somebody else’s collection', () => {
  const ending = (after: string, days: number, calendars: Parameters<typeof endOfWorkingDays>[1] = [stretch]) =>
    endOfWorkingDays({ after: after as LocalDate, days, country: 'SA', zone }, calendars);

  it('has its own weekend, and names its days off', () => {
    expect(ending('2025-03-13', 2)).toMatchObject({
      lastDay: '2025-03-18',
      daysOff: [{ date: '2025-03-16', name: 'EXAMPLE day' }],
      versions: ['EXAMPLE 1'],
    });
  });

  it('says nothing of days before and after it', () => {
    expect(ending('2025-03-30', 2)).toMatchObject({ lastDay: '2025-04-01', withoutCalendar: ['2025-04-01'] });
  });

  it('gives way to a calendar that stands before it', () => {
    const site: WorkingDayCalendar = { ...example, country: 'SA', holidays: ['2025-03-17'] };
    expect(ending('2025-03-13', 2, [site, stretch]).lastDay).toBe('2025-03-18');
    expect(ending('2025-03-13', 2, [site, stretch]).daysOff).toEqual([{ date: '2025-03-17' }]);
  });
});

describe('whatever days are off', () => {
  const dates = fc.integer({ min: 0, max: 60 }).map((day) => localDateAt(dayNumbered(day), 'UTC' as Zone));
  const calendars = fc.uniqueArray(dates, { maxLength: 30 }).map((off): HolidayCalendar => ({
    ...stretch,
    ...{ from: '2023-12-01' as LocalDate, to: '2024-12-31' as LocalDate, weekend: [6, 7] },
    holidays: off.map((date) => ({ date })),
  }));
  const spans = { days: fc.integer({ min: 1, max: 10 }), from: dates, calendar: calendars, more: dates };
  const worked = (date: LocalDate, { holidays }: HolidayCalendar) =>
    !holidays.some((each) => each.date === date) && ![0, 6].includes(new Date(date).getUTCDay());
  const withOneMore = (calendar: HolidayCalendar, date: LocalDate): HolidayCalendar => ({
    ...calendar,
    holidays: [...calendar.holidays, { date }],
  });

  it('no span ends on one, and one more never ends it earlier', () => {
    fc.assert(
      fc.property(fc.record(spans), ({ days, from, calendar, more }) => {
        const last = (by: HolidayCalendar) =>
          endOfWorkingDays({ after: from, days, country: 'SA', zone }, [by]).lastDay;
        expect(worked(last(calendar), calendar)).toBe(true);
        expect(last(withOneMore(calendar, more)) >= last(calendar)).toBe(true);
      }),
    );
  });

  it('nothing is to be asked on one, and one more never leaves more time for it', () => {
    fc.assert(
      fc.property(fc.record(spans), ({ days, from, calendar, more }) => {
        const last = (by: HolidayCalendar) => workingDaysBefore({ by: from, days, country: 'SA' }, [by]).day;
        expect(worked(last(calendar), calendar)).toBe(true);
        expect(last(withOneMore(calendar, more)) <= last(calendar)).toBe(true);
        if (more > from) expect(last(withOneMore(calendar, more))).toBe(last(calendar));
      }),
    );
  });
});

it('a region that has no calendar goes by its country’s, and by its own where it has one', () => {
  const own = {
    ...example,
    country: 'CN-XX',
    holidays: [...example.holidays, '2025-03-11'],
    version: 'EXAMPLE region',
  };
  const before = { by: '2025-03-14' as LocalDate, days: 1, country: 'CN-XX' };
  expect(workingDaysBefore(before, [example])).toMatchObject({ day: '2025-03-11', versions: [example.version] });
  expect(workingDaysBefore(before, [example, own])).toMatchObject({ day: '2025-03-10', versions: ['EXAMPLE region'] });
});

describe('a year that the site has entered', () => {
  const collected = (country: string, ...off: readonly string[]): HolidayCalendar => ({
    ...stretch,
    ...{ country, weekend: [6, 7], version: `EXAMPLE ${country}` },
    holidays: off.map((date) => ({ date: date as LocalDate })),
  });
  const region = collected('CN-XX', '2025-03-11');
  const entered = (country: string, ...holidays: readonly string[]): WorkingDayCalendar => ({
    ...example,
    ...{ country, holidays, version: `EXAMPLE site ${country}` },
  });
  const before = (...calendars: Parameters<typeof workingDaysBefore>[1]) =>
    workingDaysBefore({ by: '2025-03-13' as LocalDate, days: 1, country: 'CN-XX' }, calendars);

  it('of the country comes before what a collection has of the region, in whatever order they stand', () => {
    for (const calendars of [
      [entered('CN', '2025-03-12'), region],
      [region, entered('CN', '2025-03-12')],
    ])
      expect(before(...calendars)).toMatchObject({ day: '2025-03-11', versions: ['EXAMPLE site CN'] });
    // The control: without it the region's day off is one.
    expect(before(region, collected('CN'))).toMatchObject({ day: '2025-03-12', versions: ['EXAMPLE CN-XX'] });
  });

  it('of the region comes before that of its country', () => {
    const both = [entered('CN', '2025-03-12'), entered('CN-XX', '2025-03-13'), region];
    expect(before(...both)).toMatchObject({ day: '2025-03-11', versions: ['EXAMPLE site CN-XX'] });
  });

  it('says nothing of other years, which the collection has', () => {
    const later = { ...entered('CN', '2025-03-12'), year: 2026 };
    expect(before(later, region).versions).toEqual(['EXAMPLE CN-XX']);
  });
});
