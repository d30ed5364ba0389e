import canonicalize from 'canonicalize';
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

/** Which lines a log has too many or too few of, whatever their order; empty when it has the undisturbed ones. */
export function lineFindings(wanted: readonly StoredEntry[], found: readonly StoredEntry[]): readonly string[] {
  const [due, there] = [wanted.map(lineOf), found.map(lineOf)];
  return [
    ...without(there, due).map((line) => `too much: ${line}`),
    ...without(due, there).map((line) => `missing: ${line}`),
  ];
}

/** A line without its place. */
function lineOf({ text }: StoredEntry): string {
  return canonicalize({ ...entryOf(text), seq: 0 }) ?? '';
}

/** What is left of a list once each of the others has taken one like it away. */
function without(list: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...list];
  for (const each of others) if (left.includes(each)) left.splice(left.indexOf(each), 1);
  return left;
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
    ...[...book.lines].flatMap(([key, line]) => keyFindings(key, line, wanted.get(key))),
    ...[...wanted.keys()].filter((key) => !book.lines.has(key)).map((key) => `the desk was never asked for ${key}`),
    ...book.askedOtherwise.map((key) => `the desk was asked something else under ${key}`),
  ];
}

function keyFindings(key: string, line: BookLine, wanted: BookLine | undefined): readonly string[] {
  if (wanted === undefined) return [`the desk was asked for ${key}, which nobody owed`];
  return [
    ...(line.effects === 1 ? [] : [`the desk acted ${line.effects} times for ${key}`]),
    ...(line.asked === wanted.asked ? [] : [`the desk was asked otherwise for ${key}: ${line.asked}`]),
  ];
}
