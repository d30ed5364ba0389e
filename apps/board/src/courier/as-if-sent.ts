import type { Action, Milestone, Shipment } from '../api/types.js';
import type { Queued } from '../offline/queued.js';
import { statedTime } from '../offline/stated-time.js';
import { records } from './next-step.js';

interface Seen {
  readonly shipment: Shipment;
  readonly actions: readonly Action[];
}

/** When each milestone happened by what waits on this phone, where that says so. */
type Waiting = ReadonlyMap<string, string | undefined>;

/** The trip as whoever holds this phone knows it: what waits to be sent has happened, and what comes before it has passed, as the server will say of it. */
export function asIfSent({ shipment, actions }: Seen, queued: readonly Queued[]): Shipment {
  const waiting = waitingOf(actions, queued);
  if (waiting.size === 0) return shipment;
  return {
    ...shipment,
    courses: shipment.courses.map((course) => ({ ...course, milestones: passedBy(course.milestones, waiting) })),
    plans: shipment.plans.map((plan) => ({ ...plan, legs: plan.legs.map((leg) => flownBy(leg, waiting)) })),
  };
}

function waitingOf(actions: readonly Action[], queued: readonly Queued[]): Waiting {
  return new Map(
    actions.flatMap((action) => {
      const row = action.milestone === null ? undefined : queued.find((each) => records(each, action));
      if (row === undefined || action.milestone === null) return [];
      const stated = statedTime(row.body);
      return [[action.milestone, stated && new Date(stated.at).toISOString()] as const];
    }),
  );
}

function passedBy(milestones: readonly Milestone[], waiting: Waiting): Milestone[] {
  const last = milestones.findLastIndex(({ key }) => waiting.has(key));
  return milestones.map((milestone, at) => {
    if (at > last || milestone.standing !== 'expected') return milestone;
    const { key, expectedAt } = milestone;
    if (!waiting.has(key)) return { ...milestone, standing: 'passed' };
    return { ...milestone, standing: 'happened', expectedAt: waiting.get(key) ?? expectedAt };
  });
}

type Leg = Shipment['plans'][number]['legs'][number];

/** A flight of which a departure or a landing waits has left, or landed. */
function flownBy(leg: Leg, waiting: Waiting): Leg {
  const flight = leg.booking.split('/')[0] ?? '';
  return {
    ...leg,
    departedAt: leg.departedAt ?? waiting.get(`departed/${flight}`) ?? null,
    arrivedAt: leg.arrivedAt ?? waiting.get(`landed/${flight}`) ?? null,
  };
}
