import {
  commitmentsIn,
  commandStages,
  holdsSealed,
  tokenOf,
  type CommandName,
  type Refusal,
} from '@cellrelay/shipment';
import type { ShipmentStore } from '../ports.js';
import { proseIn } from './prose.js';
import type { SealedWords, WordsAuthor, WordsKeeper, WordsReader } from './words.port.js';

/** The words of one command: those to be kept with it, and the token that stands for each text. */
export interface Sealing {
  readonly words: SealedWords | null;
  readonly instead: (text: string) => string;
}

/** A body that is read and in order. */
export interface Written {
  readonly name: string;
  readonly body: unknown;
}

/** What seals, and what corrections are held against. */
export interface Sealer {
  readonly words: WordsKeeper & WordsReader;
  readonly store: Pick<ShipmentStore, 'load' | 'log'>;
}

/**
 * Seals what a body says in prose. A correction that leaves words as they are leaves their token, whoever had written them: it corrects nothing. Null where nothing is said so, or
 * there is no such shipment.
 */
export async function sealedIn(sealer: Sealer, author: WordsAuthor, written: Written): Promise<Sealing | null> {
  const prose = [...new Set(proseIn(written.name, written.body))];
  if (prose.length === 0) return null;
  const known = await knownTokens(sealer, author, written);
  const fresh = prose.filter((text) => !known.has(text));
  const words = fresh.length === 0 ? null : await sealer.words.seal(author, fresh);
  if (words === null && fresh.length > 0) return null;
  const sealed = fresh.map((text, index) => [text, tokenOf(words?.texts[index]?.commitment ?? '')] as const);
  const tokens = new Map([...known, ...sealed]);
  return { words, instead: (text) => tokens.get(text) ?? text };
}

/** What is corrected, by its words, as far as its corrector reads them. */
async function knownTokens(
  { words, store }: Sealer,
  { shipment, organisation }: WordsAuthor,
  { name, body }: Written,
): Promise<ReadonlyMap<string, string>> {
  if (!name.startsWith('Correct')) return new Map();
  const corrected = await (name === 'CorrectFact' ? lineOf() : stageOf());
  const commitments = commitmentsIn(JSON.stringify(corrected));
  const found = commitments.length === 0 ? [] : [...(await words.read(organisation, commitments))];
  return new Map(
    found.flatMap(([commitment, word]) =>
      typeof word === 'string' ? [] : [[word.text, tokenOf(commitment)] as const],
    ),
  );

  function lineOf(): Promise<unknown> {
    const { fact } = body as { readonly fact: number };
    return store.log(shipment, fact - 1, 1);
  }

  async function stageOf(): Promise<unknown> {
    return (await store.load(shipment))?.stages[commandStages[name as CommandName]] ?? null;
  }
}

/** A text that looks as if it were sealed would be told as somebody else's words: undefined where a body has none. */
export function looksSealed(value: unknown, at = ''): Refusal | undefined {
  if (typeof value === 'string') return holdsSealed(value) ? { ...asSealed, at } : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, each] of Object.entries(value)) {
    const found = looksSealed(each, `${at}/${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const asSealed: Refusal = {
  code: 'text-looks-sealed',
  sentence: 'This text holds what stands for sealed words in the log. Write the words themselves.',
};
