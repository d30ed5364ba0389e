import { err, ok, type Branded, type Result } from '@cellrelay/kernel';
import { digit, letter, letterOrDigit, misfitOf, times, type Form, type Place } from './form.js';
import { problemOf, type IdentifierProblem } from './problem.js';
import { capitals, withoutSpaces } from './text.js';

/** An IATA flight designator without spaces and leading zeros, such as CA985, 3U8888 or BA15A. */
export type FlightDesignator = Branded<string, 'FlightDesignator'>;

/** A flight designator taken apart. */
export interface FlightDesignatorParts {
  readonly airline: string;
  readonly number: number;
  readonly suffix?: string;
}

const subject = {
  identifier: 'flight designator',
  expectedForm:
    'the 2 characters of the airline (IATA, not all digits), 1 to 4 digits, and one letter where the flight has one, for example CA985',
} as const;

const letterAfterDigit: Place = { fits: /^[A-Z]$/, expected: 'a letter, as an airline is never two digits' };

/** Reads a flight designator; spaces, case and leading zeros of the number do not matter (UA 0088 is UA88). The form only. */
export function parseFlightDesignator(text: string): Result<FlightDesignator, IdentifierProblem> {
  const compact = capitals(withoutSpaces(text));
  const problem = misfitOf(formFor(compact), compact) ?? numberZero(compact);
  return problem ? err(problem) : ok(compact.replace(/^(..)0+/, '$1') as FlightDesignator);
}

/** Airline, number, and suffix where there is one. */
export function partsOfFlightDesignator(designator: FlightDesignator): FlightDesignatorParts {
  const suffix = /[A-Z]$/.exec(designator)?.[0];
  const parts = { airline: designator.slice(0, 2), number: Number.parseInt(designator.slice(2), 10) };
  return suffix === undefined ? parts : { ...parts, suffix };
}

/** The form for a text of this length: as many digits as there are, and a suffix if it ends with a letter or only that is left. */
function formFor(compact: string): Form {
  const suffixed = compact.length >= 7 || (compact.length >= 4 && /[A-Z]$/.test(compact));
  const digits = Math.min(4, Math.max(1, compact.length - 2 - (suffixed ? 1 : 0)));
  const airline = /^[0-9]/.test(compact) ? [digit, letterAfterDigit] : [letterOrDigit, letterOrDigit];
  return {
    ...subject,
    places: [...airline, ...times(digits, digit), ...(suffixed ? [letter] : [])],
    lengths: '3 to 7',
  };
}

function numberZero(compact: string): IdentifierProblem | undefined {
  if (Number.parseInt(compact.slice(2), 10) > 0) return undefined;
  return problemOf(subject, 'character', 'The number of the flight is 0, which no flight has.', {
    position: 3,
    expected: 'a number from 1',
  });
}
