import type { LocalDate } from '@cellrelay/kernel';
import { at } from '../facts/facts.examples.js';
import { languages } from '../language.js';
import { celsius, country, day, figure, list, moment, money, shortMoment } from './forms.js';

const inAll = (form: (language: (typeof languages)[number]) => string) =>
  Object.fromEntries(languages.map((language) => [language, form(language)]));

describe('forms of the reader', () => {
  it('have days and times in the clock of their place, its offset beside them', () => {
    expect(inAll(moment(at('09-04T11:30', 'Asia/Shanghai')))).toEqual({
      en: '4 September 2024, 19:30 (UTC+8)',
      'zh-Hans': '2024年9月4日 19:30 (UTC+8)',
      de: '4. September 2024, 19:30 (UTC+8)',
      'zh-Hant': '2024年9月4日 19:30 (UTC+8)',
      ja: '2024年9月4日 19:30 (UTC+8)',
      ko: '2024년 9월 4일 19:30 (UTC+8)',
      it: '4 settembre 2024, 19:30 (UTC+8)',
      fr: '4 septembre 2024, 19:30 (UTC+8)',
      es: '4 de septiembre de 2024, 19:30 (UTC+8)',
    });
    expect(moment(at('11-04T11:30', 'America/Chicago'))('en')).toBe('4 November 2024, 05:30 (UTC−6)');
    expect(moment(at('09-04T11:30', 'Asia/Kolkata'))('en')).toBe('4 September 2024, 17:00 (UTC+5:30)');
    expect(moment(at('09-04T11:30'))('de')).toBe('4. September 2024, 11:30 (UTC)');
  });

  it('have a day that is no moment as that day, whatever the zone of the machine', () => {
    expect(day('2024-08-14' as LocalDate)('fr')).toBe('14 août 2024');
  });

  it('have short times alike everywhere', () => {
    expect(shortMoment(at('09-04T23:00').at, 'America/Los_Angeles')).toBe('2024-09-04 16:00');
  });

  it('name countries in the language, and one that nobody knows by its code', () => {
    expect(inAll(country('DE'))).toEqual({
      ...{ en: 'Germany', 'zh-Hans': '德国', de: 'Deutschland', 'zh-Hant': '德國', ja: 'ドイツ', ko: '독일' },
      ...{ it: 'Germania', fr: 'Allemagne', es: 'Alemania' },
    });
    expect([country('QX')('de'), country('nowhere')('de')]).toEqual(['QX', 'nowhere']);
  });

  it('have figures and money as they are written there', () => {
    expect([figure(1234.5)('en'), figure(1234.5)('de'), figure(378)('fr')]).toEqual(['1,234.5', '1.234,5', '378']);
    expect([money(500, 'USD')('en'), money(500, 'USD')('de')]).toEqual(['USD 500.00', '500,00 USD']);
    expect(money(500, 'dollars')('en')).toBe('500 dollars');
    expect(celsius(-150)).toBe('−150');
  });

  it('put several names in a row', () => {
    expect([list(['A', 'B', 'C'])('en'), list(['A', 'B', 'C'])('de')]).toEqual(['A, B and C', 'A, B und C']);
  });
});
