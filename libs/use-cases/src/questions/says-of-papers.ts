import { factsSaid, papersSaid, type PapersEvent, type PapersSuperseded } from '@cellrelay/shipment';
import type { Tellers } from './says.js';
import { counted } from './words.js';

/** The papers that were issued, by what they are; their ids are for their codes. */
export const papersSays: Tellers<PapersEvent['type']> = {
  PapersIssued: ({ plan, papers }) => `Issued for plan ${plan}: ${papersSaid(papers)}.`,
  PapersSuperseded: supersededSays,
  PapersWithdrawn: ({ documents }) => `${counted(documents.length, 'paper')} withdrawn.`,
};

/** One of which nothing is said to have changed is not made of the plan any more. */
function supersededSays({ papers }: PapersSuperseded['data']): string {
  const outdated = papers.filter(({ changed }) => changed.length > 0);
  const done = papers.length - outdated.length;
  return [
    ...(outdated.length === 0
      ? []
      : [`${counted(outdated.length, 'paper')} superseded; changed since: ${factsSaid(outdated)}.`]),
    ...(done === 0 ? [] : [`${counted(done, 'paper')} superseded; the plan asks for none like it any more.`]),
  ].join(' ');
}
