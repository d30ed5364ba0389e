import { useSyncExternalStore } from 'react';
import { languageOf, languages } from './languages.js';
import { english, language, onLanguage, showLanguage, type Language } from './shown-language.js';

const KEY = 'cellrelay.language';

let wanted: Language = english;

/** The language that is shown. Whoever calls it is drawn anew in another one: the whole board does, and what is memoised must. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, language);
}

/** Before anything is drawn: the language chosen in this browser, else the first of its own that the board has. */
export function startLanguage(): Promise<void> {
  const chosen = kept();
  return show(languageOf(chosen === null ? navigator.languages : [chosen]));
}

/** Shows this language from now on, and in this browser the next time too. Nothing is loaded anew but its words. */
export async function chooseLanguage(code: string): Promise<void> {
  const chosen = languages.find((each) => each.code === code);
  if (chosen === undefined) return;
  keep(code);
  await show(chosen);
}

/** Where its words do not come, what is shown stays; where another is wanted meanwhile, that one counts. */
async function show(next: Language): Promise<void> {
  wanted = next;
  const words = await loaded(next);
  if (words === undefined || wanted !== next) return;
  document.documentElement.lang = next.code;
  showLanguage(next, words);
}

async function loaded({ load }: Language) {
  if (load === undefined) return {};
  try {
    return (await load()).messages;
  } catch {
    return undefined;
  }
}

// Storage may be closed to us; the browser's language then stands.
function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(code: string): void {
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // Chosen for this page alone.
  }
}
