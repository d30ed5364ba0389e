import type { Instant } from '@cellrelay/kernel';

/** What a milestone of a trip is: where the cells are then, or who has looked at them. */
export type MilestoneKind =
  | 'charged'
  | 'collected'
  | 'counted'
  | 'decided'
  | 'packed'
  | 'handed-over'
  | 'left'
  | 'checkpoint'
  | 'border'
  | 'departed'
  | 'landed'
  | 'delivered'
  | 'received'
  | 'infusion';

/** One place in the course of a trip, in the order in which the cells come by. */
export interface Step {
  /** Kind and occasion: `collected/1`, `departed/1.0`. */
  readonly key: string;
  readonly kind: MilestoneKind;
  readonly what: string;
  readonly shownIn: { readonly city: string; readonly zone: string };
  /** As it is on record; null until then. */
  readonly happenedAt: Instant | null;
  /** Never before this moment of its own, whatever came before it. */
  readonly notBefore: Instant | null;
  /** Nor sooner than so long after the step before it. */
  readonly minutes: number;
}

/** `passed`: no word of it, but what comes after it has happened. */
export type MilestoneStanding = 'happened' | 'passed' | 'expected';

export interface Milestone extends Pick<Step, 'key' | 'kind' | 'what' | 'shownIn' | 'happenedAt'> {
  readonly standing: MilestoneStanding;
  /** As the plan had it when nothing had happened yet. */
  readonly plannedAt: Instant;
  /** When it happened, else when it will by what is known. */
  readonly expectedAt: Instant;
  /** By when it must happen for the target, or the limit, to hold; null once it has, and where no clock runs any more. Every fallback on record counts: after it nothing helps. */
  readonly latestForTarget: Instant | null;
  readonly latestForLimit: Instant | null;
  /** What the expectation goes by: the flights of the plan, a fallback that somebody has yet to call upon, or no flight that is known. */
  readonly by: 'plan' | 'fallback' | 'no-flight';
  /** Whether its latest moment is there for a fallback's sake. */
  readonly latestByFallback: boolean;
}
