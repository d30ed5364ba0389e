import { err, ok, type Branded, type Result } from '@cellrelay/kernel';
import { readDivision, type Division } from './division.js';
import { letterOrDigit, misfitOf, times, type Form, type Place } from './form.js';
import { problemOf, type IdentifierProblem } from './problem.js';
import { scannedIntoWrongField } from './scan.js';
import { capitals, withoutSpaces } from './text.js';

/** An ISBT 128 product code of cellular therapy: 5 characters of description, 1 of collection type, 2 of division. */
export type ProductCode = Branded<string, 'ProductCode'>;

/** The first five characters of a product code: which product it is, before collection type and division. */
export type ProductDescriptionCode = Branded<string, 'ProductDescriptionCode'>;

/** A product code taken apart. */
export interface ProductCodeParts {
  readonly description: ProductDescriptionCode;
  readonly collectionType: string;
  readonly division: Division;
}

const cellularTherapy: Place = { fits: /^S$/, expected: 'the letter S (cellular therapy)' };
const collectionType: Place = {
  fits: /^[A-Za-z0-9]$/,
  expected: 'the collection type, a letter (capital or small) or a digit',
};
const divisionPlace: Place = {
  fits: /^[A-Z09]$/,
  expected: 'a capital letter for the division (or 00 undivided, or 99)',
};
const subdivisionPlace: Place = { fits: /^[a-z09]$/, expected: 'a small letter for the subdivision, or 0' };

const descriptionForm: Form = {
  identifier: 'product description code',
  expectedForm: '5 characters: S, then 4 letters or digits, for example S1128',
  places: [cellularTherapy, ...times(4, letterOrDigit)],
};

const form: Form = {
  identifier: 'product code',
  expectedForm:
    '8 characters: S and 4 letters or digits, the collection type, and the division ' +
    '(00 undivided, A0 a division, Aa a subdivision, 99 with a product divisions code), for example S1128VA0',
  places: [...descriptionForm.places, collectionType, divisionPlace, subdivisionPlace],
};

/**
 * Reads a product code (ISBT 128 data structure 003, S17), typed or scanned (`=<`). The description is taken in either case
 * (S73 lists it in small letters); collection type and division are not, because A and a are different there.
 */
export function parseProductCode(text: string): Result<ProductCode, IdentifierProblem> {
  const scanned = withoutSpaces(text);
  const compact = normaliseProductCode(text);
  const problem = scannedIntoWrongField(form, scanned) ?? misfitOf(form, compact) ?? wrongDivision(compact);
  return problem ? err(problem) : ok(compact as ProductCode);
}

/** Reads the first five characters alone, as an order names a product that has no label yet. */
export function parseProductDescriptionCode(text: string): Result<ProductDescriptionCode, IdentifierProblem> {
  const compact = capitals(withoutSpaces(text));
  const misfit = misfitOf(descriptionForm, compact);
  return misfit ? err(misfit) : ok(compact as ProductDescriptionCode);
}

/** The text as a product code is stored and compared. Checks nothing. */
export function normaliseProductCode(text: string): string {
  const compact = withoutSpaces(text).replace(/^=</, '');
  return capitals(compact.slice(0, 5)) + compact.slice(5);
}

/** The content of the barcode. */
export function electronicProductCode(code: ProductCode): string {
  return `=<${code}`;
}

/** Description, collection type and division. */
export function partsOfProductCode(code: ProductCode): ProductCodeParts {
  return {
    description: code.slice(0, 5) as ProductDescriptionCode,
    collectionType: code.charAt(5),
    division: divisionOf(code),
  };
}

/** Whether and how the product was divided. */
export function divisionOf(code: ProductCode): Division {
  const division = readDivision(code.slice(6));
  if (division === undefined) throw new RangeError('a product code that was never parsed');
  return division;
}

function wrongDivision(compact: string): IdentifierProblem | undefined {
  if (readDivision(compact.slice(6))) return undefined;
  const wrong =
    'The last two characters of the product code name no division: a capital letter comes first, then a small letter or 0.';
  return problemOf(form, 'division', wrong, { position: 7, expected: '00, A0 to Z0, Aa to Zz, or 99' });
}
