import type { OrderedProfile, ReceiptState } from './receipt.js';

/** What was found to deviate when the box was opened, one sentence each; none before, and none of a box as it should be. */
export function deviationsOf({ found }: ReceiptState, { minCelsius, maxCelsius }: OrderedProfile): readonly string[] {
  if (found === null) return [];
  const warmOrCold = found.boxCelsius < minCelsius || found.boxCelsius > maxCelsius;
  return [
    ...(warmOrCold
      ? [`The box was at ${found.boxCelsius} °C, not at ${minCelsius} to ${maxCelsius} °C as ordered.`]
      : []),
    ...(found.sealIntact ? [] : ['The seal was not intact.']),
  ];
}
