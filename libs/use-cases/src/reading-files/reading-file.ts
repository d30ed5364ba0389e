import type { Instant } from '@cellrelay/kernel';

/** What a file may be at most: eight days at a reading a minute fit. Reading it takes a good part of a second of a thread of its own. Told before anything of it is read. */
export const fileLimits = { bytes: 2 * 1024 * 1024, lines: 12_000 } as const;

/** So many readings of a file are taken at once: a few milliseconds, after which others have their turn. */
export const fileBatch = 2_000;

/** A reading as a line of the file has it, its moment and its unit settled. */
export interface FileReading {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly at: Instant;
  readonly celsius: number;
}

/** Why a line of the table gave no reading. */
export interface LineProblem {
  readonly line: number;
  /** In kebab-case. */
  readonly code: string;
  readonly sentence: string;
}

/** What may be asked about a file. */
export const fileQuestions = ['times', 'order', 'epoch', 'zone', 'channel', 'unit', 'repeated', 'lastLine'] as const;

export type FileQuestionName = (typeof fileQuestions)[number];

/** What somebody answered. An answer to what is not asked counts for nothing: the file says it itself. */
export type FileAnswers = Readonly<Partial<Record<FileQuestionName, string>>>;

/** What the file does not say, and nobody guesses. */
export interface FileQuestion {
  readonly name: FileQuestionName;
  readonly sentence: string;
  /** Empty where any zone of the IANA database is an answer. */
  readonly allowed: readonly { readonly value: string; readonly words: string }[];
  /** The answer that was given, or that counts unless another is given; null: nothing can be read before it is answered. */
  readonly chosen: string | null;
}

/** One thing that was understood of how the file is written. */
export interface Understood {
  readonly what: string;
  readonly says: string;
}

/** A line as it stands in the file, in its cells. */
export interface FileLine {
  /** Line of the file on which it ends, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A logger's file, as far as it was understood. */
export interface FileRead {
  readonly understood: readonly Understood[];
  readonly questions: readonly FileQuestion[];
  /** The table's header, if it has one, and its rows as they stand. */
  readonly header: readonly string[] | null;
  readonly lines: readonly FileLine[];
  /** In the file's order; none before every question is answered. */
  readonly readings: readonly FileReading[];
  readonly problems: readonly LineProblem[];
}
