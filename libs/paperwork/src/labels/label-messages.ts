import type { Language } from '../language.js';
import type { Said } from '../paper.js';
import { chinese, german } from './label-messages.complete.js';
import { onBags, onBoxes, type LabelMessage } from './label-messages.english.js';
import { unreviewed } from './label-messages.unreviewed.js';

/** Every message in every language that has it. */
export const labelTexts: Readonly<Record<Language, Readonly<Partial<Record<LabelMessage, string>>>>> = {
  en: { ...onBoxes, ...onBags },
  'zh-Hans': chinese,
  de: german,
  ...unreviewed,
};

/** Whether nobody who speaks it has read the language's texts over: then the label says so. */
export function labelUnreviewed(language: Language): boolean {
  return language in unreviewed;
}

/** Languages that a tie tag can be had in. */
export const tagLanguages = ['en', 'zh-Hans', 'de'] as const satisfies readonly Language[];

/** A message in the label's languages. One that a language does not have is a defect: tags are asked for in those that are complete. */
export function saidOnLabel(message: LabelMessage, languages: readonly Language[]): Said {
  const texts = languages.map((language) => {
    const text = labelTexts[language][message];
    if (text === undefined) throw new Error(`${message} is not there in ${language}`);
    return [language, text] as const;
  });
  return { message, texts: Object.fromEntries(texts) };
}

/** The languages of a label for that reader: theirs first, English always. */
export function labelLanguages(reader: Language): readonly Language[] {
  return reader === 'en' ? ['en'] : [reader, 'en'];
}
