import type { ExpectedCode } from '../api/types.js';
import { aligned, distance, type Pair } from './align.js';
import { checkHolds } from './check-character.js';
import { codesIn, type ScannedCode } from './scanned-codes.js';

/** What came of one code. */
export type ScanVerdict =
  /** It is that of what is in hand. */
  | { readonly kind: 'matches'; readonly code: ExpectedCode }
  /** It is one of those that are expected, but of something else than what is in hand. */
  | { readonly kind: 'of-another'; readonly code: ExpectedCode }
  /** It is none of them; beside the one that it is most like. */
  | {
      readonly kind: 'differs';
      readonly closest: ExpectedCode;
      readonly pairs: readonly Pair[];
      /** What speaks for its having been misread: its check character, or that a bar code's own check did not stand for it. Null: it is as it stands there. */
      readonly doubt: 'check' | 'typed' | null;
    }
  /** A code that says of itself that nobody asked for it, as the time of expiry, or one that is like none of them. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'empty' };

/** What is in hand: `bag 1`, `box`; undefined: whatever it is. */
type InHand = ExpectedCode['of'] | undefined;

/** What came of each code in what was scanned or typed: a symbol of a tie tag holds two that are asked for. */
export function compareScan(
  expected: readonly ExpectedCode[],
  scanned: string,
  inHand?: InHand,
): readonly [ScanVerdict, ...ScanVerdict[]] {
  const [first, ...others] = codesIn(scanned).map((code) => compared(expected, code, inHand));
  return first === undefined ? [{ kind: 'empty' }] : [first, ...others];
}

function compared(expected: readonly ExpectedCode[], code: ScannedCode, inHand: InHand): ScanVerdict {
  const alike = expected.filter(({ kind }) => code.kind === 'unsaid' || code.kind === kind);
  const same = alike.filter((each) => formsOf(each, code).includes(written(each, code.content)));
  const here = same.find(({ of }) => inHand === undefined || of === inHand);
  if (here !== undefined) return { kind: 'matches', code: here };
  const [elsewhere] = same;
  if (elsewhere !== undefined) return { kind: 'of-another', code: elsewhere };
  return differing(alike, code, inHand);
}

interface Candidate {
  readonly code: ExpectedCode;
  readonly form: string;
  /** In how many places it differs; whether it is of something else than what is in hand; how much longer or shorter it is. The less, the more alike. */
  readonly away: readonly [places: number, elsewhere: number, length: number];
}

function differing(alike: readonly ExpectedCode[], code: ScannedCode, inHand: InHand): ScanVerdict {
  const [closest] = alike.flatMap((each) => candidatesOf(each, code, inHand)).sort(byLikeness);
  if (closest === undefined || (code.kind === 'unsaid' && closest.away[0] > closest.form.length / 2))
    return { kind: 'not-asked' };
  const read = written(closest.code, code.content);
  const typed = code.kind === 'unsaid' ? 'typed' : null;
  const doubt = closest.code.kind === 'din' && !checkHolds(read) ? 'check' : typed;
  return { kind: 'differs', closest: closest.code, pairs: aligned(closest.form, read), doubt };
}

function candidatesOf(expected: ExpectedCode, code: ScannedCode, inHand: InHand): readonly Candidate[] {
  const read = written(expected, code.content);
  return formsOf(expected, code).map((form) => ({
    ...{ code: expected, form },
    away: [distance(form, read), expected.of === inHand ? 0 : 1, Math.abs(form.length - read.length)],
  }));
}

function byLikeness({ away: one }: Candidate, { away: other }: Candidate): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

/** As it is compared: a donation number in capitals, of a product code the description alone (A and a are two divisions), a box by whatever letters. */
function written({ kind }: ExpectedCode, content: string): string {
  if (kind === 'product') return content.slice(0, 5).toUpperCase() + content.slice(5);
  return content.toUpperCase();
}

/** All ways in which an expected code is written: a donation number bare, with its check character, with flags, and with both. */
function formsOf({ kind, text, human }: ExpectedCode, { content }: ScannedCode): readonly string[] {
  if (kind === 'product') return [text.replace(/^=</, '')];
  if (kind === 'box') return [text.toUpperCase()];
  const din = text.slice(1, 14);
  const check = human.slice(-1);
  const flags = flagsIn(content, check) ?? text.slice(14);
  return [din, din + check, din + flags, din + flags + check];
}

/** Flags say something of the label and nothing of the donation: those that were read count as right, unless they are a check that does not hold. */
function flagsIn(content: string, check: string): string | undefined {
  const read = content.toUpperCase();
  const fits = read.length === 15 || (read.length === 16 && read.endsWith(check));
  return fits && /^[0-9A-HJ-NPR-Y]{2}$/.test(read.slice(13, 15)) && checkHolds(read) ? read.slice(13, 15) : undefined;
}
