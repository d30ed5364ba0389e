import { commitmentsIn, holdsSealed, isSealed, oneStop, withheld, withoutSealed } from '@cellrelay/shipment';
import type { Unreadable, WordsReader } from './words.port.js';

/** What stands in the place of words that somebody may read, and nobody can any more. */
export const unreadable: Readonly<Record<Unreadable, string>> = { erased: '(erased)', 'key-missing': '(key missing)' };

/** For a site without sealed words: what stands for some is withheld from everybody. */
export const nobodyReads: WordsReader = { read: () => Promise.resolve(new Map()) };

type Found = Awaited<ReturnType<WordsReader['read']>>;

/**
 * An answer with its sealed words told to the people of one organisation, as far as they may read them; for all others `(withheld)`, whatever was written. The one place where words
 * come out. Asks once for all of an answer, and not at all where there are none.
 */
export async function toldTo<T>(reader: WordsReader, organisation: string, answer: T): Promise<T> {
  const commitments = [...new Set(textsIn(answer).flatMap(commitmentsIn))];
  if (commitments.length === 0) return answer;
  return told(answer, await reader.read(organisation, commitments)) as T;
}

function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  eachText(value, (text) => {
    if (holdsSealed(text)) texts.push(text);
  });
  return texts;
}

function eachText(value: unknown, look: (text: string) => void): void {
  if (typeof value === 'string') look(value);
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) eachText(each, look);
}

/** What a form begins with: a field whose words cannot be read is left out of it, so that nobody sends back what stands in their place. */
const forms: ReadonlySet<string> = new Set(['prefill', 'body']);

function told(value: unknown, found: Found, inForm = false): unknown {
  if (typeof value === 'string') return textTold(value, found);
  if (Array.isArray(value)) return value.map((each) => told(each, found, inForm));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => !(inForm && isUnread(each, found)))
      .map(([name, each]) => [name, told(each, found, inForm || forms.has(name))]),
  );
}

function isUnread(value: unknown, found: Found): boolean {
  if (typeof value !== 'string' || !isSealed(value)) return false;
  return commitmentsIn(value).some((commitment) => typeof found.get(commitment) !== 'object');
}

/** One text. Where words stand in a sentence, it ends once, as it does where the core has the words themselves. */
export function textTold(text: string, found: Found): string {
  if (!holdsSealed(text)) return text;
  if (isSealed(text)) return withoutSealed(text, (commitment) => wordsOf(found.get(commitment)));
  const said = withoutSealed(text, (commitment, next) => {
    const words = wordsOf(found.get(commitment));
    return next === ')' ? words.replace(/\.$/, '') : words;
  });
  return oneStop(said);
}

function wordsOf(word: ReturnType<Found['get']>): string {
  if (word === undefined) return withheld;
  return typeof word === 'string' ? unreadable[word] : word.text;
}
