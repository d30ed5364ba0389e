import { frozenBandOf } from '@cellrelay/viability';
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
  return [
    ...(ordered.frozen ? thawed(found.boxCelsius, ordered) : warmOrCold(found.boxCelsius, ordered)),
    ...(found.sealIntact ? [] : ['The seal was not intact.']),
    ...differencesIn(answers, checklist),
    ...scans.map(scanSaid),
  ];
}

function warmOrCold(boxCelsius: number, { minCelsius, maxCelsius }: OrderedProfile): readonly string[] {
  if (boxCelsius >= minCelsius && boxCelsius <= maxCelsius) return [];
  return [`The box was at ${boxCelsius} °C, not at ${minCelsius} to ${maxCelsius} °C as ordered.`];
}

/** By the class on the label (viability.md 4.4); colder is never wrong. */
function thawed(warmest: number, { maxCelsius }: OrderedProfile): readonly string[] {
  const stored = `it is stored at ${maxCelsius} °C or colder`;
  switch (frozenBandOf(warmest, maxCelsius)) {
    case 'in-class':
      return [];
    case 'warmer-than-stored':
      return [`The unit was as warm as ${warmest} °C; ${stored}.`];
    case 'too-warm':
      return [`The unit was as warm as ${warmest} °C; ${stored}. It needs a quality review.`];
    case 'frozen-state-not-assured':
      return [
        `The unit was as warm as ${warmest} °C: that it has stayed frozen is not assured. It needs a quality review.`,
      ];
  }
}

/** Whether what was found needs a quality review before anything else is done with it. */
export function needsReview({ found }: ReceiptState, { ordered }: Pick<Expected, 'ordered'>): boolean {
  if (found === null || !ordered.frozen) return false;
  return ['too-warm', 'frozen-state-not-assured'].includes(frozenBandOf(found.boxCelsius, ordered.maxCelsius));
}

function scanSaid({ airport, word }: ScanOnTheWay): string {
  if (word === null) return `The box was X-rayed at ${airport}; the physician has not said whether the cells are used.`;
  return `The box was X-rayed at ${airport}; ${word.physician} decided that the cells are ${word.decision === 'use' ? '' : 'not '}used.`;
}
