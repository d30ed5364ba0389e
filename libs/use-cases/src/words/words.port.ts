import type { ShipmentId } from '@cellrelay/kernel';
import type { WordsSide } from '@cellrelay/shipment';
import type { WrappedKey } from '../identity/identity-vault.port.js';

/** Under whose key words are sealed. */
export interface WordsOwner {
  readonly shipment: ShipmentId;
  readonly side: WordsSide;
}

/** Words under seal, with the commitment that the log names them by. */
export interface SealedText {
  readonly commitment: string;
  readonly sealed: Uint8Array;
}

/** Seals words by a key of one shipment's side, which is wrapped by a key that lies in a file of that side's (see `IdentityVault`). */
export interface WordsVault {
  newKey(owner: WordsOwner): Promise<WrappedKey>;
  /** In their order. Alike texts of one organisation have the same commitment under the same key, those of two have not. */
  seal(key: WrappedKey, author: WordsAuthor, texts: readonly string[]): Promise<readonly SealedText[]>;
  /**
   * The words in their order, each with the salt that opens its commitment; null where a byte was changed, or the words are not those committed to. Throws where the key cannot be
   * had, or is another's.
   */
  open(key: WrappedKey, owner: WordsOwner, kept: readonly SealedText[]): Promise<readonly (OpenedText | null)[]>;
  /** The same key, wrapped by the side's newest one. */
  rewrapped(key: WrappedKey, owner: WordsOwner): Promise<WrappedKey>;
  /** Makes a new key to wrap that side's by, of words and of persons. Answers its name, and those that there were before. */
  renew(side: WordsSide): Promise<{ readonly newest: string; readonly before: readonly string[] }>;
}

/** What was written, and what proves it to whoever has the log: `commitmentOf` says how. */
export interface OpenedText {
  readonly salt: string;
  readonly text: string;
}

/** Who writes: an organisation, for one side of a shipment. */
export interface WordsAuthor extends WordsOwner {
  /** The organisation's id; it reads what it wrote. */
  readonly organisation: string;
}

/** Words that a command brings, to be kept with it in one transaction. */
export interface SealedWords {
  readonly author: WordsAuthor;
  /** The key's id. */
  readonly key: string;
  readonly texts: readonly SealedText[];
}

/** The key that words were sealed by was erased before they were kept: they are to be sealed anew. */
export class WordsKeyGone extends Error {
  constructor() {
    super('the key of these words was erased while they were sealed');
    this.name = 'WordsKeyGone';
  }
}

/** Seals and keeps something, and does so once more where the key was erased between the two. */
export async function onceMoreWithoutKey<T>(sealAndKeep: () => Promise<T>): Promise<T> {
  try {
    return await sealAndKeep();
  } catch (error) {
    if (error instanceof WordsKeyGone) return sealAndKeep();
    throw error;
  }
}

/** Seals what people write. */
export interface WordsKeeper {
  /** In the texts' order; makes the side's key where there is none. Null where there is no such shipment. Keeps no words: the command does. */
  seal(author: WordsAuthor, texts: readonly string[]): Promise<SealedWords | null>;
}

/** Why words cannot be told to somebody who may read them. */
export type Unreadable = 'erased' | 'key-missing';

/** Tells words to those who may read them. */
export interface WordsReader {
  /** What the people of that organisation read of these commitments, by one question. What is not theirs, or is nothing, is not among the answers. */
  read(
    organisation: string,
    commitments: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly text: string } | Unreadable>>;
}
