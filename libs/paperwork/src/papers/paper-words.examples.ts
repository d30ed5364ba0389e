import type { KindOfPaper } from '../facts/from-rules.js';
import type { PaperFacts } from '../facts/paper-facts.js';
import type { Language } from '../language.js';
import type { Paper } from '../paper.js';
import { packOf } from './pack.js';
import { sentencesIn } from './sentences.js';

/** The papers of that kind. */
export function papersOf(facts: PaperFacts, kind: KindOfPaper): readonly Paper[] {
  return packOf(facts).papers.filter((paper) => paper.kind === kind);
}

/** The messages that a paper says, in order. */
export function messagesOf(paper: Paper | undefined): readonly string[] {
  return paper === undefined ? [] : sentencesIn(paper).map(({ message }) => message);
}

/** What one message says in a paper. */
export function textIn(paper: Paper | undefined, message: string, language: Language = 'en'): string | undefined {
  return paper === undefined ? undefined : sentencesIn(paper).find((said) => said.message === message)?.texts[language];
}
