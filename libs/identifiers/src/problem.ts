/** The identifiers this lib reads, by the name that a sentence uses. */
export type IdentifierName =
  | 'GRID'
  | 'ION'
  | 'DIN'
  | 'product code'
  | 'product description code'
  | 'product divisions code'
  | 'blood groups code'
  | 'time of expiry'
  | 'time of collection'
  | 'flexible date and time'
  | 'compound message'
  | 'barcode'
  | 'SEC'
  | 'Basic UDI-DI'
  | 'air waybill'
  | 'airport code'
  | 'flight designator';

/** What can be wrong with an identifier. */
export type IdentifierFault =
  | 'empty'
  | 'length'
  | 'character'
  | 'check-character-wrong'
  | 'check-character-missing'
  | 'other-identifier'
  | 'retired-form'
  | 'division'
  | 'product-divisions-missing'
  | 'product-divisions-unexpected'
  | 'no-such-day'
  | 'structure-unknown'
  | 'structure-count'
  | 'differs-from-reference';

/**
 * Why a text is not the identifier it should be. Positions count from 1 in the text without spaces, without the data identifier
 * of a barcode (such as `=`, `=<`, `&:`, `&,4`) and without `SEC:`. `expected` says which characters may stand at `position`.
 * It never holds a corrected value: a check character tells that something is wrong, not what.
 * The text itself is not repeated either, because a GRID names a donor and sentences end up in logs.
 */
export interface IdentifierProblem {
  readonly identifier: IdentifierName;
  readonly code: IdentifierFault;
  readonly sentence: string;
  readonly expectedForm: string;
  readonly position?: number;
  readonly expected?: string;
  readonly differingPositions?: readonly number[];
}

/** Which identifier a problem is about, and what form it should have had. */
export interface Subject {
  readonly identifier: IdentifierName;
  readonly expectedForm: string;
}

/** Where a problem sits, as far as that is known. */
export interface Whereabouts {
  readonly position?: number;
  readonly expected?: string;
  readonly differingPositions?: readonly number[];
}

/** A problem whose sentence says what is wrong and ends with the form that is expected. */
export function problemOf(
  subject: Subject,
  code: IdentifierFault,
  wrong: string,
  where: Whereabouts = {},
): IdentifierProblem {
  const { identifier, expectedForm } = subject;
  return { identifier, code, sentence: `${wrong} Expected: ${expectedForm}.`, expectedForm, ...where };
}

/** The problem of a check that does not come out. It offers no correction: any of the characters may be the wrong one. */
export function wrongCheck(subject: Subject, what: string): IdentifierProblem {
  const wrong =
    `The ${what} of the ${subject.identifier} do${what.endsWith('s') ? '' : 'es'} not fit the rest, so at least one character is wrong; ` +
    'which one cannot be told. Read all of it again from the source.';
  return problemOf(subject, 'check-character-wrong', wrong);
}
