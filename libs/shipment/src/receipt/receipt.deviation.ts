import type { CheckItem } from '../policy.js';
import { differencesIn } from './receipt.checklist.js';
import type { OrderedProfile, ReceiptState, ScanOnTheWay } from './receipt.js';

interface Expected {
  readonly ordered: OrderedProfile;
  readonly scans: readonly ScanOnTheWay[];
  readonly checklist: readonly CheckItem[];
}

/**
 * What was found to deviate when the box was opened, one sentence each, an X-ray on the way with the physician's word on it among them; none before,
 * and none of a box as it should be.
 */
export function deviationsOf(
  { found, answers }: ReceiptState,
  { ordered, scans, checklist }: Expected,
): readonly string[] {
  if (found === null) return [];
  const { minCelsius, maxCelsius } = ordered;
  const warmOrCold = found.boxCelsius < minCelsius || found.boxCelsius > maxCelsius;
  return [
    ...(warmOrCold
      ? [`The box was at ${found.boxCelsius} °C, not at ${minCelsius} to ${maxCelsius} °C as ordered.`]
      : []),
    ...(found.sealIntact ? [] : ['The seal was not intact.']),
    ...differencesIn(answers, checklist),
    ...scans.map(scanSaid),
  ];
}

function scanSaid({ airport, word }: ScanOnTheWay): string {
  if (word === null) return `The box was X-rayed at ${airport}; the physician has not said whether the cells are used.`;
  return `The box was X-rayed at ${airport}; ${word.physician} decided that the cells are ${word.decision === 'use' ? '' : 'not '}used.`;
}
