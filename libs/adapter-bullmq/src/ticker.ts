/** Looks again and again, never twice at once: the next look begins so long after the last has ended. */
export class Ticker {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private closed = false;
  private lastAt = performance.now();
  private wellAt = performance.now();

  constructor(
    private readonly everyMs: number,
    /** Told how long ago the last look began. */
    private readonly look: (sinceLastMs: number) => Promise<unknown>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Looks at once, then again and again. */
  start(): void {
    this.running = this.once();
  }

  /** How long ago the last look that ended well began. */
  sinceLastMs(): number {
    return performance.now() - this.wellAt;
  }

  /** Stops; resolves when a look under way has ended. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private async once(): Promise<void> {
    const began = performance.now();
    try {
      await this.look(began - this.lastAt);
      this.wellAt = began;
    } catch (error) {
      this.failed(error);
    }
    this.lastAt = began;
    if (this.closed) return;
    this.timer = setTimeout(() => {
      this.running = this.once();
    }, this.everyMs);
  }
}
