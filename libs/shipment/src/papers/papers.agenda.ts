import { plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Deadline } from '../obligation.js';
import type { PapersAgendaFacts, PapersState } from './papers.js';
import { issue, occasionsOf, urgentFrom, type Occasion } from './papers.occasion.js';
import { papersSaid } from './papers.words.js';

export { papersCauses } from './papers.causes.js';

/** What is owed of papers: that those which are outdated are issued anew, soon, and where that was not done, once more before the box leaves with them. */
export function papersObligations(state: PapersState, facts: PapersAgendaFacts): readonly Deadline[] {
  return occasionsOf(state, facts).flatMap((occasion) => {
    const soonAt = reprintAt(occasion, facts.reprintMinutes);
    const from = urgentFrom(occasion);
    const soon = reprint(occasion, { kind: 'reprint', dueAt: soonAt, urgent: from !== null && from <= soonAt });
    const again = { kind: 'reprint-before-leaving', urgent: true } as const;
    return from === null || from <= soonAt ? [soon] : [soon, reprint(occasion, { ...again, dueAt: from })];
  });
}

/** So long after the last was outdated, and no later than the box leaves with them. */
function reprintAt({ since, leavesAt }: Occasion, minutes: number): Instant {
  const dueAt = plusMinutes(since, minutes);
  return leavesAt !== null && leavesAt > since && leavesAt < dueAt ? leavesAt : dueAt;
}

interface Reprint {
  readonly kind: 'reprint' | 'reprint-before-leaving';
  readonly dueAt: Instant;
  readonly urgent: boolean;
}

function reprint(occasion: Occasion, { kind, dueAt, urgent }: Reprint): Deadline {
  const { plan, times, papers } = occasion;
  return {
    does: 'ring',
    stage: 'papers',
    owner: 'coordinator',
    key: `${kind}/${plan}/${times}`,
    kind,
    dueAt,
    what: `Issue the outdated papers of plan ${plan} anew`,
    severity: urgent ? 'critical' : 'warning',
    overdue: {
      wrong: `Papers of plan ${plan} are outdated and not issued anew: ${papersSaid(papers)}.`,
      follows: 'Whoever travels with them shows officers what is no longer so.',
    },
    offers: [issue(occasion)],
  };
}
