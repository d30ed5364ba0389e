import { problemOf, type IdentifierProblem, type Subject } from './problem.js';
import { shown } from './text.js';

/** The characters that may stand at one place, and how a sentence calls them. */
export interface Place {
  readonly fits: RegExp;
  readonly expected: string;
}

/** An identifier place by place. One that comes in several lengths makes the form that suits the text. */
export interface Form extends Subject {
  readonly places: readonly Place[];
  /** How a sentence names the allowed lengths where there is more than one. */
  readonly lengths?: string;
}

export const digit: Place = { fits: /^[0-9]$/, expected: 'a digit' };
export const digitNotZero: Place = { fits: /^[1-9]$/, expected: 'a digit from 1 to 9' };
export const letter: Place = { fits: /^[A-Z]$/, expected: 'a letter A to Z' };
export const letterOrDigit: Place = { fits: /^[A-Z0-9]$/, expected: 'a letter A to Z or a digit' };
export const facilityCharacter: Place = { fits: /^[A-NP-Z0-9]$/, expected: 'a letter A to Z other than O, or a digit' };

/** So many equal places after each other. */
export function times(count: number, place: Place): readonly Place[] {
  return Array.from({ length: count }, () => place);
}

/** The first thing that keeps `text` from having this form, or undefined. A foreign character is told before a wrong length. */
export function misfitOf(form: Form, text: string): IdentifierProblem | undefined {
  const characters = Array.from(text);
  if (characters.length === 0) return problemOf(form, 'empty', `No ${form.identifier} was given.`);
  return foreign(form, characters) ?? wrongLength(form, characters) ?? misplaced(form, characters);
}

function foreign(form: Form, characters: readonly string[]): IdentifierProblem | undefined {
  const at = characters.findIndex((character) => !form.places.some((place) => place.fits.test(character)));
  if (at < 0) return undefined;
  const wrong = `Character ${at + 1} of the ${form.identifier} is ${shown(characters[at] ?? '')}, which it never contains.`;
  return problemOf(form, 'character', wrong, whereabouts(form, at));
}

function wrongLength(form: Form, characters: readonly string[]): IdentifierProblem | undefined {
  if (characters.length === form.places.length) return undefined;
  const lengths = form.lengths ?? String(form.places.length);
  return problemOf(
    form,
    'length',
    `The ${form.identifier} must have ${lengths} characters; ${characters.length} given.`,
  );
}

function misplaced(form: Form, characters: readonly string[]): IdentifierProblem | undefined {
  const at = characters.findIndex((character, index) => !form.places[index]?.fits.test(character));
  if (at < 0) return undefined;
  const wrong = `Character ${at + 1} of the ${form.identifier} is ${shown(characters[at] ?? '')}; ${form.places[at]?.expected} is expected there.`;
  return problemOf(form, 'character', wrong, whereabouts(form, at));
}

function whereabouts(form: Form, at: number): { position: number; expected?: string } {
  const expected = form.places[at]?.expected;
  return expected === undefined ? { position: at + 1 } : { position: at + 1, expected };
}
