/** NIST SP 800-63B asks for 8 characters at least, and advises against rules of composition; with more there is less to guess. */
export const shortestPassword = 12;

/** What somebody who guesses tries first. */
export interface Guessable {
  /** What the account, the person and their organisation are called. */
  readonly names: readonly string[];
  /** Passwords that many have had, in small letters. */
  readonly common: ReadonlySet<string>;
}

export type PasswordFault = 'password-too-short' | 'password-is-name' | 'password-common';

/** The software's own name is the first guess of whoever sees its sign-in page. */
const ownName = 'cellrelay';

/** Shorter words are in too many good passwords by chance. */
const shortestWord = 4;

/** What is wrong with a password that somebody has chosen (NIST SP 800-63B, 5.1.1.2: words of the context, repetition, sequences, commonly used ones); null: nothing. Counted as it is hashed, in composed characters. */
export function passwordFault(password: string, { names, common }: Guessable): PasswordFault | null {
  const given = password.normalize('NFKC');
  if ([...given].length < shortestPassword) return 'password-too-short';
  const plain = plainOf(given);
  if (new Set(plain).size < 4 || madeOf(plain, names)) return 'password-is-name';
  return isCommon(plain, common) ? 'password-common' : null;
}

function plainOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a text says nothing but such names or words of theirs, with digits or without. */
function madeOf(text: string, names: readonly string[]): boolean {
  const words = [ownName, ...names.flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)])].map(plainOf);
  const longestFirst = words.filter((word) => word.length >= shortestWord).sort((a, b) => b.length - a.length);
  const left = longestFirst.reduce((rest, word) => rest.replaceAll(word, ' '), text);
  return left !== text && !/\p{L}/u.test(left);
}

/** Whether it is a common one, as it is, with digits about it or again and again, or nothing but digits or letters in their order. */
function isCommon(plain: string, common: ReadonlySet<string>): boolean {
  const once = /^(.+?)\1*$/u.exec(plain)?.[1] ?? plain;
  const bare = plain.replaceAll(/^\p{N}+|\p{N}+$/gu, '');
  return (
    bare === '' ||
    isRun(plain) ||
    once.length < shortestPassword / 2 ||
    [plain, bare, once].some((text) => common.has(text))
  );
}

/** Each character the next after the one before it: abcdefghijkl. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  return codes.every((code, at) => at === 0 || code === (codes[at - 1] ?? 0) + 1);
}
