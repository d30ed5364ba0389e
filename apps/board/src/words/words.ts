import { setupI18n } from '@lingui/core';
import { compile } from './compile.js';

/** What stands in the places of a message. */
export type Values = Readonly<Record<string, string | number>>;

/** The one catalogue that is shown. English needs none: its messages are the keys. */
export const catalogue = setupI18n({ locale: 'en', messages: { en: {} } });
// What has no translation is shown in English, whose messages are compiled where they are shown.
catalogue.setMessagesCompiler(compile as Parameters<typeof catalogue.setMessagesCompiler>[0]);

/**
 * The message in the reader's language; the English text is its key. To be called while something is drawn, never when
 * a module is loaded: the language may be another by then.
 */
export function t(message: string, values?: Values): string {
  return catalogue._(message, values);
}

/** Words by their keys, each looked up when it is read: a table that can stand in a module although the language changes. */
export function wordsBy<Key extends string>(table: Readonly<Record<Key, () => string>>): Readonly<Record<Key, string>> {
  const words = {} as Record<Key, string>;
  for (const [key, get] of Object.entries<() => string>(table)) {
    Object.defineProperty(words, key, { get, enumerable: true });
  }
  return words;
}
