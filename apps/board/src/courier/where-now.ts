import type { Milestone, Shipment } from '../api/types.js';

/** What happened last on the trip that flies; none before anything has. */
export function lastHappened({ courses: [course] }: Pick<Shipment, 'courses'>): Milestone | undefined {
  return course?.milestones.findLast(({ standing }) => standing === 'happened');
}

/** The city in which the trip is, by what happened last; its beginning before that. */
export function cityNow(shipment: Pick<Shipment, 'courses' | 'from'>): string {
  return lastHappened(shipment)?.shownIn.city ?? shipment.from.city;
}

/** Whether the box is delivered, or the trip goes no further. A trip without a plan is not over. */
export function isOver({ status, courses: [course] }: Pick<Shipment, 'status' | 'courses'>): boolean {
  return status !== 'open' || course?.milestones.find(({ key }) => key === 'delivered')?.standing === 'happened';
}

/** The milestone to come with the least to spare to the limit. */
export function tightest({ courses: [course] }: Pick<Shipment, 'courses'>): Milestone | undefined {
  const open = course?.milestones.filter(
    ({ standing, slackToLimit }) => standing === 'expected' && slackToLimit !== null,
  );
  return open?.toSorted((one, other) => (one.slackToLimit ?? 0) - (other.slackToLimit ?? 0))[0];
}
