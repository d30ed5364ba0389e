import { languages, type Language, type Texts } from '../language.js';
import { notReviewed } from '../messages/catalogue.js';
import { sayIn } from '../messages/say.js';
import type { Paper } from '../paper.js';

/** How a paper that somebody holds stands; unknown: none of that id was issued here. */
export const paperStandings = ['valid', 'superseded', 'withdrawn', 'unknown'] as const;
export type PaperStandingWord = (typeof paperStandings)[number];

/** The paper as a draft: it says so first of all, in every language of its own. */
export function draftOf(paper: Paper): Paper {
  return under(paper, 'notice.draft');
}

/** The paper as one that is no longer valid: it says so first of all. What it says below is as it was issued. */
export function endedOf(paper: Paper, standing: 'superseded' | 'withdrawn'): Paper {
  return under(paper, `standing.${standing}`);
}

function under(paper: Paper, banner: 'notice.draft' | 'standing.superseded' | 'standing.withdrawn'): Paper {
  return { ...paper, blocks: [{ kind: 'banner', said: sayIn(paper.languages)(banner) }, ...paper.blocks] };
}

/** What stands for a paper’s code to whoever does not see it. */
export function codeInWords({ languages: [first = 'en'] }: Pick<Paper, 'languages'>): string {
  return sayIn([first])('paper.code').texts[first] ?? '';
}

/** How a paper stands, in the words of every language; those that nobody has read over are left out. */
export function standingTexts(standing: PaperStandingWord): Texts {
  const read = languages.filter((language: Language) => !notReviewed.has(language));
  return sayIn(read)(`standing.${standing}`).texts;
}
