import { minutesBetween, type Instant } from '@cellrelay/kernel';
import {
  coursesOf,
  milestonesAsBooked,
  orderOf,
  slackOf,
  type Course,
  type Milestone,
  type Shipment,
} from '@cellrelay/shipment';
import type { CourseView } from './course-views.js';

/** The trip by each plan that may still be flown: every milestone with when it is expected, by when it must be, and what is to spare. */
export function courseViewsOf(shipment: Shipment): CourseView[] {
  return coursesOf(shipment).map((course) => courseViewOf(shipment, course));
}

function courseViewOf(shipment: Shipment, course: Course): CourseView {
  const { plan, clockRuns, targetAt, limitAt, infusionAt, milestones } = course;
  const booked = milestonesAsBooked(shipment, course);
  return {
    ...{ plan, clockRuns, targetAt, limitAt },
    slackMinutes: limitAt === null ? null : minutesBetween(infusionAt, limitAt),
    leastSlackMinutes: orderOf(shipment).policy.leastSlackMinutes.value,
    milestones: milestones.map((milestone, at) => milestoneViewOf(milestone, booked[at] ?? milestone)),
  };
}

function milestoneViewOf(
  milestone: Milestone,
  { latestForTarget, latestForLimit }: Milestone,
): CourseView['milestones'][number] {
  const { key, what, shownIn, standing, plannedAt, expectedAt, by } = milestone;
  return {
    ...{ key, what, shownIn: { ...shownIn }, standing, plannedAt, expectedAt, by },
    ...{ latestForTarget, latestForLimit, fallbackUntil: laterOf(milestone.latestForLimit, latestForLimit) },
    slackToTarget: slackOf(milestone, latestForTarget),
    slackToLimit: slackOf(milestone, latestForLimit),
  };
}

/** What a fallback adds stands beside the figure and is no part of it: somebody has to call upon it first. */
function laterOf(byFallback: Instant | null, asBooked: Instant | null): Instant | null {
  return byFallback === null || asBooked === null || byFallback <= asBooked ? null : byFallback;
}
