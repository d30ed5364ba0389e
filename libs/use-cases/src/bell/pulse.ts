import {
  downtimeMs,
  lateMs,
  type Beaten,
  type BeatLimits,
  type BeatStore,
  type NoticedDowntime,
  type OwnBeat,
} from './downtime.port.js';

/** How often bells leave their beat, after how long without one none is answered before the next, and what counts as a downtime. */
export interface PulseLimits extends BeatLimits {
  readonly everyMs: number;
  /** Shorter than the gap of a downtime, so that bells which are answered without a sweep are no downtime. */
  readonly proveAfterMs: number;
  /** A digest is worth less than a bell: none waits longer than this for a beat, nor after so many beats have failed. */
  readonly patienceMs: number;
  readonly patienceBeats: number;
}

export const standardPulse: PulseLimits = {
  ...{ everyMs: 5_000, proveAfterMs: 30_000, gapMs: downtimeMs, lateMs },
  ...{ patienceMs: 10_000, patienceBeats: 3 },
};

/** What a pulse works with. */
export interface PulseParts {
  readonly beats: BeatStore;
  /** Milliseconds that only grow, by a clock that nobody sets and that goes on while the machine sleeps. */
  readonly elapsedMs: () => number;
  /** Whether the beat was left within so many milliseconds; it goes on in any case. Rejects as it does. */
  readonly inTime: (withinMs: number, beat: Promise<void>) => Promise<boolean>;
  /** Told of each downtime once it is over, with what fell due in it. */
  readonly silent: (downtime: NoticedDowntime) => void;
  /** Told of each beat that was not waited for any longer: bells are answered without it, and what they answer may be missing from the record. */
  readonly unrecorded: (error: unknown) => void;
  readonly limits: PulseLimits;
}

/** The beat of one process: left after each look of the sweep that went well, and before a bell is answered after a silence. */
export class Pulse {
  private beatAtMs: number | null = null;
  private lastWell: { readonly atMs: number; readonly wellAt: OwnBeat['wellAt'] } | null = null;
  private catchingUp = false;
  private beating: { readonly beganMs: number; readonly left: Promise<void> } | null = null;
  private failedBeats = 0;

  constructor(private readonly parts: PulseParts) {}

  /** Leaves a beat when it is time for one; at each look while bells catch up. The looks go on beside one that takes long. */
  async afterLook(): Promise<void> {
    if (this.catchingUp || this.silentMs() >= this.parts.limits.everyMs) await this.patientBeat();
  }

  /**
   * Makes sure that a silence, of this process or of all, is on record before anything is answered that fell due in it. Costs nothing while the beat is
   * fresh. Throws where it cannot be: then the bell fails, and is rung again. Where it fails again and again or takes long, that is told, and the bell answered.
   */
  async beforeAnswer(): Promise<void> {
    const { proveAfterMs, patienceBeats } = this.parts.limits;
    if (this.silentMs() < proveAfterMs) return;
    try {
      await this.patientBeat();
    } catch (error) {
      if (this.failedBeats < patienceBeats) throw error;
      this.parts.unrecorded(error);
    }
  }

  private silentMs(): number {
    return this.beatAtMs === null ? Infinity : this.parts.elapsedMs() - this.beatAtMs;
  }

  private async patientBeat(): Promise<void> {
    const { elapsedMs, inTime, limits, unrecorded } = this.parts;
    const { beganMs, left } = this.beat();
    if (await inTime(Math.max(0, beganMs + limits.patienceMs - elapsedMs()), left)) return;
    unrecorded(new Error(`no beat could be left within ${limits.patienceMs / 1_000} s`));
  }

  /** One at a time: bells that wait for the same beat share it. */
  private beat(): { readonly beganMs: number; readonly left: Promise<void> } {
    this.beating ??= {
      beganMs: this.parts.elapsedMs(),
      left: this.once().finally(() => (this.beating = null)),
    };
    return this.beating;
  }

  private async once(): Promise<void> {
    const now = this.parts.elapsedMs();
    const { well, wellAt, noticed } = await this.left(now);
    this.failedBeats = 0;
    this.beatAtMs = now;
    this.catchingUp = noticed !== null && noticed.to === null;
    if (well) this.lastWell = { atMs: now, wellAt };
    if (noticed !== null && !this.catchingUp) this.parts.silent(noticed);
  }

  private async left(now: number): Promise<Beaten> {
    const { beats, limits } = this.parts;
    const own = this.lastWell && { sinceMs: now - this.lastWell.atMs, wellAt: this.lastWell.wellAt };
    try {
      return await beats.beat(own, limits);
    } catch (error) {
      this.failedBeats += 1;
      throw error;
    }
  }
}
