/** What has been opened so far, to be closed in reverse: when opening the rest fails, or at the end. */
export class Opened {
  private readonly closings: (() => Promise<void>)[] = [];
  private ending: Promise<void> | null = null;

  add(close: () => Promise<void>): void {
    this.closings.push(close);
  }

  /** Closes everything once, the last opened first. What fails to close does not keep the rest open, and is told of at the end. */
  end(): Promise<void> {
    this.ending ??= this.closeAll();
    return this.ending;
  }

  private async closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (let close = this.closings.pop(); close !== undefined; close = this.closings.pop()) {
      await close().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'not everything could be closed');
  }
}
