import type { Messages } from '@lingui/core';

/** A language of the board. Another one is a catalogue beside this file and a line below. */
export interface Language {
  /** As in `<html lang>`. */
  readonly code: string;
  /** As those who read it call it. */
  readonly name: string;
  /** Whose forms of dates, numbers and countries are used, and the locale of the component library (vite.config.ts keeps the same ones). */
  readonly locale: string;
  /** Fetches its catalogue; none where the messages are the keys. */
  readonly load?: () => Promise<{ readonly messages: Messages }>;
}

export const english: Language = { code: 'en', name: 'English', locale: 'en-GB' };

export const languages: readonly Language[] = [
  english,
  { code: 'zh-Hans', name: '简体中文', locale: 'zh-CN', load: () => import('./zh-hans.po') },
];

/** Scripts that a region is known to write, where the browser names the region alone. */
const scripts: Readonly<Record<string, string>> = { 'zh-cn': 'zh-hans', 'zh-sg': 'zh-hans', zh: 'zh-hans' };

/** The first of the wanted languages that the board has, by BCP 47; English if none. Traditional Chinese is another language. */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted.map((each) => each.toLowerCase())) {
    const meant = scripts[tag] ?? tag;
    const found = languages.find(
      ({ code }) => meant === code.toLowerCase() || meant.startsWith(`${code.toLowerCase()}-`),
    );
    if (found !== undefined) return found;
  }
  return english;
}
