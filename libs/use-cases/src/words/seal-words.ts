import {
  commitmentsIn,
  commandStages,
  holdsSealed,
  tokenOf,
  type CommandName,
  type Refusal,
  type Shipment,
} from '@cellrelay/shipment';
import type { ShipmentStore } from '../ports.js';
import { proseIn, textsByPlace, type Prose } from './prose.js';
import { textTold } from './tell-words.js';
import type { SealedWords, WordsAuthor, WordsKeeper, WordsReader } from './words.port.js';

/** The words of one command: those to be kept with it, and the token that stands for each text. */
export interface Sealing {
  readonly words: SealedWords | null;
  readonly instead: (prose: Prose) => string;
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
 * Seals what a body says in prose. A correction that leaves words as they are leaves what stands for them there, whoever had written them: it corrects nothing. All else is its author's
 * own, though somebody may have written the same elsewhere. Null where nothing is said so, or there is no such shipment.
 */
export async function sealedIn(sealer: Sealer, author: WordsAuthor, written: Written): Promise<Sealing | null> {
  const prose = proseIn(written.name, written.body);
  if (prose.length === 0) return null;
  const standing = await standingIn(sealer, author, written);
  const fresh = [...new Set(prose.filter((each) => standing(each) === undefined).map(({ text }) => text))];
  const words = fresh.length === 0 ? null : await sealer.words.seal(author, fresh);
  if (words === null && fresh.length > 0) return null;
  const sealed = new Map(fresh.map((text, index) => [text, tokenOf(words?.texts[index]?.commitment ?? '')]));
  return { words, instead: (each) => standing(each) ?? sealed.get(each.text) ?? each.text };
}

/** What stands in the corrected for words that the correction leaves as they are. */
type Standing = (prose: Prose) => string | undefined;

async function standingIn(sealer: Sealer, author: WordsAuthor, written: Written): Promise<Standing> {
  if (written.name === 'CorrectFact') return standingInLine(sealer, author, written.body);
  if (written.name.startsWith('Correct')) return standingInStage(sealer, author, written);
  return () => undefined;
}

/** A line is one command's, and its words are of one author. The reason of a correction is no part of what it corrects. */
async function standingInLine({ words, store }: Sealer, author: WordsAuthor, body: unknown): Promise<Standing> {
  const { fact } = body as { readonly fact: number };
  const commitments = commitmentsIn(JSON.stringify(await store.log(author.shipment, fact - 1, 1)));
  const found = await readIn(words, author, commitments);
  return ({ text, place }) => {
    const commitment = place.startsWith('/body/')
      ? commitments.find((each) => textOf(found, each) === text)
      : undefined;
    return commitment && tokenOf(commitment);
  };
}

/** In the same field of the same thing; a rule's sentence around somebody's words, too. */
async function standingInStage({ words, store }: Sealer, author: WordsAuthor, written: Written): Promise<Standing> {
  const sealed = textsByPlace(correctedBy(await store.load(author.shipment), written)).filter(({ text }) =>
    holdsSealed(text),
  );
  const found = await readIn(words, author, commitmentsIn(sealed.map(({ text }) => text).join(' ')));
  const readable = sealed.filter(({ text }) => commitmentsIn(text).every((each) => textOf(found, each) !== undefined));
  const texts = new Map(readable.map(({ place, text }) => [`${place} ${textTold(text, found)}`, text]));
  return ({ text, place }) => (own.has(place) ? undefined : texts.get(`${place} ${text}`));
}

/** Why it is corrected, and by what that is known. */
const own: ReadonlySet<string> = new Set(['/reason', '/evidence']);

function correctedBy(shipment: Shipment | null, { name, body }: Written): unknown {
  if (shipment === null) return null;
  if (name !== 'CorrectDeviation') return shipment.stages[commandStages[name as CommandName]];
  const { deviation } = body as { readonly deviation: string };
  return shipment.stages.deviation.deviations.find(({ id }) => id === deviation);
}

type Found = Awaited<ReturnType<WordsReader['read']>>;

async function readIn(
  words: WordsReader,
  { organisation }: WordsAuthor,
  commitments: readonly string[],
): Promise<Found> {
  return commitments.length === 0 ? new Map() : words.read(organisation, commitments);
}

function textOf(found: Found, commitment: string): string | undefined {
  const word = found.get(commitment);
  return typeof word === 'object' ? word.text : undefined;
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
