import { earliest, minutesBetween, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Milestone, Step } from './slack.js';

/**
 * The forward pass over steps that follow each other: as they happened, else no sooner than their own moment, and than so long after the step before. One that nobody told of
 * and that must have happened, since what follows it has, is not put after that.
 */
export function forward(steps: readonly Step[], from: Instant): readonly Instant[] {
  const expected: Instant[] = [];
  let before = from;
  steps.forEach((step, index) => {
    before = expectedAt(step, before, steps.slice(index + 1));
    expected.push(before);
  });
  return expected;
}

function expectedAt(step: Step, before: Instant, after: readonly Step[]): Instant {
  if (step.happenedAt !== null) return step.happenedAt;
  const soonest = plusMinutes(before, step.minutes);
  const due = step.notBefore !== null && step.notBefore > soonest ? step.notBefore : soonest;
  const known = after.flatMap(({ happenedAt }) => (happenedAt === null ? [] : [happenedAt]));
  return earliest([due, ...known]) ?? due;
}

/** The backward pass: by when each must happen for the last of them to happen by then. */
export function backward(steps: readonly Pick<Step, 'minutes'>[], by: Instant): readonly Instant[] {
  const latestFirst: Instant[] = [];
  let next = by;
  for (const step of [...steps].reverse()) {
    latestFirst.push(next);
    next = plusMinutes(next, -step.minutes);
  }
  return latestFirst.reverse();
}

/** Minutes from when it is expected to its latest moment; negative where that is missed. */
export function slackOf({ expectedAt: at }: Milestone, latestAt: Instant | null): number | null {
  return latestAt === null ? null : minutesBetween(at, latestAt);
}

/** Where the trip has lost most of what it is late by at its end: what was caught up with on the way is not counted. Undefined where it is not late. */
export function eaterOf(milestones: readonly Milestone[]): Milestone | undefined {
  const kept = delaysKept(milestones.filter(({ kind }) => kind !== 'checkpoint' && kind !== 'border'));
  const most = Math.max(...kept.map(({ minutes }) => minutes), 0);
  return most === 0 ? undefined : kept.find(({ minutes }) => minutes === most)?.milestone;
}

/** By how much each milestone adds to the delay that is left at the end. */
function delaysKept(milestones: readonly Milestone[]): readonly { milestone: Milestone; minutes: number }[] {
  const late = milestones.map(({ plannedAt, expectedAt: at }) => Math.max(0, minutesBetween(plannedAt, at)));
  const least = late.reduceRight<readonly number[]>((kept, each) => [Math.min(each, kept[0] ?? each), ...kept], []);
  return milestones.map((milestone, index) => ({
    milestone,
    minutes: (least[index] ?? 0) - (index === 0 ? 0 : (least[index - 1] ?? 0)),
  }));
}

/** The first of which there is no word. */
export function nextOf(milestones: readonly Milestone[]): Milestone | undefined {
  return milestones.find(({ standing, kind }) => standing === 'expected' && reported.has(kind));
}

/** What somebody is to report. Leaving for the airport, checkpoints and borders are known to be passed by what comes after them. */
const reported: ReadonlySet<string> = new Set([
  ...['charged', 'collected', 'counted', 'decided', 'packed', 'handed-over'],
  ...['departed', 'landed', 'delivered', 'received', 'infusion'],
]);
