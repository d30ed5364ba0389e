import type { PaperOfPlan } from '../api/types.js';

/** How a paper of a plan stands for whoever has to get it out. */
export type PaperStanding = 'valid' | 'outdated' | 'withdrawn' | 'to-issue' | 'lacking' | 'not-needed';

type Standing = Pick<PaperOfPlan, 'issued' | 'made' | 'missing'>;

/** How it stands: what was issued says so; of what was not, whether it can be. */
export function standingOf(paper: Standing): PaperStanding {
  const { issued, made } = paper;
  if (issued === null) return made ? 'to-issue' : 'lacking';
  if (issued.standing !== 'superseded') return issued.standing;
  return isAskedFor(paper) ? 'outdated' : 'not-needed';
}

/** Whether the plan asks for it still. Of what it does not (a checkpoint that is not passed now), nothing has changed and nothing is made, nor would be: no newer one is to take its place. */
function isAskedFor({ issued, made, missing }: Standing): boolean {
  return made || missing.length > 0 || (issued?.changed ?? []).length > 0;
}

/** How many papers of a plan stand how. */
export type PaperCount = Readonly<Record<PaperStanding, number>>;

export function countOf(papers: readonly PaperOfPlan[]): PaperCount {
  const none = { valid: 0, outdated: 0, withdrawn: 0, 'to-issue': 0, lacking: 0, 'not-needed': 0 };
  return papers.reduce<PaperCount>((count, paper) => {
    const standing = standingOf(paper);
    return { ...count, [standing]: count[standing] + 1 };
  }, none);
}

/** How many papers the plan asks for. */
export function askedFor(papers: readonly PaperOfPlan[]): number {
  return papers.length - countOf(papers)['not-needed'];
}

/** What one press issues: these papers, by their references. A paper that is valid is never issued again by it, so that nobody holds two that say the same. */
export interface Issuing {
  readonly act: 'reissue' | 'issue' | 'issue-rest';
  readonly references: readonly string[];
}

/** What can be issued now, what presses most at the top: what somebody holds outdated, then what nobody has yet. */
export function issuingsOf(papers: readonly PaperOfPlan[]): readonly Issuing[] {
  const standing = (...wanted: readonly PaperStanding[]) =>
    papers.filter((paper) => paper.made && wanted.includes(standingOf(paper))).map(({ reference }) => reference);
  const anyValid = papers.some((paper) => standingOf(paper) === 'valid');
  const issuings: readonly Issuing[] = [
    { act: 'reissue', references: standing('outdated') },
    { act: anyValid ? 'issue-rest' : 'issue', references: standing('to-issue', 'withdrawn') },
  ];
  return issuings.filter(({ references }) => references.length > 0);
}

type Missing = PaperOfPlan['missing'][number];

/** A fact that is missing, and how many papers wait for it. */
export interface MissingFact extends Missing {
  readonly papers: number;
}

/** Each missing fact once, for all plans, the one that stops most papers at the top. */
export function missingFacts(plans: readonly { readonly papers: readonly PaperOfPlan[] }[]): readonly MissingFact[] {
  const facts = new Map<string, MissingFact>();
  for (const missing of plans.flatMap(({ papers }) => papers).flatMap((paper) => paper.missing)) {
    const papers = (facts.get(missing.fact)?.papers ?? 0) + 1;
    facts.set(missing.fact, { ...missing, papers });
  }
  return [...facts.values()].sort((a, b) => b.papers - a.papers);
}
