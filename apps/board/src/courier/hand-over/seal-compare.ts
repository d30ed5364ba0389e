/** How a seal that was read stands against the one on record. */
export type SealVerdict =
  | { readonly kind: 'empty' }
  /** The phone does not know the seal on record: it is compared where the hand-over is taken. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'same' }
  /** Positions are counted from 1, over the longer of both. */
  | { readonly kind: 'differs'; readonly positions: readonly number[] };

/** Compares as the record does: character by character, without the spaces around. */
export function compareSeal(read: string, onRecord: string | undefined): SealVerdict {
  const [seen, known] = [[...read.trim()], [...(onRecord ?? '')]];
  if (seen.length === 0) return { kind: 'empty' };
  if (onRecord === undefined) return { kind: 'unknown' };
  const length = Math.max(seen.length, known.length);
  const positions = Array.from({ length }, (_, index) => index).filter((index) => seen[index] !== known[index]);
  return positions.length === 0
    ? { kind: 'same' }
    : { kind: 'differs', positions: positions.map((index) => index + 1) };
}
