import type { SweepReport } from './bell-report.js';
import type { AfterCommit } from '../command/issue-command.js';
import type { AgendaStore, Bell, BellRequest, CommitOutcome } from '../ports.js';

/** Commits arm what is due within ten minutes; the sweep arms the rest as its time comes near. */
export const armingWindowMs = 10 * 60_000;

/** Whatever is overdue by more than this and not leased is rung again, whatever the queue believes. */
export const overdueMs = 2_000;

/**
 * At most so many bells that have come near are hung by one look. At the first that is all of the window, which at fifty due a second holds thirty thousand: were it
 * cut short, every look would begin with the same ones again and hang them in vain.
 */
const nearAtMost = 100_000;

/** At most so many overdue bells are hung again by one look. Most of them wait in the queue already; where it was lost, the next look takes the next. */
const overdueAtMost = 1_000;

/** So many go to the queue in one piece. */
const atATime = 1_000;

/** Hangs the bells of a commit, after it. A failure here is harmless and only reported: the sweep rings what is due. */
export class RelayAfterCommit implements AfterCommit {
  constructor(
    private readonly bell: Bell,
    private readonly failed: (error: unknown) => void,
  ) {}

  async committed({ bells }: Extract<CommitOutcome, { kind: 'committed' }>): Promise<void> {
    try {
      if (bells.length > 0) await this.bell.arm(bells);
    } catch (error) {
      this.failed(error);
    }
  }
}

/** Rings no bell after a commit: for whoever lets the sweep do it. */
export const noRelay: AfterCommit = { committed: () => Promise.resolve() };

/** Derives the bells from the agenda again and again, so that a lost queue, a lost job or a process that died loses nothing. */
export class Sweep {
  /** Up to here, counted from the clock of the last look, everything has been handed to the queue once. */
  private armedToMs: number | null = null;

  constructor(
    private readonly agenda: Pick<AgendaStore, 'due'>,
    private readonly bell: Pick<Bell, 'arm' | 'reach'>,
    private readonly told: (report: SweepReport) => void = () => undefined,
  ) {}

  /**
   * One look: arms the part of the window that has come near since the last look, `sinceLastMs` ago, and rings what is overdue. The queue is reached first, whether
   * or not there is anything to hang: one that is away must not look well until a deadline is late, nor have the whole window read again at each look.
   */
  async look(sinceLastMs: number): Promise<number> {
    const fromMs = this.armedToMs === null ? null : Math.max(0, this.armedToMs - sinceLastMs);
    // Until this look has ended well, nothing is known to have been handed over: after a failure the next one begins afresh.
    this.armedToMs = null;
    await this.bell.reach();
    const near = await this.agenda.due({ fromMs, toMs: armingWindowMs }, nearAtMost);
    const overdue = fromMs === null ? [] : await this.agenda.due({ fromMs: null, toMs: -overdueMs }, overdueAtMost);
    await this.arm([...overdue, ...near]);
    // There may be more in the window than was taken: look at all of it again.
    this.armedToMs = near.length < nearAtMost ? armingWindowMs : null;
    this.told({ near: near.length, overdue: overdue.length });
    return near.length + overdue.length;
  }

  private async arm(requests: readonly BellRequest[]): Promise<void> {
    for (let at = 0; at < requests.length; at += atATime) await this.bell.arm(requests.slice(at, at + atATime));
  }
}
