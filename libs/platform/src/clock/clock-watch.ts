import { millisOf, type Instant } from '@cellrelay/kernel';
import type { Clock } from '@cellrelay/use-cases';
import { judgeClockDifference, warnAboveMs, type ClockDifference } from './clock-difference.js';

/** What a watch works with. */
export interface ClockWatchParts {
  readonly database: Clock;
  readonly wall: () => Instant;
  /** Milliseconds that only grow, by a clock that nobody sets. */
  readonly elapsedMs: () => number;
  /** Told when the clocks begin or cease to differ, and when the difference has moved on as much as is warned of. */
  readonly differ: (difference: ClockDifference) => void;
  /** Told when the database's clock was put back (negative) or forward. */
  readonly jumped: (byMs: number) => void;
}

interface Look {
  readonly difference: ClockDifference;
  readonly saidMs: number;
  readonly atMs: number;
  /** The database answered within this time: so much of every figure is not known. */
  readonly unsureMs: number;
}

/** Compares the database's clock with this computer's again and again, and with the time that has passed. */
export class ClockWatch {
  private last: Look | null = null;
  private told: ClockDifference | null = null;

  constructor(private readonly parts: ClockWatchParts) {}

  /** Compares once. Throws when the database does not answer. */
  async look(): Promise<void> {
    const look = await this.compared();
    const before = this.last;
    this.last = look;
    this.tellDifference(look.difference);
    if (before === null) return;
    const byMs = Math.round(look.saidMs - before.saidMs - (look.atMs - before.atMs));
    if (Math.abs(byMs) > warnAboveMs + look.unsureMs + before.unsureMs) this.parts.jumped(byMs);
  }

  /** What the last look found; null before the first. */
  difference(): ClockDifference | null {
    return this.last?.difference ?? null;
  }

  private async compared(): Promise<Look> {
    const { database, wall, elapsedMs } = this.parts;
    const [asked, askedMs] = [millisOf(wall()), elapsedMs()];
    const saidMs = millisOf(await database.now());
    const [answered, answeredMs] = [millisOf(wall()), elapsedMs()];
    const difference = judgeClockDifference(Math.round(saidMs - (asked + answered) / 2));
    return { difference, saidMs, atMs: (askedMs + answeredMs) / 2, unsureMs: answeredMs - askedMs };
  }

  /** What has been told, and still is so, is not told again. */
  private tellDifference(difference: ClockDifference): void {
    const before = this.told ?? judgeClockDifference(0);
    const moved = Math.abs(difference.differenceMs - before.differenceMs) > warnAboveMs;
    if (difference.verdict === before.verdict && (difference.verdict === 'fine' || !moved)) return;
    this.told = difference;
    this.parts.differ(difference);
  }
}
