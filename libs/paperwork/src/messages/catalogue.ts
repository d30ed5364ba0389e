import type { Language } from '../language.js';
import { deComplete } from './de/complete.js';
import { checks } from './en/checks.js';
import { officers } from './en/officers.js';
import { papers } from './en/papers.js';
import { reports } from './en/reports.js';
import { es, fr, it, ja, ko, zhHant } from './other/all.js';
import { zhHansComplete } from './zh-hans/complete.js';

/** Every message in English, which governs. */
export const english = { ...officers, ...papers, ...checks, ...reports } as const;

export type MessageKey = keyof typeof english;

/** Each language's messages by their key; what a language does not claim is not there. */
export const catalogue: Readonly<Record<Language, Readonly<Partial<Record<MessageKey, string>>>>> = {
  en: english,
  'zh-Hans': zhHansComplete,
  de: deComplete,
  'zh-Hant': zhHant,
  ja,
  ko,
  it,
  fr,
  es,
};

/** Who reads a paper decides in which languages it can be had: officers in all, those who take part in the complete ones, reports in English. */
export const claims = {
  officers: { languages: ['en', 'zh-Hans', 'de', 'zh-Hant', 'ja', 'ko', 'it', 'fr', 'es'], messages: officers },
  papers: { languages: ['en', 'zh-Hans', 'de'], messages: { ...papers, ...checks } },
  reports: { languages: ['en'], messages: reports },
} as const satisfies Record<string, { languages: readonly Language[]; messages: Readonly<Record<string, string>> }>;

export type Claim = keyof typeof claims;

/** Languages that nobody who speaks them has read over: said so on the paper. */
export const notReviewed: ReadonlySet<Language> = new Set<Language>(['zh-Hant', 'ja', 'ko', 'it', 'fr', 'es']);
