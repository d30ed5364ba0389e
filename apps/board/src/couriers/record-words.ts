import type { Courier } from '../api/types.js';
import { cityOf, localText } from '../time/zone.js';
import { calendarText } from '../time/named-day.js';
import { t, wordsBy } from '../words/words.js';
import { countryText, languageText } from '../words/named.js';

const standings: Readonly<Record<string, string>> = wordsBy({
  held: () => t('held'),
  applied: () => t('applied for'),
  expeditable: () => t('can be had by express'),
  'not-needed': () => t('not needed'),
});

/** "United States: held". */
export function visaText({ country, standing }: Pick<Courier['visas'][number], 'country' | 'standing'>): string {
  return `${countryText(country)}: ${standings[standing] ?? standing}`;
}

/** "1 Jan 2027 09:00 Berlin", with its year: a rest may be entered long before it ends. */
export function restText({ at, zone }: NonNullable<Courier['restUntil']>): string {
  const [date = '', clock = ''] = localText(Date.parse(at), zone).split('T');
  return `${calendarText(date)} ${clock} ${cityOf(zone)}`;
}

const words: Readonly<Record<string, (courier: Courier) => string>> = {
  name: ({ name }) => name,
  company: ({ company }) => company,
  phone: ({ phone }) => phone,
  basedIn: ({ basedIn }) => (basedIn === null ? '' : countryText(basedIn)),
  trainedUntil: ({ trainedUntil }) => calendarText(trainedUntil),
  passports: ({ passports }) =>
    passports
      .map((one) => t('{country} until {date}', { country: one.country, date: calendarText(one.validUntil) }))
      .join(', '),
  visas: ({ visas }) =>
    visas
      .map((one) =>
        one.until === null
          ? visaText(one)
          : t('{visa} until {date}', { visa: visaText(one), date: calendarText(one.until) }),
      )
      .join(', '),
  restUntil: ({ restUntil }) => (restUntil === null ? '' : restText(restUntil)),
  languages: (courier) => courier.languages.map(languageText).join(', '),
};

/** One part of a record in words. */
export function recordWords(courier: Courier, field: string): string {
  return words[field]?.(courier) || t('not stated');
}
