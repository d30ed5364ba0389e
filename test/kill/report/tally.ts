/** Counts things by name, and tells them as a table. */
export class Tally {
  private readonly counts = new Map<string, number>();

  add(name: string, count = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + count);
  }

  /** Keeps the most of what was counted by that name. */
  atMost(name: string, count: number): void {
    this.counts.set(name, Math.max(this.counts.get(name) ?? 0, count));
  }

  /** Each with its count, in the order of their names. */
  lines(): readonly string[] {
    const width = Math.max(0, ...[...this.counts.keys()].map((name) => name.length));
    return [...this.counts]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, count]) => `  ${name.padEnd(width)}  ${String(count).padStart(6)}`);
  }
}
