/**
 * What stands in the log in the place of words that somebody chose freely: a commitment to them (256 bits, base64url), by which the words themselves are found where they lie,
 * sealed, outside the log. The core carries it as it would carry the words, and never reads in either.
 */
const sealed = /⟦words:([A-Za-z0-9_-]{43})⟧/g;
const whole = /^⟦words:[A-Za-z0-9_-]{43}⟧$/;
const begins = '⟦words:';

/** The token of that commitment. */
export function tokenOf(commitment: string): string {
  return `${begins}${commitment}⟧`;
}

/** Whether a text is one token and nothing else. */
export function isSealed(text: string): boolean {
  return whole.test(text);
}

/** Whether there is a token anywhere in a text. Cheap: it is asked of every text that leaves. */
export function holdsSealed(text: string): boolean {
  return text.includes(begins) && text.search(sealed) >= 0;
}

/** The commitments that a text names, in order. */
export function commitmentsIn(text: string): readonly string[] {
  return text.includes(begins) ? [...text.matchAll(sealed)].map(([, commitment = '']) => commitment) : [];
}

/** A text with something in the place of each token, told with the character that follows it. What is put there is not looked through again. */
export function withoutSealed(text: string, instead: (commitment: string, next: string) => string): string {
  return text.replace(sealed, (token, commitment: string, at: number) =>
    instead(commitment, text.charAt(at + token.length)),
  );
}
