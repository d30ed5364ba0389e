import { err, localDateOf, ok, type Branded, type LocalDate, type Result } from '@cellrelay/kernel';
import { dinPlaces, type Din } from './din.js';
import { digit, letter, letterOrDigit, misfitOf, times, type Form, type Place } from './form.js';
import { problemOf, type IdentifierProblem } from './problem.js';
import { scannedIntoWrongField } from './scan.js';
import { withoutSpaces } from './text.js';

/** A Single European Code: 40 characters without prefix and space (S74, S75). */
export type Sec = Branded<string, 'Sec'>;

/** The coding system of the product part: ISBT 128, Eurocode or EUTC. */
export type CodingSystem = 'A' | 'B' | 'E';

/** An SEC taken apart. `din` only where the coding system is ISBT 128; no `expires` where the code says 00000000. */
export interface SecParts {
  readonly country: string;
  readonly establishment: string;
  readonly donationNumber: string;
  readonly codingSystem: CodingSystem;
  readonly product: string;
  readonly split: string;
  readonly din?: Din;
  readonly expires?: LocalDate;
}

const anyCase: Place = { fits: /^[A-Za-z0-9]$/, expected: 'a letter or a digit' };
const codingSystemPlace: Place = { fits: /^[ABE]$/, expected: 'A (ISBT 128), B (Eurocode) or E (EUTC)' };

const subject = {
  identifier: 'SEC',
  expectedForm:
    '40 characters: country 2, tissue establishment 6, donation number 13, coding system A, B or E, product 7, split 3, ' +
    'expiry YYYYMMDD or 00000000, for example PL001499Z549917123456 A00T041600320171231',
} as const;

/**
 * Reads an SEC, with or without `SEC:`, typed or scanned (`&,4`). Case is kept, not mended: a split may hold small letters.
 * It has no check digit of its own (S17): what can be checked is its form, its date, and against a known DIN with `secMatchesDin`.
 */
export function parseSec(text: string): Result<Sec, IdentifierProblem> {
  const scanned = withoutSpaces(text);
  const compact = normaliseSec(text);
  const problem =
    scannedIntoWrongField(subject, scanned) ?? misfitOf(formFor(compact), compact) ?? impossibleExpiry(compact);
  return problem ? err(problem) : ok(compact as Sec);
}

/** The SEC of its fields. Fields shorter than their place get zeros on the left, as an establishment A317 becomes 00A317. */
export function secOf(fields: Omit<SecParts, 'din'>): Result<Sec, IdentifierProblem> {
  const { country, establishment, donationNumber, codingSystem, product, split, expires } = fields;
  const donation = establishment.padStart(6, '0') + donationNumber.padStart(13, '0');
  const last = expires === undefined ? '00000000' : expires.replaceAll('-', '');
  return parseSec(country + donation + codingSystem + product.padStart(7, '0') + split.padStart(3, '0') + last);
}

/** The text as an SEC is stored and compared. Checks nothing. */
export function normaliseSec(text: string): string {
  return withoutSpaces(text).replace(/^(SEC:|&,4)/i, '');
}

/** As printed: the prefix, the donation part, a space, the product part. */
export function formatSec(sec: Sec): string {
  return `SEC: ${sec.slice(0, 21)} ${sec.slice(21)}`;
}

/** The content of the barcode. */
export function electronicSec(sec: Sec): string {
  return `&,4${sec}`;
}

/** The fields. */
export function partsOfSec(sec: Sec): SecParts {
  const codingSystem = sec.charAt(21) as CodingSystem;
  const donationNumber = sec.slice(8, 21);
  const expires = expiryOf(sec);
  return {
    country: sec.slice(0, 2),
    establishment: sec.slice(2, 8),
    donationNumber,
    codingSystem,
    product: sec.slice(22, 29),
    split: sec.slice(29, 32),
    ...(codingSystem === 'A' ? { din: donationNumber as Din } : {}),
    ...(expires === undefined ? {} : { expires }),
  };
}

function impossibleExpiry(compact: string): IdentifierProblem | undefined {
  if (compact.endsWith('00000000') || expiryOf(compact) !== undefined) return undefined;
  return problemOf(subject, 'no-such-day', 'Characters 33 to 40 of the SEC, its expiry, name no day in the calendar.', {
    position: 33,
  });
}

function expiryOf(compact: string): LocalDate | undefined {
  return localDateOf(compact.slice(32).replace(/^(.{4})(.{2})(.{2})$/, '$1-$2-$3'));
}

function formFor(compact: string): Form {
  const donation = compact.charAt(21) === 'A' ? dinPlaces : times(13, letterOrDigit);
  const product = [codingSystemPlace, ...times(10, anyCase), ...times(8, digit)];
  return { ...subject, places: [...times(2, letter), ...times(6, letterOrDigit), ...donation, ...product] };
}
