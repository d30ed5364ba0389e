import { err, ok, type Branded, type Result } from '@cellrelay/kernel';
import { letterOrDigit, misfitOf, times, type Form, type Place } from './form.js';
import type { IdentifierProblem } from './problem.js';
import { scannedIntoWrongField } from './scan.js';
import { withoutSpaces } from './text.js';

/**
 * A blood groups code (ISBT 128 data structure 002, S17 section 2.4.2): two characters of ABO and RhD, one of further antigens, and 0.
 * Which group the first two stand for is in the site's own list of codes.
 */
export type BloodGroupsCode = Branded<string, 'BloodGroupsCode'>;

const anyCase: Place = { fits: /^[A-Za-z0-9]$/, expected: 'a letter or a digit' };
const reserved: Place = { fits: /^0$/, expected: '0, as its use is not defined yet' };

const form: Form = {
  identifier: 'blood groups code',
  expectedForm: '4 characters: 2 of the ABO and RhD groups, 1 of further antigens (0 where it says none), and 0',
  places: [...times(2, anyCase), letterOrDigit, reserved],
};

/** Reads a blood groups code, typed or scanned (`=%`). Case is kept: capitals and small letters differ there. */
export function parseBloodGroupsCode(text: string): Result<BloodGroupsCode, IdentifierProblem> {
  const scanned = withoutSpaces(text);
  const compact = scanned.replace(/^=%/, '');
  const problem = scannedIntoWrongField(form, scanned) ?? misfitOf(form, compact);
  return problem ? err(problem) : ok(compact as BloodGroupsCode);
}

/** The content of the barcode. */
export function electronicBloodGroups(code: BloodGroupsCode): string {
  return `=%${code}`;
}

/** The two characters that say ABO and RhD. */
export function groupsOf(code: BloodGroupsCode): string {
  return code.slice(0, 2);
}
