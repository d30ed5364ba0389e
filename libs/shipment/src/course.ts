import { plusMinutes, type Instant } from '@cellrelay/kernel';
import { startClock } from '@cellrelay/viability';
import { milestonesOf } from './course.milestones.js';
import { asBooked, chainOf, expectedAlong } from './course.passes.js';
import { derivedBesidesAlerts } from './derived.js';
import type { FlightPlan, PlanNumber } from './flight-booking/flight-booking.js';
import {
  clockedBags,
  clockPolicyOf,
  confirmedPlan,
  freezingSince,
  governingBag,
  isOpened,
  livePlans,
  nothingToCome,
  planOf,
  receiptToInfusionMinutesOf,
} from './overview.js';
import type { Shipment } from './shipment.js';
import type { Milestone } from './slack/slack.js';

/** A trip by one plan, from the cells to the infusion: when each milestone is expected, and when it must happen at the latest. */
export interface Course {
  readonly plan: PlanNumber;
  readonly milestones: readonly Milestone[];
  readonly infusionAt: Instant;
  /** Lines of the bag that governs, or of the one that is to be collected; null where no clock runs any more. */
  readonly targetAt: Instant | null;
  readonly limitAt: Instant | null;
  /** Whether that clock runs already. Until it does its lines move with the collection. */
  readonly clockRuns: boolean;
}

/** The course by the plan that flies, else by the first; null without either. */
export const courseOf = derivedBesidesAlerts((shipment): Course | null => {
  const plan = confirmedPlan(shipment) ?? planOf(shipment, 1);
  return plan === undefined ? null : byPlan(shipment, plan);
});

/** The courses that may still be taken: that of the plan that flies, before it is known one for each plan. */
export const coursesOf = derivedBesidesAlerts((shipment): readonly Course[] => {
  if (!isOpened(shipment) || nothingToCome(shipment) || freezingSince(shipment) !== null) return [];
  const decided = confirmedPlan(shipment);
  return decided === undefined ? livePlans(shipment).map((plan) => byPlan(shipment, plan)) : flying(shipment);
});

/** Courses that were asked for already, by their plan. */
const known = derivedBesidesAlerts(() => new Map<PlanNumber, Course>());

function byPlan(shipment: Shipment, plan: FlightPlan): Course {
  const course = known(shipment).get(plan.plan) ?? courseBy(shipment, plan);
  known(shipment).set(plan.plan, course);
  return course;
}

function flying(shipment: Shipment): readonly Course[] {
  const course = courseOf(shipment);
  return course === null ? [] : [course];
}

/**
 * A course's milestones, each in its place, by the flights that the trip is expected to take: a fallback that nobody has need of gives no time. What is to spare is reckoned by these; no bell
 * is, so they are worked out for whoever looks.
 */
export function milestonesAsBooked(
  shipment: Shipment,
  { plan: number, targetAt, limitAt }: Course,
): readonly Milestone[] {
  const plan = planOf(shipment, number);
  if (plan === undefined) throw new Error('a course is of a plan');
  const chain = chainOf(shipment, plan, 'record');
  const expected = expectedAlong(shipment, chain);
  return milestonesOf(shipment, plan, { chain: asBooked(chain, expected), expected, targetAt, limitAt });
}

/** When infusion is expected to start: after receipt (as happened, else as expected) and what the centre needs until then. Null without a plan. */
export function forecastInfusionAt(shipment: Shipment): Instant | null {
  const received = shipment.stages.receipt.receivedAt?.at ?? shipment.stages['courier-handoff'].deliveredAt?.at;
  if (received !== undefined) return plusMinutes(received, receiptToInfusionMinutesOf(shipment));
  return courseOf(shipment)?.infusionAt ?? null;
}

/** When the box is expected at the transplant centre by that plan, as flown or estimated so far, missed connections included. */
export function expectedAtCentre(shipment: Shipment, plan: FlightPlan): Instant | null {
  if (plan.current.length === 0) return null;
  const { legs } = expectedAlong(shipment, chainOf(shipment, plan, 'record'));
  const landsAt = legs.at(-1)?.arrivesAt;
  return landsAt === undefined ? null : plusMinutes(landsAt, plan.groundMinutesAfter);
}

function courseBy(shipment: Shipment, plan: FlightPlan): Course {
  const chain = chainOf(shipment, plan, 'record');
  const expected = expectedAlong(shipment, chain);
  const lines = linesOf(shipment, expected.before[0]);
  const milestones = milestonesOf(shipment, plan, { chain, expected, ...lines });
  const infusionAt = expected.after.at(-1);
  if (infusionAt === undefined) throw new Error('a course ends with the infusion');
  return { plan: plan.plan, milestones, infusionAt, ...lines, clockRuns: governingBag(shipment) !== undefined };
}

/** The governing bag's lines; before anything is collected those that it will have by the plan. */
function linesOf(shipment: Shipment, startsAt: Instant | undefined): Pick<Course, 'targetAt' | 'limitAt'> {
  const running = governingBag(shipment)?.clock;
  const planned = clockedBags(shipment).length === 0 && startsAt !== undefined;
  const clock = running ?? (planned ? startClock(clockPolicyOf(shipment), startsAt) : undefined);
  return { targetAt: clock?.targetAt ?? null, limitAt: clock?.limitAt ?? null };
}
