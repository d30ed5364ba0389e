import type { NotMade } from '@cellrelay/paperwork';
import { mostPapersAtOnce, mostPapersIssued, type Refusal } from '@cellrelay/shipment';

export { noSuchShipment } from '../identity/identity-refusals.js';

/** Said of a paper that one may not hold, too: it is not there for them. */
export const noSuchPaper: Refusal = { code: 'no-such-paper', sentence: 'There is no such paper of this shipment.' };

/** Of a plan, kind or occasion of which there is none. */
export function noPaperAt(at: '/plan' | '/kind' | '/of', allowed: readonly string[]): Refusal {
  return { ...noSuchPaper, at, allowed };
}

/** With the plans that stand. */
export function planNotLive(plans: readonly number[]): Refusal {
  const sentence = 'That plan was not proposed, or is stood down: nothing is printed for it.';
  return { code: 'plan-not-live', sentence, at: '/plan', allowed: plans.map(String) };
}

/** A name of no paper of the plan. */
export function unknownReference(index: number): Refusal {
  return { ...noSuchPaper, sentence: 'No paper of this plan is called so.', at: `/references/${index}` };
}

export const tooManyAtOnce: Refusal = {
  code: 'too-many',
  sentence: `At most ${mostPapersAtOnce} papers are issued at once: name some of them.`,
  at: '/references',
};

export const tooManyPapers: Refusal = {
  code: 'papers-too-many',
  sentence: `Of one shipment ${mostPapersIssued} papers are kept, and there are as many. Whoever runs the server can say why.`,
};

/** None of what was asked for can be made; what is lacking is said once each. `at`: where it was asked for by name. */
export function notMade(lacking: readonly NotMade[], at?: '/references' | '/kind'): Refusal {
  const sentences = new Set(lacking.flatMap(({ missing }) => missing.map(({ sentence }) => sentence)));
  const sentence = ['No paper can be made.', ...sentences].join(' ');
  return { code: 'papers-not-made', sentence, ...(at === undefined ? {} : { at }) };
}
