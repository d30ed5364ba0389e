/** What the list shows while a hand is on it, and how many rows would stand elsewhere without the hand. */
export interface Settled<Item> {
  readonly shown: readonly Item[];
  readonly moved: number;
}

/**
 * Rows never change places under the hand. While it is held the rows stay in the order `before`, each with its newest
 * content; rows that have left stay with what was last known of them, rows that have come wait, and both are counted.
 */
export function settle<Item extends { readonly id: string }>(
  before: readonly Item[],
  wanted: readonly Item[],
  held: boolean,
): Settled<Item> {
  if (!held || before.length === 0) return { shown: wanted, moved: 0 };
  const newest = new Map(wanted.map((item) => [item.id, item]));
  const shown = before.map((item) => newest.get(item.id) ?? item);
  return { shown, moved: movedBetween(before, wanted) };
}

function movedBetween<Item extends { readonly id: string }>(before: readonly Item[], wanted: readonly Item[]): number {
  const [had, has] = [new Set(before.map(({ id }) => id)), new Set(wanted.map(({ id }) => id))];
  const left = before.filter(({ id }) => !has.has(id)).length;
  const come = wanted.filter(({ id }) => !had.has(id)).length;
  const stayed = before.filter(({ id }) => has.has(id)).map(({ id }) => id);
  const order = wanted.filter(({ id }) => had.has(id)).map(({ id }) => id);
  return left + come + (order.length - longestKept(stayed, order));
}

/** Length of the longest run of rows that keep their order: the others are the ones that moved past them. */
function longestKept(before: readonly string[], after: readonly string[]): number {
  const place = new Map(before.map((id, index) => [id, index]));
  const ends: number[] = [];
  for (const id of after) {
    const index = place.get(id) ?? -1;
    const at = ends.findIndex((end) => end >= index);
    ends[at < 0 ? ends.length : at] = index;
  }
  return ends.length;
}
