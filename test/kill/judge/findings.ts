import { entryOf, type StoredEntry } from '@cellrelay/use-cases';
import type { BookLine, DeskBook } from '../desk/desk-book.js';

/** Where a log is not the undisturbed one, byte for byte; empty when it is. */
export function logFindings(wanted: readonly StoredEntry[], found: readonly StoredEntry[]): readonly string[] {
  const length = Math.max(wanted.length, found.length);
  const at = Array.from({ length }, (_, index) => index).find((index) => !isSame(wanted[index], found[index]));
  if (at === undefined) return [];
  return [
    `the log of ${(found[0] ?? wanted[0])?.shipment} has ${found.length} lines, ${wanted.length} undisturbed; line ${at + 1} is ${inWords(found[at])}, undisturbed ${inWords(wanted[at])}`,
  ];
}

function isSame(one: StoredEntry | undefined, other: StoredEntry | undefined): boolean {
  return one?.text === other?.text && one?.hash === other?.hash && one?.seq === other?.seq;
}

function inWords(entry: StoredEntry | undefined): string {
  if (entry === undefined) return 'not there';
  const { event, recordedAt, commandId } = entryOf(entry.text);
  return `${event.type} at ${recordedAt} by ${commandId}`;
}

/** Effects that happened twice, never, or that nobody owed, and keys under which something else was asked the second time. */
export function deskFindings(wanted: ReadonlyMap<string, BookLine>, book: DeskBook): readonly string[] {
  return [
    ...[...book.lines].flatMap(([key, line]) => lineFindings(key, line, wanted.get(key))),
    ...[...wanted.keys()].filter((key) => !book.lines.has(key)).map((key) => `the desk was never asked for ${key}`),
    ...book.askedOtherwise.map((key) => `the desk was asked something else under ${key}`),
  ];
}

function lineFindings(key: string, line: BookLine, wanted: BookLine | undefined): readonly string[] {
  if (wanted === undefined) return [`the desk was asked for ${key}, which nobody owed`];
  return [
    ...(line.effects === 1 ? [] : [`the desk acted ${line.effects} times for ${key}`]),
    ...(line.asked === wanted.asked ? [] : [`the desk was asked otherwise for ${key}: ${line.asked}`]),
  ];
}
