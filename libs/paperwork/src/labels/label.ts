import type { Language } from '../language.js';
import type { Said } from '../paper.js';

/**
 * What a label says, in the order in which it is read: data, with no layout and no symbol drawn. There is no place on it for the name of a donor or recipient: they are
 * known by GRID and by the registry's reference.
 */
export interface Label {
  readonly kind: 'tie-tag' | 'box';
  readonly reference: string;
  /** Example data: marked on the label. */
  readonly example: boolean;
  /** The first is whose reader comes first; `en` is always among them and governs. */
  readonly languages: readonly Language[];
  readonly parts: readonly LabelPart[];
}

export type LabelPart =
  /** Seen from across a room. */
  | { readonly kind: 'banner'; readonly said: Said }
  /** The product by its proper name, and what the site's list says besides. */
  | { readonly kind: 'product'; readonly name: string; readonly attributes: string | null }
  | { readonly kind: 'code'; readonly code: LabelCode }
  | { readonly kind: 'field'; readonly label: Said; readonly lines: readonly string[] }
  | { readonly kind: 'warning'; readonly said: Said }
  /** Arrows that point up. */
  | { readonly kind: 'upright'; readonly said: Said }
  | { readonly kind: 'contact'; readonly role: Said; readonly organisation: string | null; readonly telephone: string }
  /** What a reader has to know before the rest: example, not reviewed. */
  | { readonly kind: 'notice'; readonly said: Said };

/** A code: which symbol, exactly what it holds, and what a person reads beside it. */
export interface LabelCode {
  readonly symbology: 'code-128' | 'data-matrix' | 'qr';
  readonly of: 'din' | 'product' | 'expiry' | 'compound' | 'statement';
  readonly content: string;
  readonly text: CodeText;
  /** What it is for, where that is not plain. */
  readonly caption?: Said;
}

export type CodeText =
  /** The data content as it is, without data identifier (S17 section 7.4.2.1). */
  | { readonly kind: 'plain'; readonly text: string }
  /** A DIN: flags stand turned beside it, and its check character in a box; flags that are a check are not printed (S17 sections 7.4.1, 7.5). */
  | { readonly kind: 'din'; readonly groups: readonly string[]; readonly flags: string | null; readonly check: string }
  | { readonly kind: 'none' };

/** What a label cannot do without, as a person is told of it. */
export interface LabelFault {
  readonly fact: string;
  readonly sentence: string;
  readonly whereToEnter: string;
}

/** A label that was not made, and all that stands in the way. */
export interface LabelNotMade {
  readonly label: Label['kind'];
  readonly missing: readonly LabelFault[];
}
