import { tagLanguages, type LabelNotMade } from '@cellrelay/paperwork';
import type { Refusal } from '@cellrelay/shipment';

export const labelsNotYours: Refusal = {
  code: 'not-yours-to-do',
  sentence: 'You print no labels of this shipment: the coordination office and whoever packs and carries the box do.',
};

export const tagsNotYours: Refusal = {
  code: 'not-yours-to-do',
  sentence: 'A tie tag tells the donor’s GRID and blood group, which whoever carries the box does not learn.',
  at: '/which',
  allowed: ['box'],
};

/** With the references that there are of that kind. */
export function noSuchLabel(allowed: readonly string[]): Refusal {
  const sentence = 'There is no label of this reference. Bags may have been split or set aside since.';
  return { code: 'no-such-label', sentence, at: '/label', allowed };
}

export const notInLanguage: Refusal = {
  code: 'label-not-in-language',
  sentence: 'Tie tags are for hospitals, and are made in languages that somebody has read over.',
  at: '/language',
  allowed: [...tagLanguages],
};

/** For a label that lacks something: what, and where that is entered. */
export function labelNotMade(reference: string, { missing }: LabelNotMade): Refusal {
  const lacks = missing.map(({ sentence, whereToEnter }) => `${sentence} (${whereToEnter})`).join(' ');
  return { code: 'label-not-made', sentence: `${reference} is not made. ${lacks}` };
}
