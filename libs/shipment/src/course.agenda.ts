import { orderAgendaFacts } from './agenda-facts.js';
import { coursesOf } from './course.js';
import { waysToGainTime } from './course.offers.js';
import type { Deadline, Obligation, Owner } from './obligation.js';
import { confirmedPlan, currentBookings, governingBag } from './overview.js';
import type { Shipment } from './shipment.js';
import { nextOf } from './slack/passes.js';
import type { Milestone, MilestoneKind } from './slack/slack.js';
import type { StageName } from './stage.js';

/**
 * What is owed, with the latest moment of the next milestone that nobody has told of: where no word comes at all, no delay is on record either, and this rings while the limit
 * can still be told of. The milestone's own deadlines stand beside it as they are: whoever owes the word may not know this moment, and one word ends them all.
 */
export function withLatestMoment(shipment: Shipment, owed: readonly Obligation[]): readonly Obligation[] {
  const next = watchedMilestone(shipment);
  if (next === undefined) return owed;
  const sameWord = new Set(deadlinesOf(shipment, next));
  return [...owed, latestMoment(shipment, next, owed.filter(isDeadlineOf(sameWord)))];
}

function isDeadlineOf(keys: ReadonlySet<string>): (owed: Obligation) => owed is Deadline {
  return (owed): owed is Deadline => owed.does !== 'call' && keys.has(owed.key);
}

interface Watched extends Milestone {
  readonly latestForLimit: NonNullable<Milestone['latestForLimit']>;
}

/**
 * Watched by the plan that flies, while a clock runs. The infusion is not: its latest moment is the bag's limit, which rings by itself. Nor is what is expected too late as it
 * is: that stands as an alert already. Nor is a box that was diverted and has no plan for its new way.
 */
function watchedMilestone(shipment: Shipment): Watched | undefined {
  const [course] = coursesOf(shipment);
  const clocked = confirmedPlan(shipment) !== undefined && governingBag(shipment) !== undefined;
  if (course === undefined || !clocked || orderAgendaFacts(shipment).newWayOf !== null) return undefined;
  const next = nextOf(course.milestones);
  if (next === undefined || next.kind === 'infusion') return undefined;
  const { latestForLimit } = next;
  return latestForLimit === null || latestForLimit < next.expectedAt ? undefined : { ...next, latestForLimit };
}

type Reported = Exclude<MilestoneKind, 'left' | 'checkpoint' | 'border' | 'infusion'>;

/** Whose word it is. */
const told: Readonly<Record<Reported, { readonly stage: StageName; readonly owner: Owner }>> = {
  charged: { stage: 'courier-handoff', owner: 'collection-centre' },
  collected: { stage: 'collection', owner: 'collection-centre' },
  counted: { stage: 'cell-count', owner: 'collection-centre' },
  decided: { stage: 'cell-count', owner: 'coordinator' },
  packed: { stage: 'courier-handoff', owner: 'collection-centre' },
  'handed-over': { stage: 'courier-handoff', owner: 'collection-centre' },
  departed: { stage: 'flight-booking', owner: 'courier' },
  landed: { stage: 'flight-booking', owner: 'courier' },
  delivered: { stage: 'courier-handoff', owner: 'courier' },
  received: { stage: 'receipt', owner: 'transplant-centre' },
};

function latestMoment(shipment: Shipment, next: Watched, sameWord: readonly Deadline[]): Deadline {
  const wrong = `No word yet: ${next.what}. This was the latest moment for it.`;
  const meeting = sameWord.flatMap(({ offers, overdue }) => overdue.offers ?? offers);
  return {
    does: 'ring',
    kind: 'latest-moment',
    key: `latest-moment/${next.key}`,
    ...told[next.kind as Reported],
    dueAt: next.latestForLimit,
    what: `Latest moment for the limit: ${next.what}`,
    severity: 'critical',
    overdue: {
      wrong,
      follows: [lost(next), ...besides(shipment, sameWord)].join(' '),
      offers: [...meeting, ...waysToGainTime(shipment, wrong).filter((way) => !meeting.some(isSame(way)))],
    },
    offers: [],
  };
}

function lost({ latestByFallback }: Watched): string {
  return latestByFallback
    ? 'From here on not even the fallback brings the cells in before their limit.'
    : 'From here on the flights on record do not bring the cells in before their limit.';
}

/** Two alerts for one silence are known as such: this is the graver one. */
function besides({ stages }: Shipment, sameWord: readonly Deadline[]): readonly string[] {
  const rung = sameWord.filter(({ key, dueAt }) => stages.alert.rung[key] === dueAt);
  if (rung.length === 0) return [];
  return [`The same word ends what stands beside this: ${rung.map(({ what }) => what).join('; ')}.`];
}

function isSame({ command, label }: Deadline['offers'][number]): (offer: Deadline['offers'][number]) => boolean {
  return (offer) => offer.command === command && offer.label === label;
}

/** Keys of the deadlines that wait for the same word. What is not packed is not handed over either. */
function deadlinesOf(shipment: Shipment, { kind, key }: Milestone): readonly string[] {
  const occasion = key.split('/')[1] ?? '';
  switch (kind) {
    case 'charged':
      return ['shipper-charge-due/1'];
    case 'collected':
      return [`collection-end-due/${occasion}`];
    case 'counted':
      return [`count-due/${occasion}`];
    case 'decided':
      return ['decision-due/1'];
    case 'packed':
      return ['box-packed-due/1', 'handover-due/1', 'leave-for-airport/1'];
    case 'handed-over':
      return ['handover-due/1', 'leave-for-airport/1'];
    case 'delivered':
      return ['delivery-due/1'];
    case 'received':
      return ['receipt-due'];
    default:
      return ofFlight(shipment, kind, occasion);
  }
}

function ofFlight(shipment: Shipment, kind: MilestoneKind, occasion: string): readonly string[] {
  const plan = confirmedPlan(shipment);
  const leg = Number(occasion.split('.')[1]);
  const booking = plan === undefined ? undefined : currentBookings(shipment, plan)[leg];
  if (booking === undefined) return [];
  if (kind === 'departed') return [`departure-overdue/${booking.id}`];
  const onward = plan === undefined ? undefined : currentBookings(shipment, plan)[leg + 1];
  return [`arrival-overdue/${booking.id}`, ...(onward === undefined ? [] : [`connection/${booking.id}-${onward.id}`])];
}
