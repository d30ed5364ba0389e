import { english, type Language } from './shown-language.js';

/** The languages of the board. Another one is a catalogue beside this file and a line here. */
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
