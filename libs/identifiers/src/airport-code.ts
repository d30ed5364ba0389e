import { err, ok, type Branded, type Result } from '@cellrelay/kernel';
import { letter, misfitOf, times, type Form } from './form.js';
import type { IdentifierProblem } from './problem.js';
import { capitals, withoutSpaces } from './text.js';

/** An IATA airport code: three capital letters. That such an airport exists is not promised. */
export type AirportCode = Branded<string, 'AirportCode'>;

const form: Form = {
  identifier: 'airport code',
  expectedForm: '3 letters (IATA), for example PEK',
  places: times(3, letter),
};

/** Reads an airport code by its form; whether there is such an airport, and its time zone, is for the directory to say. */
export function parseAirportCode(text: string): Result<AirportCode, IdentifierProblem> {
  const compact = capitals(withoutSpaces(text));
  const misfit = misfitOf(form, compact);
  return misfit ? err(misfit) : ok(compact as AirportCode);
}
