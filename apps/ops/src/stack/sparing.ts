/** The same trouble is told again after so long, with how often it came meanwhile: an outage must not bury the log in its own lines. */
const usuallyAgainAfterMs = 30_000;

/** Tells of each reason at once, and of its repetitions together. `nowMs` only ever grows. Reasons are few: what a driver says, without what it was asked. */
export function sparing(
  tell: (reason: string, repeated: number) => void,
  nowMs: () => number,
  againAfterMs = usuallyAgainAfterMs,
): (reason: string) => void {
  const known = new Map<string, { toldAtMs: number; since: number }>();
  return (reason) => {
    const before = known.get(reason);
    if (before !== undefined && nowMs() - before.toldAtMs < againAfterMs) {
      before.since += 1;
      return;
    }
    if (known.size >= mostReasons) known.clear();
    known.set(reason, { toldAtMs: nowMs(), since: 0 });
    tell(reason, before?.since ?? 0);
  };
}

const mostReasons = 100;
