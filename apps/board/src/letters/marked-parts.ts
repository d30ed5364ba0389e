import type { LetterMark } from '../api/types.js';

/** A stretch of a letter, marked or not. */
export interface Part {
  readonly text: string;
  readonly mark: LetterMark | null;
}

/** The whole text in stretches, in order. Marks come in order, none over another. */
export function markedParts(text: string, marks: readonly LetterMark[]): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.from > at) parts.push({ text: text.slice(at, mark.from), mark: null });
    parts.push({ text: text.slice(mark.from, mark.to), mark });
    at = mark.to;
  }
  return at < text.length ? [...parts, { text: text.slice(at), mark: null }] : parts;
}
