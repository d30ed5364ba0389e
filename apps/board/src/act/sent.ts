import type { FieldFault, Refusal } from '../api/refusal.js';

/** One command on its way. */
export interface Sending {
  readonly shipment: string;
  readonly command: string;
  /** The stage's revision that the form was filled in on; null for a shipment that is not to exist yet. */
  readonly revision: number | null;
  readonly key: string;
  readonly body: unknown;
}

/** What became of it. */
export type Sent =
  | { readonly kind: 'done' }
  /** It lies on this phone and will be sent in its turn; the server knows nothing of it yet. */
  | { readonly kind: 'kept' }
  /** Somebody moved the stage meanwhile; nothing was done. */
  | { readonly kind: 'stale'; readonly refusal: Refusal }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** No answer came, so that nobody here knows whether it was done: to be sent again with the same key. */
  | { readonly kind: 'unknown'; readonly refusal: Refusal };

/** What became of it where it was sent at once. */
export type Answered = Exclude<Sent, { readonly kind: 'kept' }>;

/** What the server said of single fields. */
export function faultsIn(sent: Sent | undefined): readonly FieldFault[] {
  return sent?.kind === 'refused' ? sent.refusal.fields : [];
}
