import type { CheckItem } from '../policy.js';
import { differencesIn } from './receipt.checklist.js';
import type { OrderedProfile, ReceiptState } from './receipt.js';

interface Expected {
  readonly ordered: OrderedProfile;
  readonly checklist: readonly CheckItem[];
}

/** What was found to deviate when the box was opened, one sentence each; none before, and none of a box as it should be. */
export function deviationsOf({ found, answers }: ReceiptState, { ordered, checklist }: Expected): readonly string[] {
  if (found === null) return [];
  const { minCelsius, maxCelsius } = ordered;
  const warmOrCold = found.boxCelsius < minCelsius || found.boxCelsius > maxCelsius;
  return [
    ...(warmOrCold
      ? [`The box was at ${found.boxCelsius} °C, not at ${minCelsius} to ${maxCelsius} °C as ordered.`]
      : []),
    ...(found.sealIntact ? [] : ['The seal was not intact.']),
    ...differencesIn(answers, checklist),
  ];
}
