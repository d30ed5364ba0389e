import { minutesBetween } from '@cellrelay/kernel';
import { coursesOf, orderOf, slackOf, type Course, type Milestone, type Shipment } from '@cellrelay/shipment';
import type { CourseView } from './course-views.js';

/** The trip by each plan that may still be flown: every milestone with when it is expected, by when it must be, and what is to spare. */
export function courseViewsOf(shipment: Shipment): CourseView[] {
  return coursesOf(shipment).map((course) => courseViewOf(shipment, course));
}

function courseViewOf(
  shipment: Shipment,
  { plan, clockRuns, targetAt, limitAt, infusionAt, milestones }: Course,
): CourseView {
  return {
    ...{ plan, clockRuns, targetAt, limitAt },
    slackMinutes: limitAt === null ? null : minutesBetween(infusionAt, limitAt),
    leastSlackMinutes: orderOf(shipment).policy.leastSlackMinutes.value,
    milestones: milestones.map(milestoneViewOf),
  };
}

function milestoneViewOf(milestone: Milestone): CourseView['milestones'][number] {
  const { key, what, shownIn, standing, plannedAt, expectedAt, by } = milestone;
  const { bookedForTarget, bookedForLimit } = milestone;
  return {
    ...{ key, what, shownIn: { ...shownIn }, standing, plannedAt, expectedAt, by },
    ...{ latestForTarget: bookedForTarget, latestForLimit: bookedForLimit, fallbackUntil: fallbackUntil(milestone) },
    slackToTarget: slackOf(milestone, bookedForTarget),
    slackToLimit: slackOf(milestone, bookedForLimit),
  };
}

/** What a fallback adds stands beside the figure and is no part of it: somebody has to call upon it first. */
function fallbackUntil({ latestForLimit, bookedForLimit }: Milestone): string | null {
  if (latestForLimit === null || bookedForLimit === null || latestForLimit <= bookedForLimit) return null;
  return latestForLimit;
}
