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
  const { key, what, shownIn, standing, plannedAt, expectedAt, by, latestByFallback } = milestone;
  const { latestForTarget, latestForLimit } = milestone;
  return {
    ...{ key, what, shownIn: { ...shownIn }, standing, plannedAt, expectedAt, by, latestByFallback },
    ...{ latestForTarget, latestForLimit },
    slackToTarget: slackOf(milestone, latestForTarget),
    slackToLimit: slackOf(milestone, latestForLimit),
  };
}
