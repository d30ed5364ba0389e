import type { CellCountFacts, CountDecision, RecipientVerdict } from './cell-count.js';

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
      return verdicts.flatMap((each) => doseWarnings(each));
    case 'stop':
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
  const dose = `${verdict.recipient} gets ${verdict.dosePerKgE6} million CD34 per kg`;
  return [
    ...(verdict.meetsMinimum ? [] : [`${dose}, below the minimum of ${verdict.minimumPerKgE6}.`]),
    ...(verdict.meetsRegistryFloor ? [] : [`${dose}, below the registry's own floor.`]),
    ...(verdict.aboveRegistryCeiling ? [`${dose}, above the registry's ceiling.`] : []),
  ];
}
