import { err, ok, type Result } from '@cellrelay/kernel';
import { places } from '../facts/places.js';
import type { LabelFault } from './label.js';

/** What is said of each fact that a label cannot do without, and where it is entered. */
const said = {
  bags: ['No bag is on record yet.', places.collected],
  unit: ['A banked unit travels under the label of its bank: no other is made for it.', 'Nowhere: nothing is missing'],
  din: ['The bag’s DIN is not known.', places.bags],
  productCode: ['The bag’s product code is not known.', places.bags],
  productDivisions: ['The product code ends in 99, and the product divisions code is not known.', places.bags],
  product: [
    'The site’s list of codes has no proper name for this product code, and none comes with the software.',
    places.labelCodes,
  ],
  bloodGroups: [
    'The donor’s blood group is known, but the site’s list of codes has no code for it, and none comes with the software.',
    places.labelCodes,
  ],
  collectedAt: ['When the collection ended is not known.', places.bags],
  expiresAt: ['When the cells expire is not known.', places.bags],
  volumeMl: ['The bag’s volume is not known.', places.bags],
  storage: ['Between which temperatures the cells are kept is not known.', places.order],
  grid: ['The donor’s GRID is not known.', places.order],
  recipient: ['The registry’s reference of the recipient is not known.', places.order],
  packedAt: ['When the box was packed is not known.', places.packed],
  coordinator: ['The telephone that is answered at any hour is not known.', places.organisation],
} as const;

export type LabelFact = keyof typeof said;

/** That fact as missing, with the sentence that says so. */
export function missingOnLabel(fact: LabelFact): LabelFault {
  const [sentence, whereToEnter] = said[fact];
  return { fact, sentence, whereToEnter };
}

/** The same facts, with these among them known. */
type Known<Facts, Fact extends keyof Facts> = Facts & { readonly [Each in Fact]: NonNullable<Facts[Each]> };

/** The facts where none of those that are wanted is missing; else what is said of each that is. */
export function known<Facts extends object, Fact extends LabelFact & keyof Facts>(
  facts: Facts,
  wanted: readonly Fact[],
): Result<Known<Facts, Fact>, readonly LabelFault[]> {
  if (areKnown(facts, wanted)) return ok(facts);
  return err(wanted.filter((fact) => facts[fact] === null).map(missingOnLabel));
}

function areKnown<Facts extends object, Fact extends LabelFact & keyof Facts>(
  facts: Facts,
  wanted: readonly Fact[],
): facts is Known<Facts, Fact> {
  return wanted.every((fact) => facts[fact] !== null);
}
