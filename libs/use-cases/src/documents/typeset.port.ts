import type { Instant } from '@cellrelay/kernel';
import type { Paper } from '@cellrelay/paperwork';

/** How a document is set, whatever it says. */
export interface Setting {
  /** When it was made; the document says so to the second, and no other time is in it. */
  readonly madeAt: Instant;
  /** A4 where none is said. */
  readonly format?: 'a4' | 'us-letter';
}

/** A code by which a paper can be checked: its text, printable ASCII, and what it is in words for who does not see it. */
export interface PrintedCode {
  readonly text: string;
  readonly alt: string;
}

/** A paper as it is to be set; with a code, that stands at the foot of each of its pages. */
export interface PrintedPaper {
  readonly paper: Paper;
  readonly code: PrintedCode | null;
}

/**
 * Makes papers into PDF. The same paper, code and setting give the same bytes. What cannot be set, or not now, is refused with its reason (NotSet), and no other paper with
 * it.
 */
export interface Typesetter {
  setPaper(printed: PrintedPaper, setting: Setting): Promise<Uint8Array>;
  /** The cover first, with the contents on it, then each paper; bookmarks and page numbers run through. */
  setPack(printed: readonly PrintedPaper[], cover: Paper, setting: Setting): Promise<Uint8Array>;
}
