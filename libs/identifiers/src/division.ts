import { err, ok, type Branded, type Result } from '@cellrelay/kernel';
import { letterOrDigit, misfitOf, times, type Form } from './form.js';
import { problemOf, type IdentifierProblem } from './problem.js';
import { scannedIntoWrongField } from './scan.js';
import { capitals, withoutSpaces } from './text.js';

/** How a product code says that a product was divided. `elsewhere`: by a product divisions code beside it (S17). */
export type Division =
  | { readonly kind: 'undivided' }
  | { readonly kind: 'divided'; readonly division: string; readonly subdivision?: string }
  | { readonly kind: 'elsewhere' };

/** A product divisions code (ISBT 128 data structure 032): needed where the product code's division is 99. */
export type ProductDivisions = Branded<string, 'ProductDivisions'>;

const form: Form = {
  identifier: 'product divisions code',
  expectedForm: '6 letters or digits other than 000000, for example 000012',
  places: times(6, letterOrDigit),
};

/** Reads a product divisions code, typed or scanned (`=,`). */
export function parseProductDivisions(text: string): Result<ProductDivisions, IdentifierProblem> {
  const scanned = withoutSpaces(text);
  const compact = capitals(scanned).replace(/^=,/, '');
  const problem = scannedIntoWrongField(form, scanned) ?? misfitOf(form, compact) ?? allZero(compact);
  return problem ? err(problem) : ok(compact as ProductDivisions);
}

/** The content of the barcode. */
export function electronicProductDivisions(code: ProductDivisions): string {
  return `=,${code}`;
}

/** The division that the last two characters of a product code spell, undefined when they spell none. Case matters. */
export function readDivision(characters: string): Division | undefined {
  if (characters === '00') return { kind: 'undivided' };
  if (characters === '99') return { kind: 'elsewhere' };
  const division = characters.charAt(0);
  if (/^[A-Z]0$/.test(characters)) return { kind: 'divided', division };
  return /^[A-Z][a-z]$/.test(characters) ? { kind: 'divided', division, subdivision: characters.charAt(1) } : undefined;
}

function allZero(compact: string): IdentifierProblem | undefined {
  return compact === '000000'
    ? problemOf(form, 'division', 'The product divisions code is 000000, which names no division.')
    : undefined;
}
