import { err, ok, type Branded, type Result } from '@cellrelay/kernel';
import { digit, digitNotZero, misfitOf, times, type Form } from './form.js';
import type { IdentifierProblem } from './problem.js';
import { withoutSpaces } from './text.js';

/** An Issuing Organization Number: the four digits that say which registry gave a GRID. */
export type Ion = Branded<string, 'Ion'>;

/** The places of an ION, shared with the GRID that begins with one. */
export const ionPlaces = [digitNotZero, ...times(3, digit)];

const form: Form = {
  identifier: 'ION',
  expectedForm: '4 digits, the first not 0, for example 3553',
  places: ionPlaces,
};

/** Reads an ION; spaces do not matter. The form only: the list of issued numbers is ICCBBA's (S17). */
export function parseIon(text: string): Result<Ion, IdentifierProblem> {
  const compact = withoutSpaces(text);
  const misfit = misfitOf(form, compact);
  return misfit ? err(misfit) : ok(compact as Ion);
}
