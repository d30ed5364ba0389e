import { useSyncExternalStore } from 'react';
import { english, languageOf, languages, type Language } from './languages.js';
import { catalogue } from './words.js';

const KEY = 'cellrelay.language';

let shown: Language = english;
let wanted: Language = english;
const listeners = new Set<() => void>();

/** The language that is shown, for what is drawn without React. */
export const language = (): Language => shown;

/** The language that is shown. Whoever calls it is drawn anew in another one: the whole board does, and what is memoised must. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
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
  catalogue.loadAndActivate({ locale: next.code, messages: words });
  shown = next;
  document.documentElement.lang = next.code;
  listeners.forEach((listen) => listen());
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
