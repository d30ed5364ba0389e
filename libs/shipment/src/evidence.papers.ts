import type { Evidence } from './evidence.said.js';
import { isOutdated } from './papers/papers.in-force.js';
import { factsSaid, papersSaid } from './papers/papers.words.js';
import type { Shipment } from './shipment.js';

/** Which papers of a plan are outdated, and by which facts; undefined where an alert is about no papers. */
export function evidenceOfPapers(
  { stages }: Shipment,
  kind: string,
  occasion: string,
): readonly Evidence[] | undefined {
  if (kind !== 'papers-outdated') return undefined;
  const [plan] = occasion.split('/');
  return stages.papers.issued
    .filter((paper) => String(paper.plan) === plan && isOutdated(paper))
    .map((paper) => ({
      says: `Outdated: ${papersSaid([paper])}, by a change of ${factsSaid([paper])}`,
      at: paper.endedAt,
    }));
}
