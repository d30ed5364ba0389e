import fc from 'fast-check';
import { localDateAt, type Instant, type LocalDate, type Zone } from '@cellrelay/kernel';
import { endOfWorkingDays, workingDaysBefore, type WorkingDayCalendar } from './working-days.js';

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
      yearsWithoutCalendar: [],
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

  it('leaves only weekends out where no calendar is, and says for which years', () => {
    expect(end('2025-03-07', 4, [])).toMatchObject({ lastDay: '2025-03-13', yearsWithoutCalendar: [2025] });
    expect(end('2025-03-07', 4, [example], 'KR')).toMatchObject({
      lastDay: '2025-03-13',
      yearsWithoutCalendar: [2025],
    });
    expect(end('2025-12-30', 3)).toMatchObject({ lastDay: '2026-01-02', yearsWithoutCalendar: [2026] });
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
    workingDaysBefore({ by: by as LocalDate, days, country }, [example]);

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
        const last = workingDaysBefore({ by, days, country: 'CN' }, [example]);
        const next = endOfWorkingDays({ after: last, days: 1, country: 'CN', zone }, [example]).lastDay;
        const ends = (after: LocalDate) => endOfWorkingDays({ after, days, country: 'CN', zone }, [example]).lastDay;
        return ends(last) <= by && ends(next) > by;
      }),
    );
  });
});
