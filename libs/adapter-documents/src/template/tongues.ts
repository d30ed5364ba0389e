import type { Language } from '@cellrelay/paperwork';
import { fontsFor, type FontChoice } from '../engine/fonts.js';

/** One language as Typst knows it. */
export interface Tongue {
  readonly lang: string;
  readonly region: string | null;
  readonly fonts: readonly FontChoice[];
}

/** Typst goes by ISO 639 and 3166; a region chooses the shapes and the punctuation of Chinese. */
const known: Readonly<Record<Language, Omit<Tongue, 'fonts'>>> = {
  en: { lang: 'en', region: 'GB' },
  de: { lang: 'de', region: null },
  it: { lang: 'it', region: null },
  fr: { lang: 'fr', region: null },
  es: { lang: 'es', region: null },
  ja: { lang: 'ja', region: 'JP' },
  ko: { lang: 'ko', region: 'KR' },
  'zh-Hans': { lang: 'zh', region: 'CN' },
  'zh-Hant': { lang: 'zh', region: 'TW' },
};

/** What is set in some languages, each with its fonts before those of the others. */
export function tonguesOf(languages: readonly Language[]): readonly Tongue[] {
  return languages.map((language) => ({ ...known[language], fonts: fontsFor(language, languages) }));
}
