/** The element there; throws where there is none, which is a defect of the benchmark. */
export function mustFind<T>(list: readonly (T | undefined)[], at: number): T {
  const found = list[at];
  if (found === undefined) throw new Error(`nothing at ${at} of ${list.length}`);
  return found;
}
