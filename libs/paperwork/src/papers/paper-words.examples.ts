import type { KindOfPaper } from '../facts/from-rules.js';
import type { PaperFacts } from '../facts/paper-facts.js';
import type { Language } from '../language.js';
import type { Paper, Said } from '../paper.js';
import { packOf } from './pack.js';

/** Every sentence of a paper. */
export function sentencesOf({ title, placeAndDate, blocks }: Paper): readonly Said[] {
  return saidIn([title, placeAndDate, blocks]);
}

function saidIn(value: unknown): readonly Said[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('message' in value && 'texts' in value) return [value as Said];
  return Object.values(value).flatMap(saidIn);
}

/** The papers of that kind. */
export function papersOf(facts: PaperFacts, kind: KindOfPaper): readonly Paper[] {
  return packOf(facts).papers.filter((paper) => paper.kind === kind);
}

/** The messages that a paper says, in order. */
export function messagesOf(paper: Paper | undefined): readonly string[] {
  return paper === undefined ? [] : sentencesOf(paper).map(({ message }) => message);
}

/** What one message says in a paper. */
export function textIn(paper: Paper | undefined, message: string, language: Language = 'en'): string | undefined {
  return paper === undefined ? undefined : sentencesOf(paper).find((said) => said.message === message)?.texts[language];
}
