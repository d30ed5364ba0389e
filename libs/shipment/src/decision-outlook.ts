import { minutesBetween, type Instant } from '@cellrelay/kernel';
import { coursesOf, type Course } from './course.js';
import type { PlanNumber } from './flight-booking/flight-booking.js';
import { governingBag } from './overview.js';
import type { Shipment } from './shipment.js';

/** What flying by a plan means for the cells that are there: when they are infused, and how old they are by then. What is left of them is a forecast until that infusion. */
export interface PlanOutlook {
  readonly plan: PlanNumber;
  readonly infusionAt: Instant;
  /** How old the oldest bag is at infusion; null while no clock runs. */
  readonly oldestBagMinutes: number | null;
  readonly targetAt: Course['targetAt'];
  readonly limitAt: Course['limitAt'];
}

/** The outlook by that plan; null where it may not be flown any more, or there is none. */
export function outlookBy(shipment: Shipment, plan: PlanNumber): PlanOutlook | null {
  const course = coursesOf(shipment).find((each) => each.plan === plan);
  if (course === undefined) return null;
  const { infusionAt, targetAt, limitAt } = course;
  const startsAt = governingBag(shipment)?.clock.startsAt;
  return {
    ...{ plan, infusionAt, targetAt, limitAt },
    oldestBagMinutes: startsAt === undefined ? null : minutesBetween(startsAt, infusionAt),
  };
}
