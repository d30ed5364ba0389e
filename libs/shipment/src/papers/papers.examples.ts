import { dayOneEnough } from '../journeys.examples.js';
import type { Shipment, ShipmentCommand } from '../shipment.js';
import { Story } from '../story.examples.js';
import { isInForce } from './papers.in-force.js';
import type { MadePaper, OutdatedPaper, PaperPlan } from './papers.js';

/** The two papers that the examples issue for a plan: one of its kind, and one for a checkpoint. */
export const examplePapers = [
  { kind: 'transport-plan', of: null },
  { kind: 'security-letter', of: 'PEK' },
] as const;

const examples = (document: string): readonly MadePaper[] =>
  examplePapers.map(({ kind, of }) => ({ document: `${document}-${kind}`, kind, of, sha256: 'a'.repeat(64) }));

/** What is said of papers: by the use case that makes them, and by whoever compares them with the facts. */
export const saysOfPapers = {
  issue: (plan: PaperPlan, document = `P${plan}`, papers = examples(document)): ShipmentCommand => ({
    name: 'IssuePapers',
    data: { plan, papers },
  }),
  supersede: (...papers: readonly OutdatedPaper[]): ShipmentCommand => ({ name: 'SupersedePapers', data: { papers } }),
} as const;

/** A paper of the examples, outdated by these facts. */
export function outdated(document: string, ...changed: readonly string[]): OutdatedPaper {
  return { document, changed };
}

/** Case A up to so many of its lines. */
export function caseA(lines: number): Story {
  const [first, ...rest] = dayOneEnough.slice(0, lines);
  if (first === undefined) throw new Error('a story begins');
  return rest.reduce((story, [at, command]) => story.says(at, command), new Story(first[0]).says(...first));
}

/** Papers of either plan, and that each in force is outdated, by one fact, by two, or since nothing like it is made any more: of the random walks. */
export function saidOfPapers({ stages }: Shipment): readonly ShipmentCommand[] {
  const { issued } = stages.papers;
  const inForce = issued.filter(isInForce);
  return [
    ...([1, 2] as const).map((plan) => saysOfPapers.issue(plan, `W${issued.length}`)),
    ...inForce.map(({ document }) => saysOfPapers.supersede(outdated(document, 'legs'))),
    ...inForce.map(({ document }) => saysOfPapers.supersede(outdated(document, 'legs', 'courier'))),
    ...inForce.slice(0, 1).map(({ document }) => saysOfPapers.supersede(outdated(document))),
  ];
}
