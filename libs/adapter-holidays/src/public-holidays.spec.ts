import { endOfWorkingDays, workingDaysBefore, type HolidayCalendar } from '@cellrelay/itinerary';
import type { LocalDate, Zone } from '@cellrelay/kernel';
import { defaultPolicy } from '@cellrelay/shipment';
import { PublicHolidays } from './public-holidays.js';

const library = new PublicHolidays();
const calendar = (country: string, from: string, to: string): HolidayCalendar => {
  const found = library.open()({ country, from: from as LocalDate, to: to as LocalDate });
  if (found === null) throw new Error(`nothing is known of ${country}`);
  return found;
};
const namesOn = (country: string, date: string) => calendar(country, date, date).holidays.map(({ name }) => name);

describe('public holidays', () => {
  it.each([
    ['GB', '2026-12-25', 'Christmas Day'],
    ['GB', '2026-12-26', 'Boxing Day'],
    ['GB', '2026-12-28', 'Boxing Day (substitute day)'],
    ['DE', '2026-10-03', 'National Holiday'],
    ['DE', '2026-05-01', 'Labour Day'],
    ['FR', '2026-07-14', 'Bastille Day'],
    ['IT', '2026-06-02', 'Republic Day'],
    ['US', '2026-11-26', 'Thanksgiving Day'],
    ['US', '2026-07-03', 'Independence Day (substitute day)'],
    ['US', '2027-12-31', "New Year's Day (substitute day)"],
    ['JP', '2026-05-06', 'Constitution Day (substitute day)'],
    ['CN', '2026-10-01', 'National Day'],
  ])('of %s: %s is off, %s', (country, date, name) => expect(namesOn(country, date)).toEqual([name]));

  it.each([
    ['GB', '2026-12-24'],
    ['DE', '2026-12-24'], // from 14:00 only
    ['DE', '2026-06-04'], // Corpus Christi, of some states
    ['US', '2026-12-26'],
    ['CN', '2026-03-08'], // half a day, of women
  ])('of %s: %s is worked', (country, date) => expect(namesOn(country, date)).toEqual([]));

  it('of several days are off on each of them', () => {
    const days = calendar('TR', '2026-05-20', '2026-06-05').holidays.map(({ date }) => date);
    expect(days).toEqual(expect.arrayContaining(['2026-05-27', '2026-05-28', '2026-05-29']));
  });

  it('are those of the days that are asked about, over the end of a year, each once and in order', () => {
    const { from, to, holidays } = calendar('GB', '2026-12-20', '2027-01-10');
    expect({ from, to }).toEqual({ from: '2026-12-20', to: '2027-01-10' });
    expect(holidays.map(({ date }) => date)).toEqual(['2026-12-25', '2026-12-26', '2026-12-28', '2027-01-01']);
  });

  it('say whose they are, in which version, and that nobody has checked them', () => {
    const { version, source, mark } = calendar('GB', '2026-12-20', '2026-12-31');
    expect(version).toMatch(/^date-holidays \d+\.\d+\.\d+, CLDR \d+/);
    expect(source).toContain('not checked against the law');
    expect(mark).toBe('G');
  });

  it.each([
    ['DE', [6, 7]],
    ['IL', [5, 6]],
    ['AE', [6, 7]],
    ['EG', [5, 6]],
  ])('of %s: the weekend is %j', (country, weekend) =>
    expect(calendar(country, '2026-01-01', '2026-01-31').weekend).toEqual(weekend),
  );

  it.each([
    ['DE-BY', '2026-06-04', ['Corpus Christi']],
    ['DE-BE', '2026-06-04', []],
    ['DE', '2026-06-04', []],
    ['GB-SCT', '2026-01-02', ['January 2nd']],
    ['GB-ENG', '2026-01-02', []],
    ['GB-ENG', '2026-04-06', ['Easter Monday']],
    ['DE-BE', '2026-05-01', ['Labour Day']],
  ])('of a region are its own besides the country’s: %s on %s has %j', (region, date, names) =>
    expect(namesOn(region, date)).toEqual(names),
  );

  it('of a region have the country’s weekend, and say whose they are', () =>
    expect(calendar('DE-BY', '2026-06-01', '2026-06-07')).toMatchObject({ country: 'DE-BY', weekend: [6, 7] }));

  it('have regions that can be named by their codes', () => {
    expect(library.regionsOf('DE')).toEqual(expect.arrayContaining(['DE-BE', 'DE-BY']));
    expect(library.regionsOf('GB')).toEqual(['GB-ALD', 'GB-ENG', 'GB-NIR', 'GB-SCT', 'GB-WLS']);
    expect([library.regionsOf('CN'), library.regionsOf('CK'), library.regionsOf('XX')]).toEqual([[], [], []]);
  });

  it('of a country that it does not know are nothing, and no guess', () => {
    const days = { from: '2026-01-01' as LocalDate, to: '2026-01-31' as LocalDate };
    expect(library.open()({ country: 'XX', ...days })).toBeNull();
    expect(library.open()({ country: 'KP', ...days })).toBeNull();
    expect(library.open()({ country: 'DE-XX', ...days })).toBeNull();
  });

  it('are read once', () => expect(library.open()).toBe(library.open()));
});

describe('working days by them', () => {
  it('go over Christmas in London', () => {
    const london = { after: '2026-12-23' as LocalDate, days: 2, country: 'GB', zone: 'Europe/London' as Zone };
    expect(endOfWorkingDays(london, [calendar('GB', '2026-12-01', '2027-01-31')])).toMatchObject({
      lastDay: '2026-12-29',
      daysOff: [
        { date: '2026-12-25', name: 'Christmas Day' },
        { date: '2026-12-28', name: 'Boxing Day (substitute day)' },
      ],
    });
  });

  it('give way to a site’s own calendar, which knows the days that China works instead', () => {
    const by = { by: '2026-10-12' as LocalDate, days: 5, country: 'CN' };
    const librarys = calendar('CN', '2026-09-01', '2026-11-30');
    expect(workingDaysBefore(by, [...defaultPolicy.workingDayCalendars, librarys]).day).toBe('2026-09-29');
    expect(workingDaysBefore(by, [librarys]).day).toBe('2026-10-05');
  });

  it('are other days in Bavaria than in Berlin, and in Scotland than in England', () => {
    const asked = (country: string, by: string) => {
      const days = { by: by as LocalDate, days: 1, country };
      return workingDaysBefore(days, [calendar(country, '2026-01-01', '2026-12-31')]).day;
    };
    expect([asked('DE-BY', '2026-06-05'), asked('DE-BE', '2026-06-05')]).toEqual(['2026-06-03', '2026-06-04']);
    expect([asked('GB-SCT', '2026-01-05'), asked('GB-ENG', '2026-01-05')]).toEqual(['2025-12-31', '2026-01-02']);
  });
});
