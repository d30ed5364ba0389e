import type { ExpectedCode } from '../api/types.js';
import { compareScan, type ScanVerdict } from './compare-scan.js';

/** A bag or a box, with the codes that are read off it. */
export interface Thing {
  readonly of: string;
  readonly bag: number | null;
  readonly codes: readonly ExpectedCode[];
}

/** How far the checking has come. */
export interface Progress {
  readonly expected: readonly ExpectedCode[];
  /** Which thing is in hand. One at a time: bags of one collection share a code. */
  readonly inHand: string;
  readonly matched: ReadonlySet<string>;
  /** What was said last, the gravest first. */
  readonly told: readonly ScanVerdict[];
}

export type Step =
  | { readonly kind: 'seen'; readonly texts: readonly string[] }
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'taken'; readonly of: string };

/** Nothing is matched yet, and the first thing is in hand. */
export function begun(expected: readonly ExpectedCode[]): Progress {
  return { expected, inHand: expected[0]?.of ?? '', matched: new Set(), told: [] };
}

/** The bags and the box, in their order. */
export function thingsOf(expected: readonly ExpectedCode[]): readonly Thing[] {
  return [...new Set(expected.map(({ of }) => of))].map((of) => {
    const codes = expected.filter((each) => each.of === of);
    return { of, bag: codes[0]?.bag ?? null, codes };
  });
}

/** Whether that code has been matched. */
export function isMatched({ matched }: Progress, code: ExpectedCode): boolean {
  return matched.has(keyOf(code));
}

/** How many codes have. */
export function matchedIn(progress: Progress): number {
  return progress.expected.filter((code) => isMatched(progress, code)).length;
}

/** Whether every code of a thing has. */
export function isWhole(progress: Progress, { codes }: Thing): boolean {
  return codes.every((code) => isMatched(progress, code));
}

/** What follows from a step. Once a thing is whole nothing more is read before the next is taken in hand: its label may still be before the camera. */
export function stepped(progress: Progress, step: Step): Progress {
  if (step.kind === 'taken') return { ...progress, inHand: step.of, told: [] };
  const { expected, inHand } = progress;
  const thing = thingsOf(expected).find(({ of }) => of === inHand);
  if (thing === undefined || isWhole(progress, thing)) return progress;
  const texts = step.kind === 'typed' ? [step.text] : step.texts;
  const verdicts = texts.flatMap((text) => [...compareScan(expected, text, inHand)]);
  const heard = step.kind === 'typed' ? verdicts : verdicts.filter((each) => isWorthSaying(progress, each));
  if (heard.length === 0) return progress;
  const matched = heard.flatMap((each) => (each.kind === 'matches' ? [keyOf(each.code)] : []));
  return { ...progress, matched: new Set([...progress.matched, ...matched]), told: gravestFirst(heard) };
}

/** A camera sees whatever lies about, and may misread it: what nobody asked for is passed over, and what no check stands for, unless it is a box's own number that is looked for. */
function isWorthSaying(progress: Progress, verdict: ScanVerdict): boolean {
  if (verdict.kind === 'matches') return !isMatched(progress, verdict.code);
  if (verdict.kind === 'of-another') return verdict.code.kind !== 'box';
  if (verdict.kind !== 'differs') return false;
  return verdict.doubt === null || (verdict.closest.kind === 'box' && progress.inHand === verdict.closest.of);
}

const gravity: readonly ScanVerdict['kind'][] = ['differs', 'of-another', 'not-asked', 'empty', 'matches'];

function gravestFirst(verdicts: readonly ScanVerdict[]): readonly ScanVerdict[] {
  return [...verdicts].sort((a, b) => gravity.indexOf(a.kind) - gravity.indexOf(b.kind));
}

/** With the text: what is expected otherwise now has not been matched. */
function keyOf({ of, kind, text }: ExpectedCode): string {
  return `${of}/${kind}/${text}`;
}
