import type { IssuedPaper, MadePaper, PaperPlan, PapersState } from './papers.js';

/** Whether its facts have changed and nothing has taken its place yet. */
export function isOutdated({ standing, changed }: IssuedPaper): boolean {
  return standing === 'superseded' && changed.length > 0;
}

/** Whether somebody may be holding it as the newest of its kind: it is valid, or outdated. */
export function isInForce(paper: IssuedPaper): boolean {
  return paper.standing === 'valid' || isOutdated(paper);
}

/** The papers of a plan in whose place none is valid although one is to be, in the order of their issue. */
export function outdatedOf({ issued }: PapersState, plan: PaperPlan): readonly IssuedPaper[] {
  return issued.filter((paper) => paper.plan === plan && isOutdated(paper));
}

/** Whether one stands in the other's place: of one kind, for the same checkpoint, border, bag or person. */
export function isLike(one: Pick<MadePaper, 'kind' | 'of'>, other: Pick<MadePaper, 'kind' | 'of'>): boolean {
  return one.kind === other.kind && one.of === other.of;
}
