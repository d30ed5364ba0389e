import { createHash } from 'node:crypto';
import { factsFor, type Paper, type PaperFacts, type Reader } from '@cellrelay/paperwork';
import { canonicalText, fingerprint } from '../log/chain.js';

/** Fingerprints of facts by their names: what a paper was made from, without saying what it was. */
export type FactPrints = Readonly<Record<string, string>>;

/** Of when it was made and what it is called a paper says nothing that changes. */
const namesIt: ReadonlySet<string> = new Set(['madeAt', 'reference', 'example', 'plan']);

/** Each fact that the paper's reader may know, as far as it is there. */
export function factPrints(facts: PaperFacts, reader: Reader): FactPrints {
  const told = Object.entries(factsFor(facts, reader)).filter(
    ([name, fact]) => !namesIt.has(name) && fact !== undefined,
  );
  return Object.fromEntries(told.map(([name, fact]) => [name, fingerprint(fact)]));
}

/** Names of the facts that are otherwise, have come or have gone. */
export function changedFacts(before: FactPrints, now: FactPrints): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((name) => before[name] !== now[name])
    .sort();
}

/** Whether two papers say the same, apart from where and when they were made. */
export function saysTheSame(one: Paper, other: Paper): boolean {
  return canonicalText(undated(one)) === canonicalText(undated(other));
}

function undated({ placeAndDate: _, ...rest }: Paper): Omit<Paper, 'placeAndDate'> {
  return rest;
}

/** What makes a document's id. */
interface Named {
  readonly shipment: string;
  readonly command: string;
  readonly reference: string;
}

/** The id of a document: the same command issues the same one. Nobody who has one can tell another from it. 32 characters. */
export function documentId({ shipment, command, reference }: Named): string {
  return createHash('sha256')
    .update(canonicalText([shipment, command, reference]), 'utf8')
    .digest('hex')
    .slice(0, 32);
}
