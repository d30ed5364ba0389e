import type { Instant } from '@cellrelay/kernel';
import { isInForce, isLike, outdatedOf } from './papers.in-force.js';
import type { IssuedPaper, PapersEvent, PapersIssued, PapersState, PapersSuperseded } from './papers.js';

export const initialPapers: PapersState = { issued: [], outdated: {} };

/** The papers after one more event. */
export function evolvePapers(state: PapersState, event: PapersEvent, recordedAt: Instant): PapersState {
  switch (event.type) {
    case 'PapersIssued':
      return issued(state, event.data, recordedAt);
    case 'PapersSuperseded':
      return superseded(state, event.data, recordedAt);
    case 'PapersWithdrawn':
      return each(state, (paper) =>
        event.data.documents.includes(paper.document) ? ended(paper, 'withdrawn', [], recordedAt) : paper,
      );
  }
}

function each(state: PapersState, change: (paper: IssuedPaper) => IssuedPaper): PapersState {
  return { ...state, issued: state.issued.map(change) };
}

function ended(
  paper: IssuedPaper,
  standing: IssuedPaper['standing'],
  changed: IssuedPaper['changed'],
  at: Instant,
): IssuedPaper {
  return { ...paper, standing, changed, endedAt: paper.endedAt ?? at };
}

function issued(state: PapersState, { plan, papers }: PapersIssued['data'], issuedAt: Instant): PapersState {
  const replaced = each(state, (paper) =>
    paper.plan === plan && isInForce(paper) && papers.some((newer) => isLike(newer, paper))
      ? ended(paper, 'superseded', [], issuedAt)
      : paper,
  );
  const newer = papers.map(({ document, kind, of, sha256 }): IssuedPaper => ({
    ...{ document, plan, kind, of, sha256, issuedAt },
    ...{ standing: 'valid', changed: [], endedAt: null },
  }));
  return { ...replaced, issued: [...replaced.issued, ...newer] };
}

/** An occasion begins whenever a paper that was valid is outdated: whoever has been told of the papers before it is told again. */
function superseded(state: PapersState, { papers }: PapersSuperseded['data'], at: Instant): PapersState {
  const after = each(state, (paper) => {
    const found = papers.find(({ document }) => document === paper.document);
    return found === undefined ? paper : ended(paper, 'superseded', found.changed, at);
  });
  const wasValid = new Set(state.issued.filter(({ standing }) => standing === 'valid').map(({ document }) => document));
  const begun = ([1, 2] as const).filter((plan) =>
    outdatedOf(after, plan).some(({ document }) => wasValid.has(document)),
  );
  const outdated = Object.fromEntries(begun.map((plan) => [plan, (state.outdated[plan] ?? 0) + 1]));
  return { ...after, outdated: { ...state.outdated, ...outdated } };
}
