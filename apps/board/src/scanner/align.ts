/** Two texts side by side: what stands in the place of what. Null on one side: it is missing there. */
export interface Pair {
  readonly expected: string | null;
  readonly read: string | null;
}

/** Whether both have the same there. */
export function isSame({ expected, read }: Pair): boolean {
  return expected === read;
}

/** The texts laid beside each other with as few differences as can be: characters that differ, that are missing, and that are too many. */
export function aligned(expected: string, read: string): readonly Pair[] {
  const costs = costsOf(expected, read);
  const costAt = (row: number, column: number) => costs[row]?.[column] ?? Infinity;
  const pairs: Pair[] = [];
  let [row, column] = [expected.length, read.length];
  while (row > 0 || column > 0) {
    const [here, both] = [costAt(row, column), { expected: expected.charAt(row - 1), read: read.charAt(column - 1) }];
    if (costAt(row - 1, column - 1) + (isSame(both) ? 0 : 1) === here) {
      pairs.push(both);
      [row, column] = [row - 1, column - 1];
    } else if (costAt(row - 1, column) + 1 === here) {
      pairs.push({ ...both, read: null });
      row -= 1;
    } else {
      pairs.push({ ...both, expected: null });
      column -= 1;
    }
  }
  return pairs.reverse();
}

/** In how many places two texts differ. */
export function distance(expected: string, read: string): number {
  return costsOf(expected, read)[expected.length]?.[read.length] ?? 0;
}

/** How far the beginnings of both are from each other, by their lengths. */
function costsOf(expected: string, read: string): readonly (readonly number[])[] {
  const rows: number[][] = [Array.from({ length: read.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= expected.length; row += 1) {
    const above = rows[row - 1] ?? [];
    const costs = [row];
    for (let column = 1; column <= read.length; column += 1) {
      const differ = expected[row - 1] === read[column - 1] ? 0 : 1;
      const [across = 0, up = 0, left = 0] = [above[column - 1], above[column], costs[column - 1]];
      costs.push(Math.min(across + differ, up + 1, left + 1));
    }
    rows.push(costs);
  }
  return rows;
}
