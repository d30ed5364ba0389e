import type { Language, Texts } from '../language.js';
import type { Said, Value } from '../paper.js';
import { catalogue, type english, type MessageKey } from './catalogue.js';

/** What stands in a slot: the same in every language, or in the reader's form. */
export type Filler = string | ((language: Language) => string);

type SlotsIn<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsIn<Rest> : never;
/** The slots of a message, as its English text has them. */
export type SlotsOf<Key extends MessageKey> = SlotsIn<(typeof english)[Key]>;
type Fillers<Key extends MessageKey> = [SlotsOf<Key>] extends [never] ? [] : [Readonly<Record<SlotsOf<Key>, Filler>>];

/** A message as one sentence in the languages of a paper. */
export type Say = <Key extends MessageKey>(key: Key, ...fillers: Fillers<Key>) => Said;

/** Says messages in those languages. A language that does not have the message is a defect: papers are only asked for in languages that they claim. */
export function sayIn(languages: readonly Language[]): Say {
  return (key, ...[fillers]) => ({
    message: key,
    texts: inEach(languages, (language) => filled(textOf(key, language), fillers ?? {}, language)),
  });
}

/** A message as what fills a slot or stands beside a label. */
export function word<Key extends MessageKey>(key: Key, ...[fillers]: Fillers<Key>): (language: Language) => string {
  return (language) => filled(textOf(key, language), fillers ?? {}, language);
}

/** What stands beside a label, in the languages of the paper. */
export function valueIn(languages: readonly Language[], filler: Filler): Value {
  return typeof filler === 'string' ? { literal: filler } : { texts: inEach(languages, filler) };
}

function inEach(languages: readonly Language[], text: (language: Language) => string): Texts {
  return Object.fromEntries(languages.map((language) => [language, text(language)]));
}

function textOf(key: MessageKey, language: Language): string {
  const text = catalogue[language][key];
  if (text === undefined) throw new Error(`${key} is not there in ${language}`);
  return text;
}

/** Slots are filled once, from left to right: what fills one is not looked through for another. */
function filled(text: string, fillers: Readonly<Record<string, Filler>>, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (_slot, name: string) => {
    const filler = fillers[name];
    if (filler === undefined) throw new Error(`nothing was given for ${name} of "${text}"`);
    return typeof filler === 'string' ? filler : filler(language);
  });
}
