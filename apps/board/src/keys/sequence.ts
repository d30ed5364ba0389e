/** How long the second key of a sequence is waited for, in milliseconds. */
const PATIENCE = 1000;

/** Finds which command a key completes, with sequences such as "g b". */
export class SequenceReader {
  private begun: { readonly key: string; readonly at: number } | undefined;

  /** The command that this key press completes at `at` milliseconds, if any. The latest binding of a key wins. */
  press<Command extends { readonly keys: string }>(
    key: string,
    at: number,
    commands: readonly Command[],
  ): Command | undefined {
    const before = this.begun !== undefined && at - this.begun.at <= PATIENCE ? `${this.begun.key} ` : '';
    this.begun = undefined;
    const found =
      commands.findLast(({ keys }) => keys === before + key) ?? commands.findLast(({ keys }) => keys === key);
    if (found === undefined && commands.some(({ keys }) => keys.startsWith(`${key} `))) this.begun = { key, at };
    return found;
  }
}
