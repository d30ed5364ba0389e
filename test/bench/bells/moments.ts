/** Moments spread over a time, in milliseconds from its beginning; not on whole milliseconds of any rhythm. */
export function evenly({ count, overMs }: { readonly count: number; readonly overMs: number }): readonly number[] {
  return Array.from({ length: count }, (_, at) => Math.round((at * overMs) / count + ((at * 7) % 13)));
}

export function atOnce(count: number): readonly number[] {
  return Array.from({ length: count }, () => 0);
}
