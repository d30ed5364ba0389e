/** How many rows stand elsewhere: those that left, those that came, and those that moved past others, not those that they moved past. */
export function movedBetween(before: readonly string[], wanted: readonly string[]): number {
  const [had, has] = [new Set(before), new Set(wanted)];
  const left = before.filter((id) => !has.has(id)).length;
  const come = wanted.filter((id) => !had.has(id)).length;
  const stayed = before.filter((id) => has.has(id));
  const order = wanted.filter((id) => had.has(id));
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
