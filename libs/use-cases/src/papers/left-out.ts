import type { AbsentPaper, LeftOut } from '@cellrelay/paperwork';
import { isInForce, isLike, isOfTheWay, outdatedOf, type IssuedPaper, type Shipment } from '@cellrelay/shipment';
import type { PlanPapers } from './making-papers.js';
import type { PaperReader } from './paper-holders.js';

/** Of a plan that does not stand nothing is made, and nothing is missed. */
export const nothingLeftOut: LeftOut = { outdated: [], notIssued: [] };

/**
 * What a pack of a plan is without, as far as its reader may hold it: what is outdated and has nothing valid in its place, and what the plan makes, or would but for something that it lacks, of which
 * none is in force. What is over once the box is delivered is missed by nobody then.
 */
export function leftOutOf(
  { stages }: Shipment,
  { plan, pack }: PlanPapers,
  reader: Pick<PaperReader, 'holds'>,
): LeftOut {
  const delivered = stages['courier-handoff'].deliveredAt !== null;
  const asked = [
    ...pack.papers.map(({ kind, of, reference }) => absentee(kind as AbsentPaper['kind'], of, reference)),
    ...pack.notMade.map(({ paper, of, reference }) => absentee(paper, of, reference)),
  ].filter((paper) => reader.holds(paper.kind) && !(delivered && isOfTheWay(paper)));
  const outdated = outdatedOf(stages.papers, plan);
  const inForce = stages.papers.issued.filter((paper) => paper.plan === plan && isInForce(paper));
  const among = (papers: readonly IssuedPaper[], paper: Absentee) => papers.some((each) => isLike(each, paper));
  return {
    outdated: asked.filter((paper) => among(outdated, paper)).map(named),
    notIssued: asked.filter((paper) => !among(inForce, paper)).map(named),
  };
}

interface Absentee extends AbsentPaper {
  readonly of: string | null;
}

function absentee(kind: AbsentPaper['kind'], of: string | null, reference: string): Absentee {
  return { kind, of, reference };
}

function named({ kind, reference }: Absentee): AbsentPaper {
  return { kind, reference };
}
