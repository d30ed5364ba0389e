import { every, pause, within } from '@cellrelay/platform';
import type { ApiAddress, Opening } from './messages.js';
import type { RunningProcess } from './running-process.js';

const tryAgainMs = 60;
const closesWithinMs = 20_000;

/** A place that is always manned: whoever dies there is replaced at once, and opens what the round works on. */
export class Post {
  /** Where it answers, while it does. */
  address: ApiAddress | null = null;
  private current: RunningProcess;
  private opening: Opening | null = null;
  private over: () => void = () => undefined;
  private working: Promise<void> = Promise.resolve();

  constructor(private readonly fresh: () => RunningProcess) {
    this.current = fresh();
  }

  get process(): RunningProcess {
    return this.current;
  }

  /** Mans the post for a round; resolves when it works for the first time. */
  begin(opening: Opening): Promise<void> {
    this.opening = opening;
    return new Promise<void>((ready) => {
      const over = new Promise<void>((resolve) => (this.over = resolve));
      this.working = this.keepManned(opening, over, ready);
    });
  }

  /** Ends the round here, as a process ends that is asked to. Throws when it does not within its time. */
  async end(): Promise<void> {
    this.opening = null;
    this.current.arm(null);
    this.over();
    // One that stops itself may do so a moment after it was let go.
    const waking = every(100, () => this.current.letGo());
    const ended = await within(
      closesWithinMs,
      this.working.then(() => this.closed()),
      () => 'late' as const,
    );
    waking.cancel();
    if (ended !== 'late') return;
    this.current.kill();
    throw new Error(
      `a process did not close within ${closesWithinMs / 1_000} s: ${this.current.lines.slice(-3).join(' | ')}`,
    );
  }

  private async closed(): Promise<void> {
    this.address = null;
    if (!this.current.isGone) await this.current.close().catch(() => undefined);
  }

  private async keepManned(opening: Opening, over: Promise<void>, ready: () => void): Promise<void> {
    while (this.opening === opening) {
      if (this.current.isGone) this.current = this.fresh();
      const { current } = this;
      try {
        this.address = await current.open(opening);
      } catch {
        await pause(tryAgainMs);
        continue;
      }
      ready();
      await Promise.race([current.ended, over]);
      this.address = null;
    }
    ready();
  }
}
