/** Languages that papers are written in, as BCP 47 names them: the reader's own form of dates, names and glyphs follows from it. */
export const languages = ['en', 'zh-Hans', 'de', 'zh-Hant', 'ja', 'ko', 'it', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];

/** What each is called by whoever reads it. */
export const ownNames: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  de: 'Deutsch',
  'zh-Hant': '繁體中文',
  ja: '日本語',
  ko: '한국어',
  it: 'Italiano',
  fr: 'Français',
  es: 'Español',
};

/** One sentence in the languages of its paper, none missing. */
export type Texts = Readonly<Partial<Record<Language, string>>>;
