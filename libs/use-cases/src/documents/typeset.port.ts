import type { Instant } from '@cellrelay/kernel';
import type { Paper } from '@cellrelay/paperwork';

/** How a document is set, whatever it says. */
export interface Setting {
  /** When it was made; the document says so to the second, and no other time is in it. */
  readonly madeAt: Instant;
  /** A4 where none is said. */
  readonly format?: 'a4' | 'us-letter';
  /** Stands at the foot of each page, so that the paper can be checked; as SVG, and in words for who does not see it. */
  readonly code?: { readonly svg: string; readonly alt: string };
}

/** Makes papers into PDF. The same paper and setting give the same bytes. What cannot be set, or not now, is refused with its reason, and no other paper with it. */
export interface Typesetter {
  setPaper(paper: Paper, setting: Setting): Promise<Uint8Array>;
  /** The cover first, with the contents on it, then each paper; bookmarks and page numbers run through. */
  setPack(papers: readonly Paper[], cover: Paper, setting: Setting): Promise<Uint8Array>;
}
