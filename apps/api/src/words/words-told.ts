import { Inject, Injectable, Optional } from '@nestjs/common';
import { nobodyReads, toldTo, type Acting, type WordsReader } from '@cellrelay/use-cases';
import { part } from '../tokens.js';

/** What leaves, with its sealed words told to whoever it goes to. */
@Injectable()
export class WordsTold {
  private readonly words: WordsReader;

  constructor(@Optional() @Inject(part('words')) words?: WordsReader) {
    this.words = words ?? nobodyReads;
  }

  /** All of it by one question, and by none where it holds no words. */
  to<T>({ organisation }: Acting, answer: T): Promise<T> {
    return toldTo(this.words, organisation.id, answer);
  }
}
