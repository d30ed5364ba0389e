import type { Messages } from '@lingui/core';
import { catalogue } from './words.js';

/** A language of the board. */
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

let shown: Language = english;
const listeners = new Set<() => void>();

/** The language that is shown. */
export const language = (): Language => shown;

/** Everything is said in it from now on. */
export function showLanguage(next: Language, messages: Messages): void {
  catalogue.loadAndActivate({ locale: next.code, messages });
  shown = next;
  listeners.forEach((listen) => listen());
}

/** Calls the listener whenever another language is shown, until what it answers is called. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
