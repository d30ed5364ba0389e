import { statusOf, titleOf } from './status-of.js';

/** What a refusal says, whoever refuses: the core's own type has these fields too. */
export interface SaidRefusal {
  readonly code: string;
  readonly sentence: string;
  /** JSON pointer to the field to blame. */
  readonly at?: string;
  readonly allowed?: readonly string[];
  readonly standsIfConfirmed?: true;
  readonly errors?: readonly Fault[];
}

/** One fault among several of a body or a query. */
export interface Fault {
  /** JSON pointer (RFC 6901) to the faulty place; empty for the whole. */
  readonly at: string;
  readonly code?: string;
  readonly detail: string;
  readonly allowed?: readonly string[];
}

/** A refusal as RFC 9457 tells it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly at?: string;
  readonly allowed?: readonly string[];
  /** Sent again with `despiteRecord: true` it is taken, and the contradiction becomes a conflict. */
  readonly standsIfConfirmed?: true;
  readonly errors?: readonly Fault[];
  /** To be named when asking for help; stands in the log too. */
  readonly request?: string;
}

export const problemType = 'application/problem+json';

/** The problem document of a refusal. Its status comes from statusOf. */
export function problemOf(refusal: SaidRefusal): Problem {
  const status = statusOf(refusal.code);
  return {
    type: `urn:cellrelay:refusal:${refusal.code}`,
    title: titleOf(status),
    status,
    detail: refusal.sentence,
    code: refusal.code,
    ...(refusal.at === undefined ? {} : { at: refusal.at }),
    ...(refusal.allowed === undefined ? {} : { allowed: refusal.allowed }),
    ...(refusal.standsIfConfirmed === undefined ? {} : { standsIfConfirmed: true }),
    ...(refusal.errors === undefined ? {} : { errors: refusal.errors }),
  };
}
