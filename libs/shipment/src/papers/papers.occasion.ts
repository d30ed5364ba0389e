import { latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Offer } from '../obligation.js';
import { outdatedOf } from './papers.in-force.js';
import type { IssuedPaper, PaperPlan, PapersAgendaFacts, PapersState } from './papers.js';

/** Papers of one plan that are to be issued anew, until each has a valid one in its place; from the last on that was outdated while it was valid. */
export interface Occasion {
  readonly plan: PaperPlan;
  readonly papers: readonly IssuedPaper[];
  /** Counted from one, by plan. */
  readonly times: number;
  readonly since: Instant;
  /** When the box leaves the collection centre with them, or left; null: not known. */
  readonly leavesAt: Instant | null;
}

/** How long before the box leaves an outdated paper is an emergency: the courier is packed or on the way to the centre, and a printer is not at hand everywhere. A judgement. */
const urgentMinutes = 12 * 60;

/** None once the box is where it goes: whoever needs a paper of that shipment then makes it from the page. */
export function occasionsOf(state: PapersState, { plans, delivered }: PapersAgendaFacts): readonly Occasion[] {
  if (delivered) return [];
  return plans.flatMap(({ plan, leavesAt }): readonly Occasion[] => {
    const papers = outdatedOf(state, plan);
    const since = latest(papers.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt])));
    return since === undefined ? [] : [{ plan, papers, times: state.outdated[plan] ?? 1, since, leavesAt }];
  });
}

/** From when on it is an emergency; null: not known. */
export function urgentFrom({ leavesAt }: Occasion): Instant | null {
  return leavesAt === null ? null : plusMinutes(leavesAt, -urgentMinutes);
}

export function issue({ plan }: Occasion): Offer {
  return { command: 'IssuePapers', label: `Issue the papers of plan ${plan} anew`, prefill: { plan } };
}
