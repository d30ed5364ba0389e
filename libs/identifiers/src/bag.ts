import { err, ok, type Branded, type Result } from '@cellrelay/kernel';
import type { Din } from './din.js';
import type { ProductDivisions } from './division.js';
import { problemOf, type IdentifierFault, type IdentifierProblem } from './problem.js';
import { divisionOf, type ProductCode } from './product-code.js';

/**
 * What names one labelled container: its DIN and its product code with division, and the product divisions code where
 * the product code says 99. Bags of one collection share the DIN, so the DIN alone names no bag.
 */
export interface BagIdentity {
  readonly din: Din;
  readonly productCode: ProductCode;
  readonly productDivisions?: ProductDivisions;
}

/** A bag's identity as one text, equal for two labels exactly when they are of the same bag. */
export type BagKey = Branded<string, 'BagKey'>;

const expectedForm = 'a DIN and a product code, and a product divisions code exactly where the product code ends in 99';

/** The identity of a bag; refused when a needed product divisions code is missing, or one is given that has no place. */
export function bagOf(label: BagIdentity): Result<BagIdentity, IdentifierProblem> {
  const needed = divisionOf(label.productCode).kind === 'elsewhere';
  const given = label.productDivisions !== undefined;
  if (needed === given) return ok(label);
  return err(
    needed ? refusal('product-divisions-missing', missing) : refusal('product-divisions-unexpected', unexpected),
  );
}

/** The bag's key: DIN, product code and, where there is one, product divisions code, with strokes between. */
export function bagKeyOf({ din, productCode, productDivisions }: BagIdentity): BagKey {
  return [din, productCode, ...(productDivisions === undefined ? [] : [productDivisions])].join('/') as BagKey;
}

const missing = 'The product code ends in 99, so the bag is not identified without its product divisions code.';
const unexpected = 'A product divisions code was given, but the product code does not end in 99.';

function refusal(code: IdentifierFault, wrong: string): IdentifierProblem {
  return problemOf({ identifier: 'product divisions code', expectedForm }, code, wrong);
}
