/** How long to wait after the n-th failure (counted from 0): 2 s, growing threefold, at most five minutes. */
export function waitAfter(failures: number): number {
  return Math.min(2_000 * 3 ** failures, 300_000);
}
