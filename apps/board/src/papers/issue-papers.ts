import type { PapersIssued } from '../api/types.js';
import { ask, Failure } from '../api/client.js';
import { refusalOf, type Refusal } from '../api/refusal.js';

/** Which papers of which plan are to be issued, and the key of that one intent. */
export interface ToIssue {
  readonly shipment: string;
  readonly plan: number;
  readonly references: readonly string[];
  readonly key: string;
}

/** What became of it. */
export type IssueOutcome =
  | { readonly kind: 'issued'; readonly answer: PapersIssued }
  /** Nothing was issued. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** No answer came, so that nobody here knows whether they were issued: to be sent again with the same key. */
  | { readonly kind: 'unknown'; readonly refusal: Refusal };

/** Has papers made and issued, once for a key however often it is sent. Never throws. */
export async function issuePapers({ shipment, plan, references, key }: ToIssue): Promise<IssueOutcome> {
  try {
    const response = await ask(`/api/v1/shipments/${encodeURIComponent(shipment)}/papers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ plan, references }),
    });
    if (response.ok) return { kind: 'issued', answer: (await response.json()) as PapersIssued };
    const refusal = refusalOf(response.status, await response.json().catch(() => null));
    return { kind: response.status >= 500 ? 'unknown' : 'refused', refusal };
  } catch (error) {
    return { kind: 'unknown', refusal: error instanceof Failure ? error.refusal : refusalOf(0, null) };
  }
}
