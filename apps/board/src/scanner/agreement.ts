/** So many frames may pass without a code before it counts as gone. */
const patience = 5;

/** Takes a code for read once two frames have it: one frame alone may misread. It is told once, and again when it was away for a second. */
export class Agreement {
  private readonly seen = new Map<string, { times: number; away: number }>();

  /** Those of a frame's codes that this frame makes two of. */
  frame(texts: readonly string[]): readonly string[] {
    for (const [text, each] of this.seen) {
      each.away += 1;
      if (each.away > patience) this.seen.delete(text);
    }
    return [...new Set(texts)].filter((text) => {
      const times = (this.seen.get(text)?.times ?? 0) + 1;
      this.seen.set(text, { times, away: 0 });
      return times === 2;
    });
  }
}
