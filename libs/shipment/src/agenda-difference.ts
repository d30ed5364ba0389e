import { sameJson } from '@cellrelay/kernel';
import type { Obligation } from './obligation.js';

/** How an agenda moves: what is newly owed, what moved or reads otherwise, and the keys that are owed no more. */
export interface AgendaDifference {
  readonly opened: readonly Obligation[];
  readonly moved: readonly Obligation[];
  readonly closed: readonly string[];
}

/** The difference between two agendas of one shipment, by key. Applying it to rows of the first gives rows of the second. */
export function agendaDifference(before: readonly Obligation[], after: readonly Obligation[]): AgendaDifference {
  const old = new Map(before.map((each) => [each.key, each]));
  const kept = new Set(after.map((each) => each.key));
  return {
    opened: after.filter((each) => !old.has(each.key)),
    moved: after.filter((each) => old.has(each.key) && !sameJson(old.get(each.key), each)),
    closed: before.filter((each) => !kept.has(each.key)).map((each) => each.key),
  };
}
