import { instantFromMillis } from '@cellrelay/kernel';
import type { FileLine, FileQuestion, FileReading, LineProblem, Understood } from './reading-file.js';

/** Some of many, with how many there are. */
export interface Some<T> {
  readonly count: number;
  readonly items: readonly T[];
}

/** Both ends of a list; all of it stands in `first` where it is short. */
export interface Ends<T> {
  readonly count: number;
  readonly first: readonly T[];
  readonly last: readonly T[];
}

/** A file's readings in its order, as three columns of figures: thousands of objects would take as long to hand over as the file to read. */
export interface ReadingColumns {
  readonly lines: Uint32Array;
  readonly atMillis: Float64Array;
  readonly celsius: Float64Array;
}

/** What a file says, as far as anybody asks: handed over from where it was read. */
export interface FileDigest {
  readonly understood: readonly Understood[];
  readonly questions: readonly FileQuestion[];
  readonly header: readonly string[] | null;
  readonly lines: Ends<FileLine>;
  readonly readings: ReadingColumns;
  /** The first of them, by line. */
  readonly problems: Some<LineProblem>;
}

const shownAtEachEnd = 5;
const mostProblems = 100;

/** The first and the last of a list, five each. */
export function endsOfList<T>(items: readonly T[]): Ends<T> {
  const short = items.length <= 2 * shownAtEachEnd;
  return {
    count: items.length,
    first: items.slice(0, short ? undefined : shownAtEachEnd),
    last: short ? [] : items.slice(-shownAtEachEnd),
  };
}

/** The first of them by line, and how many there are, with those that are counted already. */
export function problemsShown(problems: readonly LineProblem[], counted = problems.length): Some<LineProblem> {
  return { count: counted, items: problems.toSorted((a, b) => a.line - b.line).slice(0, mostProblems) };
}

/** How many readings there are. */
export function countOf({ lines }: ReadingColumns): number {
  return lines.length;
}

/** The readings from one place in the file's order until before another. */
export function readingsFrom({ lines, atMillis, celsius }: ReadingColumns, from: number, until: number): FileReading[] {
  return Array.from(lines.subarray(from, until), (line, nth) => ({
    line,
    at: instantFromMillis(atMillis[from + nth] as number),
    celsius: celsius[from + nth] as number,
  }));
}
