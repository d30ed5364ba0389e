import { normaliseGrid } from './grid.js';
import type { Din } from './din.js';
import { problemOf, type IdentifierName, type IdentifierProblem, type Subject } from './problem.js';
import { normaliseProductCode } from './product-code.js';
import { normaliseSec, partsOfSec, type Sec } from './sec.js';
import { capitals, withoutSpaces } from './text.js';

/**
 * The positions, from 1, at which `given` is not as `reference`; places that only one of them has count as differing.
 * Compared as they are; `againstReference` brings both into the stored form first.
 */
export function differingPositions(reference: string, given: string): readonly number[] {
  const [wanted, found] = [Array.from(reference), Array.from(given)];
  const places = Array.from({ length: Math.max(wanted.length, found.length) }, (_, index) => index);
  return places.filter((index) => wanted[index] !== found[index]).map((index) => index + 1);
}

/**
 * The problem that `given` is not the `reference` on record, or undefined when it is. Tells positions, not the reference's
 * characters, so that the person reads the label again and does not copy the record. Of a DIN the 13 characters are compared.
 */
export function againstReference(subject: Subject, reference: string, given: string): IdentifierProblem | undefined {
  const positions = differingPositions(stored(subject.identifier, reference), stored(subject.identifier, given));
  if (positions.length === 0) return undefined;
  const wrong = `The ${subject.identifier} is not the one on record: it differs at ${listed(positions)}.`;
  return problemOf(subject, 'differs-from-reference', wrong, { differingPositions: positions });
}

/** The same problem, with the positions at which the faulty text differs from the reference on record. */
export function withReference(problem: IdentifierProblem, reference: string, given: string): IdentifierProblem {
  const difference = againstReference(problem, reference, given);
  if (difference?.differingPositions === undefined) return problem;
  const { differingPositions: positions } = difference;
  const sentence = `${problem.sentence} It differs from the one on record at ${listed(positions)}.`;
  return { ...problem, sentence, differingPositions: positions };
}

/** The problem that an SEC's donation number is not this DIN, or undefined. Positions count in the 13 characters of the DIN. */
export function secMatchesDin(sec: Sec, din: Din): IdentifierProblem | undefined {
  const { donationNumber } = partsOfSec(sec);
  const expectedForm = 'in characters 9 to 21 of the SEC, the 13 characters of the DIN on record';
  return againstReference({ identifier: 'DIN', expectedForm }, din, donationNumber);
}

function listed(positions: readonly number[]): string {
  const more = positions.length > 10 ? ` and ${positions.length - 10} more` : '';
  return `${positions.length === 1 ? 'position' : 'positions'} ${positions.slice(0, 10).join(', ')}${more}`;
}

function stored(identifier: IdentifierName, text: string): string {
  if (identifier === 'GRID') return normaliseGrid(text);
  if (identifier === 'product code') return normaliseProductCode(text);
  if (identifier === 'SEC') return normaliseSec(text);
  const compact = capitals(withoutSpaces(text)).replace(/^(=,|=)/, '');
  return identifier === 'DIN' ? compact.slice(0, 13) : compact;
}
