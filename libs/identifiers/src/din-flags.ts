import { err, ok, type Branded, type Result } from '@cellrelay/kernel';
import { misfitOf, times, type Place } from './form.js';
import type { IdentifierProblem } from './problem.js';

/** The two flag characters beside a DIN. They say something of the label, not of the donation. */
export type DinFlags = Branded<string, 'DinFlags'>;

/**
 * What flags are for (S17): unused; a check on the DIN (60-96); process control with a meaning set by the standard (01-19);
 * or by the site and not to be read elsewhere (20-59); or not given a meaning yet.
 */
export type DinFlagsKind = 'unused' | 'check' | 'process-control' | 'site' | 'reserved';

/** No flags. */
export const noFlags = '00' as DinFlags;

/** A character that flags may hold. */
export const flagCharacter: Place = {
  fits: /^[0-9A-HJ-NPR-Y]$/,
  expected: 'a digit, or a letter other than I, O, Q and Z',
};

/** Reads two flag characters. */
export function parseDinFlags(text: string): Result<DinFlags, IdentifierProblem> {
  const expectedForm = '2 flag characters, for example 00';
  const misfit = misfitOf({ identifier: 'DIN', expectedForm, places: times(2, flagCharacter) }, text);
  return misfit ? err(misfit) : ok(text as DinFlags);
}

/** What these flags are for. */
export function kindOfFlags(flags: DinFlags): DinFlagsKind {
  if (flags === noFlags) return 'unused';
  if (/^[01]/.test(flags) && /^[0-9]{2}$/.test(flags)) return 'process-control';
  if (/^[2-5][0-9]$/.test(flags)) return 'site';
  if (/^([6-8][0-9]|9[0-6])$/.test(flags)) return 'check';
  return 'reserved';
}
