/** All of them, or an error: a law that was left out without a word would be one that does not hold. */
export function atMost<T>(most: number, rows: readonly T[]): readonly T[] {
  if (rows.length > most) throw new Error(`there are more than ${most} of them on record, which is more than is read`);
  return rows;
}
