import { err, ok, type Branded, type Result } from '@cellrelay/kernel';
import { digit, letterOrDigit, misfitOf, times, type Form } from './form.js';
import { ionPlaces, type Ion } from './ion.js';
import { checkDigitsOf } from './mod-37-2.js';
import { problemOf, wrongCheck, type IdentifierProblem } from './problem.js';
import { scannedIntoWrongField } from './scan.js';
import { capitals, withoutSpaces } from './text.js';

/** A donor's Global Registration Identifier: 19 capitals and digits without spaces, check digits verified. */
export type Grid = Branded<string, 'Grid'>;

/** A GRID taken apart. Only the ION says anything in public; the registry's own part keeps the donor unnamed (S72). */
export interface GridParts {
  readonly ion: Ion;
  readonly registryDonorId: string;
  readonly checkDigits: string;
}

const form: Form = {
  identifier: 'GRID',
  expectedForm:
    '19 characters: 4 digits of the issuing organisation, 13 letters or digits, 2 check digits, for example 6939 XYZ0 0012 3456 731',
  places: [...ionPlaces, ...times(13, letterOrDigit), ...times(2, digit)],
};

/** Reads a GRID (ISBT 128 data structure 039, S17), typed with or without spaces, in either case, or scanned (`&:`). */
export function parseGrid(text: string): Result<Grid, IdentifierProblem> {
  const compact = normaliseGrid(text);
  const problem = notAGrid(withoutSpaces(text)) ?? misfitOf(form, compact) ?? wrongCheckDigits(compact);
  return problem ? err(problem) : ok(compact as Grid);
}

/** The text as a GRID is stored and compared: without spaces and data identifier, in capitals. Checks nothing. */
export function normaliseGrid(text: string): string {
  return capitals(withoutSpaces(text)).replace(/^&:/, '');
}

/** The GRID that the first 17 characters make with their check digits; for those who issue one, and for tests. */
export function gridOf(ion: Ion, registryDonorId: string): Result<Grid, IdentifierProblem> {
  const body = ion + capitals(registryDonorId);
  const misfit = misfitOf(form, `${body}00`);
  return misfit ? err(misfit) : ok((body + checkDigitsOf(body)) as Grid);
}

/** As people read it: groups of 4-4-4-4-3 (S2, S3). */
export function formatGrid(grid: Grid): string {
  return grid.replace(/.{4}(?=.)/g, '$& ');
}

/** The content of the barcode. */
export function electronicGrid(grid: Grid): string {
  return `&:${grid}`;
}

/** Issuing organisation, the registry's own part, check digits. */
export function partsOfGrid(grid: Grid): GridParts {
  return { ion: grid.slice(0, 4) as Ion, registryDonorId: grid.slice(4, 17), checkDigits: grid.slice(17) };
}

function notAGrid(scanned: string): IdentifierProblem | undefined {
  if (!scanned.startsWith('&,3')) return scannedIntoWrongField(form, scanned);
  return problemOf(
    form,
    'retired-form',
    'This barcode (&,3) is the GRID without check digits that was retired in June 2017.',
  );
}

function wrongCheckDigits(compact: string): IdentifierProblem | undefined {
  return checkDigitsOf(compact.slice(0, 17)) === compact.slice(17) ? undefined : wrongCheck(form, 'check digits');
}
