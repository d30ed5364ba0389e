import { language } from './shown-language.js';

const namers = new Map<string, Intl.DisplayNames>();

function namer(type: 'region' | 'language'): Intl.DisplayNames {
  const { locale } = language();
  const known = namers.get(`${type} ${locale}`);
  if (known !== undefined) return known;
  const made = new Intl.DisplayNames([locale], { type, fallback: 'code' });
  namers.set(`${type} ${locale}`, made);
  return made;
}

/** A country as the reader calls it; its code where it has no name. */
export const countryText = (code: string): string => namer('region').of(code) ?? code;

/** A language as the reader calls it. */
export const languageText = (code: string): string => namer('language').of(code) ?? code;

/** A count with its groups, "12,000". */
export const countText = (count: number): string => count.toLocaleString(language().locale);
