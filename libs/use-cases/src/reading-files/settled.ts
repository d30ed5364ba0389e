import type { FileAnswers, FileQuestion, FileQuestionName, Understood } from './reading-file.js';

/** What was settled of one thing about a file: by the file itself, by an answer, or not yet; with what is asked about it. */
export interface Settled<T> {
  readonly value: T | undefined;
  readonly question?: FileQuestion;
  readonly understood?: Understood;
}

/** Settled by what the file says itself. */
export function bySelf<T>(value: T, what: string, says: string): Settled<T> {
  return { value, understood: { what, says } };
}

/** One of several possible values, with its words. */
export interface Choice<T> {
  readonly value: string;
  readonly words: string;
  readonly means: T;
}

interface Asked<T> {
  readonly name: FileQuestionName;
  readonly sentence: string;
  readonly choices: readonly Choice<T>[];
}

/** Asked, and settled once one of the choices was answered. */
export function byAnswer<T>({ name, sentence, choices }: Asked<T>, answers: FileAnswers): Settled<T> {
  const chosen = answers[name] ?? null;
  const allowed = choices.map(({ value, words }) => ({ value, words }));
  const means = choices.find(({ value }) => value === chosen);
  const question = { name, sentence, allowed, chosen };
  return means === undefined ? { value: undefined, question } : { value: means.means, question };
}
