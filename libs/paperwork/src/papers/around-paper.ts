import type { ZonedInstant } from '@cellrelay/kernel';
import { languages, type Language, type Texts } from '../language.js';
import { notReviewed } from '../messages/catalogue.js';
import { moment } from '../messages/forms.js';
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

/** Which pack a cover is of. */
export interface PackOf {
  readonly reference: string;
  readonly plan: 1 | 2;
  /** When its papers were looked up, in the clock of whoever asked for them. */
  readonly at: ZonedInstant;
}

/** The first page of a pack, in the languages of the paper that its courier reads; its contents are listed by whoever sets it. Throws without papers, which is a defect. */
export function packCover(papers: readonly Paper[], { reference, plan, at }: PackOf): Paper {
  const [first] = papers;
  if (first === undefined) throw new Error('a pack without papers');
  const read = papers.find(({ kind }) => kind === 'transport-plan')?.languages ?? ['en'];
  const say = sayIn(read);
  return {
    ...{ kind: 'cover', of: null, reader: 'courier', reference, languages: read },
    ...{ example: first.example, letterhead: first.letterhead },
    title: say('pack.title', { plan: String(plan) }),
    blocks: [{ kind: 'paragraph', sentences: [say('pack.valid-at', { moment: moment(at) })] }],
  };
}
