import type { Cause } from '../obligation.js';
import type { PapersAgendaFacts, PapersState } from './papers.js';
import { issue, occasionsOf, urgentFrom, type Occasion } from './papers.occasion.js';
import { papersSaid } from './papers.words.js';

/** Papers that are outdated, a trouble of each plan as soon as it is known: whoever holds one is to know, long before it is shown to anybody. */
export function papersCauses(state: PapersState, facts: PapersAgendaFacts): readonly Cause[] {
  return occasionsOf(state, facts).map((occasion) => ({
    key: `papers-outdated/${occasion.plan}/${occasion.times}`,
    stage: 'papers',
    severity: isUrgent(occasion, facts) ? 'critical' : 'warning',
    wrong: `Papers of plan ${occasion.plan} are outdated: ${papersSaid(occasion.papers)}.`,
    follows: facts.underWay
      ? 'The courier travels with papers that say what is no longer so, and is to know it before they are shown.'
      : 'Whoever holds them is to put them away: newer ones take their place before the box leaves.',
    ...untilOf(occasion, facts),
    offers: [issue(occasion)],
  }));
}

/** Not of a box that has left, or should have. */
function untilOf({ leavesAt, since }: Occasion, { underWay }: PapersAgendaFacts): Pick<Cause, 'until'> {
  return underWay || leavesAt === null || leavesAt <= since ? {} : { until: leavesAt };
}

/** As it stood when the last was outdated: what comes later, the deadlines ring of. */
function isUrgent(occasion: Occasion, { underWay }: PapersAgendaFacts): boolean {
  const from = urgentFrom(occasion);
  return underWay || (from !== null && from <= occasion.since);
}
