import { askedOfPapers, type MarkerFacts, type RulesForPapers, type Trip, type Verdict } from '@cellrelay/paperwork';
import type { PlanNumber } from '@cellrelay/shipment';
import type { PlannedPassage } from '../rules/trip-of-shipment.js';

/** What the rules of a shipment's trip ask of the papers of one plan: of the passages that lie on it, by the law of its own days. */
export function rulesForPapers(verdicts: readonly Verdict[], plan: PlanNumber): RulesForPapers {
  return askedOfPapers(verdicts.filter(({ passage }) => liesOn(passage as PlannedPassage, plan)));
}

/** A passage of a trip that was made of a shipment says its plans. */
function liesOn({ plans }: PlannedPassage, plan: PlanNumber): boolean {
  return plans.includes(plan);
}

/** What the rules are told of the donor's markers; null where one was not tested, or none was entered. */
export function markersSaid(markers: MarkerFacts | undefined): Trip['markers'] {
  const results = markers?.results.map(({ result }) => result) ?? [];
  if (results.includes('positive')) return 'positive';
  return results.length > 0 && results.every((result) => result === 'negative') ? 'negative' : null;
}
