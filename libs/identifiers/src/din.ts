import { err, ok, type Branded, type Result } from '@cellrelay/kernel';
import { flagCharacter, kindOfFlags, noFlags, type DinFlags } from './din-flags.js';
import { digit, facilityCharacter, misfitOf, times, type Form, type Place } from './form.js';
import { checkCharacterOf, checkValueOf } from './mod-37-2.js';
import { problemOf, wrongCheck, type IdentifierProblem } from './problem.js';
import { scannedIntoWrongField } from './scan.js';
import { capitals, withoutSpaces } from './text.js';

/** A Donation Identification Number: the 13 characters that name one donation event, without flags and check character. */
export type Din = Branded<string, 'Din'>;

/** A DIN as it was read: with the flags beside it, and whether a check character or check flags vouched for it. */
export interface DinReading {
  readonly din: Din;
  readonly flags: DinFlags;
  readonly checked: boolean;
}

/** A DIN taken apart. `year` is nominal: it may be a month off (S17). */
export interface DinParts {
  readonly facility: string;
  readonly year: string;
  readonly sequence: string;
}

const firstCharacter: Place = {
  fits: /^[A-NP-Z1-9]$/,
  expected: 'a letter A to Z other than O, or a digit from 1 to 9',
};
const checkCharacter: Place = { fits: /^[0-9A-Z*]$/, expected: 'a letter, a digit or *' };

/** The places of the 13 characters. */
export const dinPlaces: readonly Place[] = [firstCharacter, ...times(2, facilityCharacter), ...times(10, digit)];

const subject = {
  identifier: 'DIN',
  expectedForm:
    '13 characters (5 of the facility, 2 of the year, 6 digits), then the 2 flags and the boxed check character where printed, ' +
    'for example G1234 98 654321 00 H',
} as const;

/** Reads a DIN: bare, with check character, with flags, with both, or scanned (`=`, then 13 characters and 2 flags) (S17, S18). */
export function parseDin(text: string): Result<DinReading, IdentifierProblem> {
  const compact = capitals(withoutSpaces(text));
  const content = compact.replace(/^=/, '');
  const problem =
    scannedIntoWrongField(subject, compact) ??
    misfitOf(formFor(content, content !== compact), content) ??
    wrongChecks(content);
  return problem ? err(problem) : ok(readingOf(content));
}

/**
 * Reads a DIN that a person typed, and refuses one that nothing vouches for: the boxed check character is printed for
 * exactly that (S17). A barcode has its own check, so a scan goes through `parseDin`.
 */
export function parseTypedDin(text: string): Result<DinReading, IdentifierProblem> {
  const reading = parseDin(text);
  if (!reading.ok || reading.value.checked) return reading;
  const wrong = 'The DIN was given without its check character, so a mistyped character would pass unseen.';
  return err(problemOf(subject, 'check-character-missing', wrong));
}

/** As printed: facility, year, sequence, flags and the check character that stands in a box. */
export function formatDin(din: Din, flags: DinFlags = noFlags): string {
  const { facility, year, sequence } = partsOfDin(din);
  return `${facility} ${year} ${sequence} ${flags} ${checkCharacterOf(din)}`;
}

/** The content of the barcode: `=`, the 13 characters, the flags. */
export function electronicDin(din: Din, flags: DinFlags = noFlags): string {
  return `=${din}${flags}`;
}

/** The flags 60 to 96 that carry the DIN's check value (S17). */
export function checkFlagsOf(din: Din): DinFlags {
  return String(60 + checkValueOf(din)) as DinFlags;
}

/** Facility, nominal year and sequence number. */
export function partsOfDin(din: Din): DinParts {
  return { facility: din.slice(0, 5), year: din.slice(5, 7), sequence: din.slice(7) };
}

function formFor(content: string, scanned: boolean): Form {
  const withFlags = scanned || content.length >= 15;
  const withCheck = !scanned && (content.length === 14 || content.length >= 16);
  const tail = [...(withFlags ? times(2, flagCharacter) : []), ...(withCheck ? [checkCharacter] : [])];
  return { ...subject, places: [...dinPlaces, ...tail], lengths: scanned ? '15' : '13 to 16' };
}

function readingOf(content: string): DinReading {
  const flags = flagsIn(content);
  return {
    din: content.slice(0, 13) as Din,
    flags,
    checked: printedCheckIn(content) !== undefined || kindOfFlags(flags) === 'check',
  };
}

function flagsIn(content: string): DinFlags {
  return content.length >= 15 ? (content.slice(13, 15) as DinFlags) : noFlags;
}

function printedCheckIn(content: string): string | undefined {
  return content.length === 14 || content.length === 16 ? content.slice(-1) : undefined;
}

function wrongChecks(content: string): IdentifierProblem | undefined {
  const din = content.slice(0, 13) as Din;
  const flags = flagsIn(content);
  const printed = printedCheckIn(content);
  if (printed !== undefined && printed !== checkCharacterOf(din)) return wrongCheck(subject, 'check character');
  if (kindOfFlags(flags) === 'check' && flags !== checkFlagsOf(din)) return wrongCheck(subject, 'check flags');
  return undefined;
}
