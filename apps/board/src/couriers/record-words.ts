import type { Courier } from '../api/types.js';
import { cityOf, localText } from '../time/zone.js';
import { dateText } from './papers.js';

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

export const countryText = (code: string): string => countries.of(code) ?? code;
export const languageText = (code: string): string => languages.of(code) ?? code;

const standings: Readonly<Record<string, string>> = {
  held: 'held',
  applied: 'applied for',
  expeditable: 'can be had by express',
  'not-needed': 'not needed',
};

/** "United States: held". */
export function visaText({ country, standing }: Pick<Courier['visas'][number], 'country' | 'standing'>): string {
  return `${countryText(country)}: ${standings[standing] ?? standing}`;
}

/** "1 Jan 2027 09:00 Berlin", with its year: a rest may be entered long before it ends. */
export function restText({ at, zone }: NonNullable<Courier['restUntil']>): string {
  const [date = '', clock = ''] = localText(Date.parse(at), zone).split('T');
  return `${dateText(date)} ${clock} ${cityOf(zone)}`;
}

const words: Readonly<Record<string, (courier: Courier) => string>> = {
  name: ({ name }) => name,
  company: ({ company }) => company,
  phone: ({ phone }) => phone,
  basedIn: ({ basedIn }) => (basedIn === null ? '' : countryText(basedIn)),
  trainedUntil: ({ trainedUntil }) => dateText(trainedUntil),
  passports: ({ passports }) => passports.map((one) => `${one.country} until ${dateText(one.validUntil)}`).join(', '),
  visas: ({ visas }) =>
    visas.map((one) => visaText(one) + (one.until === null ? '' : ` until ${dateText(one.until)}`)).join(', '),
  restUntil: ({ restUntil }) => (restUntil === null ? '' : restText(restUntil)),
  languages: (courier) => courier.languages.map(languageText).join(', '),
};

/** One part of a record in words. */
export function recordWords(courier: Courier, field: string): string {
  return words[field]?.(courier) || 'not stated';
}
