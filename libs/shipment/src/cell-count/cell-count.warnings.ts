import { unitOf } from '../products.js';
import type { CellCountFacts, CountDecision, DoseVerdict, RecipientVerdict } from './cell-count.js';

/** What must stay in sight beside a decision on these doses. None of it refuses anything: the physician's word stands. */
export function warningsOf(
  decision: CountDecision,
  verdicts: readonly RecipientVerdict[],
  facts: CellCountFacts,
): readonly string[] {
  switch (decision) {
    case 'collect-again':
      return facts.collected.flatMap((day) => lowPlatelets(day, facts));
    case 'enough':
    case 'accept-less':
    case 'ship-day-1-early':
      return verdicts.flatMap((each) => doseWarnings(each));
    case 'stop':
    case 'cryopreserve-at-origin':
      return [];
  }
}

/** Platelets under the policy's figure of that day (S62). */
function lowPlatelets(
  { day, plateletsE9PerL }: CellCountFacts['collected'][number],
  facts: CellCountFacts,
): readonly string[] {
  const below = day === 1 ? facts.plateletWarningE9PerL.day1 : facts.plateletWarningE9PerL.day2;
  if (plateletsE9PerL === null || plateletsE9PerL >= below) return [];
  return [`Platelets before day ${day} were ${plateletsE9PerL} × 10⁹/L, under ${below}.`];
}

function doseWarnings(verdict: RecipientVerdict): readonly string[] {
  const all = verdict.doses.map(doseText).join(' and ');
  return [
    ...verdict.doses
      .filter((each) => !each.meetsMinimum)
      .map((each) => `${verdict.recipient} gets ${doseText(each)}, below the minimum of ${each.minimum}.`),
    ...(verdict.meetsRegistryFloor ? [] : [`${verdict.recipient} gets ${all}, below the registry's own floor.`]),
    ...(verdict.aboveRegistryCeiling ? [`${verdict.recipient} gets ${all}, above the registry's ceiling.`] : []),
  ];
}

function doseText(verdict: DoseVerdict): string {
  return `${verdict.dose} ${unitOf(verdict)}`;
}
