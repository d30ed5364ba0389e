import { problemOf, type IdentifierName, type IdentifierProblem, type Subject } from './problem.js';

/** The data identifiers that barcodes put before the content (S17), longest first. */
const prefixes: readonly (readonly [RegExp, IdentifierName])[] = [
  [/^&,4/, 'SEC'],
  [/^&:/, 'GRID'],
  [/^&,3/, 'GRID'],
  [/^=</, 'product code'],
  [/^=,/, 'product divisions code'],
  [/^=%/, 'blood groups code'],
  [/^&>/, 'time of expiry'],
  [/^&\*/, 'time of collection'],
  [/^=\(/, 'flexible date and time'],
  [/^=\+/, 'compound message'],
  [/^=[A-NP-Za-np-z1-9]/, 'DIN'],
];

/** Which identifier a scanned barcode holds, by its data identifier; undefined for typed text and for structures not read here. */
export function scannedKind(text: string): IdentifierName | undefined {
  return prefixes.find(([prefix]) => prefix.test(text))?.[1];
}

/** The problem of a barcode scanned into the wrong field, or undefined. */
export function scannedIntoWrongField(subject: Subject, text: string): IdentifierProblem | undefined {
  const kind = scannedKind(text);
  if (kind === undefined || kind === subject.identifier) return undefined;
  return problemOf(subject, 'other-identifier', `This is the barcode of a ${kind}, not of a ${subject.identifier}.`);
}
