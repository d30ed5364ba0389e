import { plusMinutes, type Instant } from '@cellrelay/kernel';
import type { FlightPlan, PlanNumber } from './flight-booking/flight-booking.js';
import { currentBookings, flightNow, livePlans, orderOf } from './overview.js';
import { isInForce } from './papers/papers.in-force.js';
import { isOfTheWay, kindsOfTheWay } from './papers/papers.of-the-way.js';
import type { PapersAgendaFacts, PapersFacts, WithdrawPapers } from './papers/papers.js';
import type { Shipment } from './shipment.js';
import type { Circumstances } from './stage.js';

/** What the papers' decisions and agenda may know of the other stages, and which of them are withdrawn. */

export function papersFacts(shipment: Shipment, circumstances: Circumstances): PapersFacts {
  return { ...circumstances, plans: travelling(shipment).map(({ plan }) => plan) };
}

/** The plans whose papers travel, or may. Cells that are delivered although the order was cancelled travel with theirs. */
function travelling(shipment: Shipment): readonly FlightPlan[] {
  return isGivenUp(shipment) ? [] : livePlans(shipment);
}

function isGivenUp({ stages }: Shipment): boolean {
  const { cancellation } = stages.order;
  return cancellation !== null && cancellation.cells !== 'deliver-anyway';
}

export function papersAgendaFacts(shipment: Shipment): PapersAgendaFacts {
  const { handedOverAt, deliveredAt } = shipment.stages['courier-handoff'];
  return {
    plans: travelling(shipment).map((plan) => ({
      plan: plan.plan,
      leavesAt: handedOverAt?.at ?? leavesAt(shipment, plan),
    })),
    underWay: handedOverAt !== null,
    delivered: deliveredAt !== null,
    reprintMinutes: orderOf(shipment).policy.papersReprintMinutes.value,
  };
}

/** When the box is to be handed to the courier, with its papers. */
function leavesAt(shipment: Shipment, plan: FlightPlan): Instant | null {
  const first = currentBookings(shipment, plan)[0];
  if (first === undefined) return null;
  const minutes = orderOf(shipment).policy.handoverBeforeDepartureMinutes.value;
  return plusMinutes(flightNow(first).departsAt.at, -minutes);
}

/** Papers in force of plans that are not flown are withdrawn, and of an order that is cancelled all. Whatever let go of the plan, it is looked at how it stands. */
export function papersToWithdraw(shipment: Shipment): readonly WithdrawPapers[] {
  const inForce = new Set(shipment.stages.papers.issued.filter(isInForce).map(({ plan }) => plan));
  if (inForce.size === 0) return [];
  if (isGivenUp(shipment)) return [withdrawal(null)];
  const kept = travelling(shipment).map(({ plan }) => plan);
  return [...[...inForce].filter((plan) => !kept.includes(plan)).map(withdrawal), ...overOnceDelivered(shipment)];
}

function overOnceDelivered({ stages }: Shipment): readonly WithdrawPapers[] {
  if (stages['courier-handoff'].deliveredAt === null) return [];
  const left = stages.papers.issued.some((paper) => isInForce(paper) && isOfTheWay(paper));
  return left ? [{ name: 'WithdrawPapers', data: { plan: null, kinds: kindsOfTheWay } }] : [];
}

function withdrawal(plan: PlanNumber | null): WithdrawPapers {
  return { name: 'WithdrawPapers', data: { plan } };
}
