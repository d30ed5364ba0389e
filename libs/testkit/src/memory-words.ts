import { createHash } from 'node:crypto';
import {
  commitmentOf,
  saltOf,
  type SealedWords,
  type WordsAuthor,
  type WordsKeeper,
  type WordsOwner,
  type WordsReader,
} from '@cellrelay/use-cases';

/** Words in memory, for whoever plays shipments without a database: everybody reads everything, and keys follow from whose they are, so that logs can be compared. */
export class MemoryWords implements WordsKeeper, WordsReader {
  private readonly texts = new Map<string, string>();

  seal(author: WordsAuthor, texts: readonly string[]): Promise<SealedWords> {
    const key = keyOf(author);
    const sealed = texts.map((text) => {
      const commitment = commitmentOf({ salt: saltOf(key, author.organisation, text), text });
      this.texts.set(commitment, text);
      return { commitment, sealed: Buffer.alloc(0) };
    });
    return Promise.resolve({ author, key: key.toString('hex'), texts: sealed });
  }

  read(_organisation: string, commitments: readonly string[]): ReturnType<WordsReader['read']> {
    return Promise.resolve(
      new Map(
        commitments.flatMap((commitment) => {
          const text = this.texts.get(commitment);
          return text === undefined ? [] : [[commitment, { text }] as const];
        }),
      ),
    );
  }
}

function keyOf({ shipment, side }: WordsOwner): Buffer {
  return createHash('sha256').update(`${shipment}/${side}`).digest();
}
