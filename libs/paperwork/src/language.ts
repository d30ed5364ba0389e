/** Languages that papers are written in, as BCP 47 names them: the reader's own form of dates, names and glyphs follows from it. */
export const languages = ['en', 'zh-Hans', 'de', 'zh-Hant', 'ja', 'ko', 'it', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];

/** One sentence in the languages of its paper, none missing. */
export type Texts = Readonly<Partial<Record<Language, string>>>;
