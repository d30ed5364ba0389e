import type { OfficerLanguage } from '../api/types.js';

/** The languages of officers, those spoken where the trip is now first, then those of the places after; each keeps its place else. */
export function languagesAt(languages: readonly OfficerLanguage[], city: string): readonly OfficerLanguage[] {
  const here = ({ at }: OfficerLanguage) => at.includes(city);
  return [...languages.filter(here), ...languages.filter((each) => !here(each))];
}

/** The sentences of a language, those that are of use in that city first. */
export function sentencesAt({ sentences }: OfficerLanguage, city: string): OfficerLanguage['sentences'] {
  const here = sentences.filter(({ at }) => at.includes(city));
  return [...here, ...sentences.filter((each) => !here.includes(each))];
}

/** Scripts that are written from the right. */
const fromTheRight: ReadonlySet<string> = new Set(['ar', 'he', 'fa', 'ur']);

/** Which way a language is written, by its tag. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return fromTheRight.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** The place of the sentence so many further, round and round. */
export function turned(index: number, by: number, count: number): number {
  return count === 0 ? 0 : (index + by + count) % count;
}
