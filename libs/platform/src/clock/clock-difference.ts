import { millisOf, type Instant } from '@cellrelay/kernel';
import type { Clock } from '@cellrelay/use-cases';

/** Above this the operator is warned: times shown by this computer and times rung by the database begin to look wrong to people. */
export const warnAboveMs = 2_000;
/** Above this the process does not start: sessions and what a person reads off the screen would be plainly wrong. */
export const refuseAboveMs = 60_000;

/** Why a process does not start, or answers no bell. */
export class ClocksDiffer extends Error {
  override readonly name = 'ClocksDiffer';
}

export interface ClockDifference {
  /** Database's clock less this computer's, in milliseconds. */
  readonly differenceMs: number;
  readonly verdict: 'fine' | 'warn' | 'refuse';
  readonly sentence: string;
}

/** How far the database's clock is from this computer's, taking half the round trip off. Throws when the database does not answer. */
export async function measureClockDifference(database: Clock, wall: () => Instant): Promise<ClockDifference> {
  const asked = millisOf(wall());
  const said = millisOf(await database.now());
  const answered = millisOf(wall());
  return judgeClockDifference(Math.round(said - (asked + answered) / 2));
}

/** What such a difference means for starting. */
export function judgeClockDifference(differenceMs: number): ClockDifference {
  const size = Math.abs(differenceMs);
  const where = differenceMs < 0 ? 'behind' : 'ahead of';
  const sentence = `The database's clock is ${(size / 1000).toFixed(1)} s ${where} this computer's.`;
  if (size > refuseAboveMs) {
    return {
      differenceMs,
      verdict: 'refuse',
      sentence: `${sentence} More than ${refuseAboveMs / 1000} s is refused: set one of them right.`,
    };
  }
  return { differenceMs, verdict: size > warnAboveMs ? 'warn' : 'fine', sentence };
}
