import { earliest, minutesBetween, type Instant } from '@cellrelay/kernel';
import { marrowAdvisories, shippedConstants } from '@cellrelay/viability';
import { coursesOf, type Course } from './course.js';
import { waysToGainTime } from './course.offers.js';
import { proposePlan } from './flight-booking/flight-booking.offers.js';
import { spanOf } from './local-time.js';
import type { Cause, Offer } from './obligation.js';
import { confirmedPlan, orderOf, plansWanted } from './overview.js';
import type { Shipment } from './shipment.js';

/**
 * Flights by which marrow will be under way for so long that recipients did worse (viability.md R2), told while they can still be changed: from the proposal on. It is
 * advice, as the deadlines of `marrow.ts` are; what is planned past the limit is refused. Once the hours have passed their own bell has rung, and this is said no more.
 */
export function plannedMarrowCauses(shipment: Shipment): readonly Cause[] {
  const { policy, details } = orderOf(shipment);
  const severity = policy.marrowAdvisories.value;
  const { receipt, alert } = shipment.stages;
  const told = receipt.receivedAt !== null || alert.rung['marrow-advisory/receipt'] !== undefined;
  if (severity === 'none' || details.product !== 'HPC-M' || told) return [];
  return coursesOf(shipment).flatMap((course) => {
    const too = longParts(course);
    return too.length === 0 ? [] : [{ ...causeOf(course, too), severity, offers: offersFor(shipment, course) }];
  });
}

/** The parts of the way that last as long as the study's, or longer, in words. */
function longParts({ milestones, infusionAt }: Course): readonly string[] {
  const collectionEndedAt = earliest(
    milestones.flatMap(({ kind, expectedAt }) => (kind === 'collected' ? [expectedAt] : [])),
  );
  const receivedAt = milestones.find(({ kind }) => kind === 'received')?.expectedAt;
  if (collectionEndedAt === undefined || receivedAt === undefined) return [];
  const advised = marrowAdvisories('HPC-M', { collectionEndedAt, receivedAt, infusionAt }, shippedConstants);
  return advised
    .filter(({ kept }) => kept === false)
    .map(({ code, before }) =>
      code === 'marrow-to-receipt'
        ? longSaid(collectionEndedAt, receivedAt, { before, what: 'from the end of its collection to its receipt' })
        : longSaid(receivedAt, infusionAt, { before, what: 'from its receipt to the infusion' }),
    );
}

function longSaid(from: Instant, to: Instant, { before, what }: { readonly before: Instant; readonly what: string }) {
  return `${spanOf(minutesBetween(from, to))} ${what} (better under ${minutesBetween(from, before) / 60} h)`;
}

function causeOf({ plan }: Course, parts: readonly string[]): Pick<Cause, 'key' | 'stage' | 'wrong' | 'follows'> {
  return {
    key: `marrow-planned-long/${plan}`,
    stage: 'flight-booking',
    wrong: `By plan ${plan} the marrow takes ${parts.join(', and ')}.`,
    follows: `Recipients of marrow that took that long did worse (${shippedConstants.constants['marrow.to-receipt-hours'].source}). It is advice and no limit: ask the transplant physician whether faster flights are wanted.`,
  };
}

function offersFor(shipment: Shipment, { plan }: Course): readonly Offer[] {
  if (confirmedPlan(shipment) !== undefined) return waysToGainTime(shipment, 'Marrow is better received sooner.');
  return plansWanted(shipment).includes(plan) ? [proposePlan(plan)] : [];
}
