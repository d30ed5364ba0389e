import type { Reader } from './facts/readers.js';
import type { Language, Texts } from './language.js';

/**
 * What a paper says, in the order in which it is read: data, with no layout and no PDF. Every sentence is known by the message that it was made from and, where
 * law asks for it, by the rule: what is printed can be traced.
 */
export interface Paper {
  readonly kind: string;
  /** The checkpoint, border, bag or person that it is for; null: there is one of its kind. */
  readonly of: string | null;
  /** For whom it is written, from what they may know. */
  readonly reader: Reader;
  /** As the paper's reader refers to it; also what its file is called. Names no donor and no recipient. */
  readonly reference: string;
  /** The first is whose reader comes first: it stands left or above. `en` is always among them and governs. */
  readonly languages: readonly Language[];
  readonly title: Said;
  /** Example data: marked on every page. */
  readonly example: boolean;
  readonly letterhead: Letterhead;
  /** Where and when it was issued, as its reader writes that. */
  readonly placeAndDate?: Said;
  readonly blocks: readonly Block[];
}

export interface Letterhead {
  readonly organisation: string;
  readonly lines: readonly string[];
}

/** One sentence. */
export interface Said {
  readonly message: string;
  readonly texts: Texts;
  /** The rule of law that asks for it. */
  readonly rule?: string;
}

/** What stands beside a label: as it is in every language, or in the reader's form (dates, countries). */
export type Value = { readonly literal: string } | { readonly texts: Texts };

export type Block =
  | { readonly kind: 'heading'; readonly said: Said }
  | { readonly kind: 'paragraph'; readonly sentences: readonly Said[] }
  /** To whom it goes; literal lines. */
  | { readonly kind: 'addressee'; readonly lines: readonly string[] }
  /** Facts in a small ruled table: label and value. */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: Said; readonly value: Value }[] }
  | { readonly kind: 'table'; readonly columns: readonly Said[]; readonly rows: readonly (readonly Value[])[] }
  /** What to do and what not to do, with large figures. */
  | { readonly kind: 'steps'; readonly steps: readonly (readonly Said[])[] }
  /** Seen from across a room: DO NOT X-RAY. */
  | { readonly kind: 'banner'; readonly said: Said }
  /** What a reader has to know before the rest: not reviewed, unconfirmed, example. */
  | { readonly kind: 'notice'; readonly sentences: readonly Said[] }
  /** To be ticked by hand, with room for a remark. */
  | { readonly kind: 'checks'; readonly items: readonly Said[] }
  /** To be filled by hand. */
  | { readonly kind: 'blanks'; readonly rows: readonly Said[] }
  | { readonly kind: 'signatures'; readonly signers: readonly { readonly role: Said; readonly name: string | null }[] }
  | { readonly kind: 'curve'; readonly curve: Curve }
  | { readonly kind: 'page-break' };

/** A temperature curve: points in the order of their instants, thinned already. */
export interface Curve {
  readonly caption: Said;
  readonly zone: string;
  readonly points: readonly { readonly at: string; readonly celsius: number }[];
  readonly band: { readonly fromCelsius: number; readonly toCelsius: number } | null;
}
