import { downtimeMs, lateMs, type BeatLimits, type BeatStore, type NoticedDowntime } from './downtime.port.js';

/** How often bells leave their beat, after how long without one none is answered before the next, and what counts as a downtime. */
export interface PulseLimits extends BeatLimits {
  readonly everyMs: number;
  /** Shorter than the gap of a downtime, so that bells which are answered without a sweep are no downtime. */
  readonly proveAfterMs: number;
}

export const standardPulse: PulseLimits = { everyMs: 5_000, proveAfterMs: 30_000, gapMs: downtimeMs, lateMs };

/** What a pulse works with. */
export interface PulseParts {
  readonly beats: BeatStore;
  /** Milliseconds that only grow, by a clock that nobody sets and that goes on while the machine sleeps. */
  readonly elapsedMs: () => number;
  /** Told of each downtime once it is over, with what fell due in it. */
  readonly silent: (downtime: NoticedDowntime) => void;
  readonly limits: PulseLimits;
}

/** The beat of one process: left after each look of the sweep that went well, and before a bell is answered after a silence. */
export class Pulse {
  private beatAtMs: number | null = null;
  private wellAtMs: number | null = null;
  private catchingUp = false;
  private beating: Promise<void> | null = null;

  constructor(private readonly parts: PulseParts) {}

  /** Leaves a beat when it is time for one; at each look while bells catch up. */
  async afterLook(): Promise<void> {
    if (this.catchingUp || this.silentMs() >= this.parts.limits.everyMs) await this.beat();
  }

  /**
   * Makes sure that a silence, of this process or of all, is on record before anything is answered that fell due in it. Costs nothing while the beat is
   * fresh. Throws where it cannot be: then the bell fails, and is rung again.
   */
  async beforeAnswer(): Promise<void> {
    if (this.silentMs() >= this.parts.limits.proveAfterMs) await this.beat();
  }

  private silentMs(): number {
    return this.beatAtMs === null ? Infinity : this.parts.elapsedMs() - this.beatAtMs;
  }

  /** One at a time: bells that wait for the same beat share it. */
  private beat(): Promise<void> {
    this.beating ??= this.once().finally(() => (this.beating = null));
    return this.beating;
  }

  private async once(): Promise<void> {
    const { beats, elapsedMs, silent, limits } = this.parts;
    const now = elapsedMs();
    const { well, noticed } = await beats.beat(this.wellAtMs === null ? null : now - this.wellAtMs, limits);
    this.beatAtMs = now;
    this.catchingUp = noticed !== null && noticed.to === null;
    if (well) this.wellAtMs = now;
    if (noticed !== null && !this.catchingUp) silent(noticed);
  }
}
