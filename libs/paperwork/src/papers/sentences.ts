import type { Paper, Said } from '../paper.js';

/** Every sentence of a paper, in the order in which it is read: each can be traced to its message or rule. */
export function sentencesIn({ title, placeAndDate, blocks }: Paper): readonly Said[] {
  return saidIn([title, placeAndDate, blocks]);
}

function saidIn(value: unknown): readonly Said[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('message' in value && 'texts' in value) return [value as Said];
  return Object.values(value).flatMap(saidIn);
}
