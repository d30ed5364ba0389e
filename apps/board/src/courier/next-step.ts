import type { Action, Milestone, Place, Shipment } from '../api/types.js';
import type { Queued } from '../offline/queued.js';

/** The next thing on a trip, and how whoever looks at it records it. */
export interface NextStep {
  readonly what: string;
  readonly at: number;
  readonly shownIn: Place;
  /** By when at the latest, where the clock of the cells or a deadline says so. */
  readonly latestAt: number | null;
  /** Null where it is not theirs to record, or not yet. */
  readonly action: Action | null;
}

interface Asked {
  readonly shipment: Pick<Shipment, 'courses'>;
  readonly actions: readonly Action[];
}

/** What comes next by what the API says of steps and of what is due; what waits on this phone counts as recorded. None when the trip is over. */
export function nextStep({ shipment, actions }: Asked, waiting: readonly Queued[]): NextStep | undefined {
  const open = actions.filter((action) => !waiting.some((queued) => records(queued, action)));
  const sent = new Set(actions.flatMap((action) => (open.includes(action) ? [] : (action.milestone ?? []))));
  const ahead = aheadOf(shipment).filter(({ key }) => !sent.has(key));
  const step = stepOf(ahead, open, sent.size > 0);
  const owed = owedOf(open);
  if (owed === undefined) return step;
  return step === undefined || owed.at < step.at ? owed : step;
}

/** Whether the server may not have it yet, and nothing has stopped it. */
export const isUnsent = ({ state }: Pick<Queued, 'state'>): boolean => state === 'waiting' || state === 'sending';

/** Whether what waits is that very action: the same command about the same thing. */
export function records(queued: Queued, action: Pick<Action, 'command' | 'prefill'>): boolean {
  if (queued.command !== action.command || !isUnsent(queued)) return false;
  const said = (queued.body ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(action.prefill).every(([name, value]) => typeof value === 'object' || said[name] === value);
}

/** Of several plans that may still be flown the first. */
function aheadOf({ courses: [course] }: Asked['shipment']): readonly Milestone[] {
  return course?.milestones.filter(({ standing }) => standing === 'expected') ?? [];
}

/** Where something waits on the phone the API has not said what comes after it: it is the first that may be recorded. */
function stepOf(ahead: readonly Milestone[], open: readonly Action[], waits: boolean): NextStep | undefined {
  const own = ahead.find(({ key }) => open.some((action) => action.milestone === key && (action.next || waits)));
  const milestone = own ?? ahead[0];
  if (milestone === undefined) return undefined;
  const { what, shownIn, expectedAt, latestForLimit } = milestone;
  return {
    ...{ what, shownIn, at: Date.parse(expectedAt) },
    latestAt: latestForLimit === null ? null : Date.parse(latestForLimit),
    action: own === undefined ? null : (open.find((action) => action.milestone === own.key) ?? null),
  };
}

/** The soonest thing owed that is no step of the way, such as to be in town. */
function owedOf(open: readonly Action[]): NextStep | undefined {
  const owed = open.flatMap((action) =>
    action.due === null || action.milestone !== null
      ? []
      : [{ action, due: action.due, at: Date.parse(action.due.at) }],
  );
  const [first] = owed.toSorted((one, other) => one.at - other.at);
  if (first === undefined) return undefined;
  const { action, due, at } = first;
  return { what: due.what, at, shownIn: due.shownIn, latestAt: at, action };
}
