import type { Typed } from '../shell/small-form.js';

/** In memory alone, unlike other forms: a letter's words are in no store of the browser. A reload forgets them, and so does signing out. */
const kept = new Map<string, Typed>();

/** What was typed into that letter before, if it was not sent. */
export function keptWords(letter: string): Typed | undefined {
  return kept.get(letter);
}

/** Keeps what was typed through closing its sheet. */
export function keepWords(letter: string, typed: Typed): void {
  kept.set(letter, typed);
}

/** Forgets a letter that was sent. */
export function forgetWords(letter: string): void {
  kept.delete(letter);
}

/** Forgets all of them. */
export function forgetAllWords(): void {
  kept.clear();
}
