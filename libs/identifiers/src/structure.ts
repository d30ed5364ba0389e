import { err, ok, type Result } from '@cellrelay/kernel';
import { parseBloodGroupsCode, type BloodGroupsCode } from './blood-groups-code.js';
import { parseDin, type DinReading } from './din.js';
import { parseProductDivisions, type ProductDivisions } from './division.js';
import { parseFlexibleTime, type FlexibleTime } from './flexible-time.js';
import { parseGrid, type Grid } from './grid.js';
import { parseCollectionTime, parseExpiry, type LabelTime } from './label-time.js';
import { problemOf, type IdentifierName, type IdentifierProblem } from './problem.js';
import { parseProductCode, type ProductCode } from './product-code.js';
import { scannedKind } from './scan.js';
import { parseSec, type Sec } from './sec.js';

/** What one barcode says. */
export type Structure =
  | { readonly is: 'DIN'; readonly value: DinReading }
  | { readonly is: 'blood groups code'; readonly value: BloodGroupsCode }
  | { readonly is: 'product code'; readonly value: ProductCode }
  | { readonly is: 'product divisions code'; readonly value: ProductDivisions }
  | { readonly is: 'time of expiry'; readonly value: LabelTime }
  | { readonly is: 'time of collection'; readonly value: LabelTime }
  | { readonly is: 'flexible date and time'; readonly value: FlexibleTime }
  | { readonly is: 'GRID'; readonly value: Grid }
  | { readonly is: 'SEC'; readonly value: Sec };

/** How one structure is read, and how long its barcode is with its data identifier: each of these has one length (S17 section 2.4). */
interface Reader {
  readonly length: number;
  readonly read: (text: string) => Result<Structure, IdentifierProblem>;
}

const readers: Readonly<Record<Structure['is'], Reader>> = {
  DIN: { length: 16, read: (text) => as('DIN', parseDin(text)) },
  'blood groups code': { length: 6, read: (text) => as('blood groups code', parseBloodGroupsCode(text)) },
  'product code': { length: 10, read: (text) => as('product code', parseProductCode(text)) },
  'product divisions code': { length: 8, read: (text) => as('product divisions code', parseProductDivisions(text)) },
  'time of expiry': { length: 12, read: (text) => as('time of expiry', parseExpiry(text)) },
  'time of collection': { length: 12, read: (text) => as('time of collection', parseCollectionTime(text)) },
  'flexible date and time': { length: 18, read: (text) => as('flexible date and time', parseFlexibleTime(text)) },
  GRID: { length: 21, read: (text) => as('GRID', parseGrid(text)) },
  SEC: { length: 43, read: (text) => as('SEC', parseSec(text)) },
};

function as<Is extends Structure['is'], Value>(
  is: Is,
  read: Result<Value, IdentifierProblem>,
): Result<Structure, IdentifierProblem> {
  return read.ok ? ok({ is, value: read.value } as Structure) : read;
}

/** How many characters the structure that begins here has, its data identifier among them; undefined where none that is read here begins. */
export function lengthOfFirst(text: string): number | undefined {
  return readerOf(scannedKind(text))?.length;
}

/** Reads any barcode that is read here, by its data identifier, and refuses every other. */
export function parseStructure(text: string): Result<Structure, IdentifierProblem> {
  return readerOf(scannedKind(text))?.read(text) ?? err(notReadHere());
}

function readerOf(kind: IdentifierName | undefined): Reader | undefined {
  return kind !== undefined && Object.hasOwn(readers, kind) ? readers[kind as Structure['is']] : undefined;
}

function notReadHere(): IdentifierProblem {
  const subject = {
    identifier: 'barcode',
    expectedForm: `the barcode of one of these: ${Object.keys(readers).join(', ')}`,
  } as const;
  return problemOf(subject, 'structure-unknown', 'The barcode begins with no data identifier that is read here.');
}
