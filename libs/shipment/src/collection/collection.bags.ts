import {
  bagKeyOf,
  bagOf,
  parseDin,
  parseProductCode,
  type Din,
  type IdentifierProblem,
  type ProductCode,
} from '@cellrelay/identifiers';
import { err, ok, type Result } from '@cellrelay/kernel';
import { bagVolumeProblem } from '../bag-volume.js';
import { firstOf, outOfRange } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type { Bag, CollectionDay, CollectionState, EndCollection } from './collection.js';
import type { CollectionFacts } from './collection.facts.js';

type Ended = EndCollection['data'];

/** A day's bags are few; a longer list is a mistake in the form. */
const mostBags = 20;

/** The bags that a collection ended with, each with its id; or the first that is wrong with their labels. */
export function labelledBags(
  data: Ended,
  state: CollectionState,
  facts: CollectionFacts,
): Result<readonly Bag[], Refusal> {
  const din = parseDin(data.din);
  if (!din.ok) return err(labelProblem('din-invalid', din.error, '/din'));
  const problem =
    dinTaken(din.value.din, data.day, state.days) ??
    outOfRange({
      value: data.bags.length,
      least: 1,
      most: mostBags,
      what: 'The number of bags',
      unit: 'bags',
      at: '/bags',
    }) ??
    firstOf(data.bags, (bag, index) => bagProblem(bag, `/bags/${index}`, facts)) ??
    firstOf(data.bags, (_, index) => codeTwice(data.bags, index));
  return problem === undefined ? ok(data.bags.map((bag) => labelled(bag, din.value.din))) : err(problem);
}

function dinTaken(din: Din, day: number, days: readonly CollectionDay[]): Refusal | undefined {
  const other = days.find((each) => each.day !== day && each.bags.some((bag) => bag.din === din));
  if (other === undefined) return undefined;
  const sentence = `This DIN is that of day ${other.day}; each collection has a DIN of its own.`;
  return { code: 'din-of-another-day', sentence, at: '/din' };
}

function bagProblem(bag: Ended['bags'][number], at: string, facts: CollectionFacts): Refusal | undefined {
  const code = productCodeOf(bag.productCode);
  if (!code.ok) return labelProblem('product-code-invalid', code.error, `${at}/productCode`);
  return (
    bagVolumeProblem(bag.volumeMl, code.value, `${at}/volumeMl`) ??
    recipientProblem(bag.recipient, `${at}/recipient`, facts.recipients)
  );
}

/** Refuses a recipient that the order has not. */
export function recipientProblem(recipient: string, at: string, ordered: readonly string[]): Refusal | undefined {
  if (ordered.includes(recipient)) return undefined;
  const sentence = `The order has no recipient ${recipient}; it has ${ordered.join(', ')}.`;
  return { code: 'recipient-not-ordered', sentence, at, allowed: ordered };
}

function codeTwice(bags: Ended['bags'], index: number): Refusal | undefined {
  const codes = bags.map((bag) => storedCode(bag.productCode));
  if (codes.findIndex((code) => code === codes[index]) === index) return undefined;
  const sentence = `Two bags carry the product code ${codes[index]}; bags of one collection differ by product code or division.`;
  return { code: 'bag-twice', sentence, at: `/bags/${index}/productCode` };
}

/** A code that ends in 99 names no bag by itself and is refused: no place for its divisions code is asked for. */
function productCodeOf(text: string): Result<ProductCode, IdentifierProblem> {
  const code = parseProductCode(text);
  if (!code.ok) return code;
  // Any DIN will do here: whether a divisions code is needed hangs on the product code alone.
  const bag = bagOf({ din: '' as Din, productCode: code.value });
  return bag.ok ? code : bag;
}

function storedCode(text: string): ProductCode {
  const code = parseProductCode(text);
  if (!code.ok) throw new Error('a faulty product code was let through');
  return code.value;
}

function labelled(bag: Ended['bags'][number], din: Din): Bag {
  const productCode = storedCode(bag.productCode);
  return { id: bagKeyOf({ din, productCode }), din, productCode, volumeMl: bag.volumeMl, recipient: bag.recipient };
}

function labelProblem(code: string, problem: IdentifierProblem, at: string): Refusal {
  return { code, sentence: problem.sentence, at, allowed: [problem.expectedForm] };
}
