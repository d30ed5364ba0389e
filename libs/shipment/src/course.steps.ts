import { latest, minutesBetween, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { CollectionDay } from './collection/collection.js';
import type { FlightPlan } from './flight-booking/flight-booking.js';
import { receiptToInfusionMinutes } from './order/order.processing.js';
import {
  clockedBags,
  destinationOf,
  governingBag,
  isBanked,
  moreToCollect,
  orderOf,
  receiptToInfusionMinutesOf,
} from './overview.js';
import type { Shipment } from './shipment.js';
import type { Step } from './slack/slack.js';
import { chargeDueAt } from './unit-facts.js';

/** What the steps are read for: as things stand, or as the plan had them when nothing had happened. */
export type Basis = 'record' | 'plan';

type Told = Pick<Step, 'key' | 'kind' | 'what' | 'shownIn'> & Partial<Step>;

function step(basis: Basis, told: Told): Step {
  const { happenedAt = null, notBefore = null, minutes = 0 } = told;
  return { ...told, happenedAt: basis === 'plan' ? null : happenedAt, notBefore, minutes };
}

/** From the cells to the way to the airport, for the first flight of a plan. */
export function stepsBefore(
  shipment: Shipment,
  plan: FlightPlan,
  { basis, departsAt }: { readonly basis: Basis; readonly departsAt: Instant },
): readonly Step[] {
  const cells = isBanked(shipment) ? [chargedStep(shipment)] : collectedSteps(shipment, plan, basis);
  return [...cells, ...boxSteps(shipment, departsAt)].map((each) => step(basis, each));
}

function collectionPlace(shipment: Shipment): Step['shownIn'] {
  const { city, zone } = orderOf(shipment).details.parties.collectionCentre;
  return { city, zone };
}

function chargedStep(shipment: Shipment): Told {
  const shownIn = collectionPlace(shipment);
  const happenedAt = shipment.stages['courier-handoff'].charges[0]?.chargedAt.at ?? null;
  return {
    key: 'charged',
    kind: 'charged',
    what: 'Dry shipper charged',
    shownIn,
    happenedAt,
    notBefore: chargeDueAt(shipment),
  };
}

/** Bags of both days travel together by the second plan. The first day's count is what is decided on. */
function collectedSteps(shipment: Shipment, { plan, confirmedAt }: FlightPlan, basis: Basis): readonly Told[] {
  const shownIn = collectionPlace(shipment);
  const days = shipment.stages.collection.days.filter(
    ({ day, status }) => day <= plan && status !== 'stood-down' && status !== 'broken-off',
  );
  const decided: Told = {
    key: 'decided',
    kind: 'decided',
    what: 'Decided on the count',
    shownIn,
    happenedAt: confirmedAt,
  };
  return days.flatMap((day, index) => [...ofDay(shipment, day, basis), ...(index === 0 ? [decided] : [])]);
}

/** The count takes as long as the policy gives it. */
function ofDay(shipment: Shipment, collected: CollectionDay, basis: Basis): readonly Told[] {
  const { day } = collected;
  const shownIn = collectionPlace(shipment);
  const counted = shipment.stages['cell-count'].counts.find((count) => count.day === day);
  return [
    {
      ...{ key: `collected/${day}`, kind: 'collected', what: `Collection day ${day} ends`, shownIn },
      happenedAt: collected.endedAt?.at ?? null,
      notBefore: basis === 'plan' ? collected.plannedEndAt : endExpected(collected),
    },
    {
      ...{ key: `counted/${day}`, kind: 'counted', what: `Day ${day} counted`, shownIn },
      happenedAt: counted?.countedAt.at ?? null,
      minutes: orderOf(shipment).policy.countDueMinutes.value,
    },
  ];
}

/** As planned, or later by as much as the day began late. */
function endExpected({ plannedStartAt, plannedEndAt, startedAt }: CollectionDay): Instant {
  if (startedAt === null) return plannedEndAt;
  return (
    latest([plannedEndAt, plusMinutes(startedAt.at, minutesBetween(plannedStartAt, plannedEndAt))]) ?? plannedEndAt
  );
}

function boxSteps(shipment: Shipment, departsAt: Instant): readonly Told[] {
  const { policy } = orderOf(shipment);
  const { packedAt, handedOverAt } = shipment.stages['courier-handoff'];
  const shownIn = collectionPlace(shipment);
  const handoverAt = plusMinutes(departsAt, -policy.handoverBeforeDepartureMinutes.value);
  return [
    {
      ...{ key: 'packed', kind: 'packed', what: 'Box packed', shownIn },
      happenedAt: isPackedWhole(shipment) ? (packedAt?.at ?? null) : null,
      notBefore: plusMinutes(handoverAt, -policy.reportGraceMinutes.value),
    },
    {
      ...{ key: 'handed-over', kind: 'handed-over', what: 'Box handed over', shownIn },
      happenedAt: handedOverAt?.at ?? null,
      notBefore: handoverAt,
    },
    { key: 'left', kind: 'left', what: 'On the way to the airport', shownIn },
  ];
}

/** Bags that are collected after packing make it another box. */
function isPackedWhole(shipment: Shipment): boolean {
  const { packed, handedOverAt } = shipment.stages['courier-handoff'];
  if (packed === null || handedOverAt !== null) return packed !== null;
  return !moreToCollect(shipment) && packed.bags.length === clockedBags(shipment).length;
}

/** From the last landing to the infusion, depletion and thawing included. A plan knows nothing of what was decided on processing since. */
export function stepsAfter(shipment: Shipment, plan: FlightPlan, basis: Basis): readonly Step[] {
  const { details, policy } = orderOf(shipment);
  const { city, zone } = destinationOf(shipment);
  const shownIn = { city, zone };
  const minutes =
    basis === 'plan'
      ? receiptToInfusionMinutes(details, { policy, processing: [] })
      : receiptToInfusionMinutesOf(shipment);
  const what = isBanked(shipment) ? 'Unit stored or infused' : 'Infusion starts';
  const told: readonly Told[] = [
    {
      ...{ key: 'delivered', kind: 'delivered', what: `At the transplant centre`, shownIn },
      happenedAt: shipment.stages['courier-handoff'].deliveredAt?.at ?? null,
      minutes: plan.groundMinutesAfter,
    },
    {
      ...{ key: 'received', kind: 'received', what: 'Box received', shownIn },
      happenedAt: shipment.stages.receipt.receivedAt?.at ?? null,
    },
    { key: 'infusion', kind: 'infusion', what, shownIn, happenedAt: infusedAt(shipment), minutes },
  ];
  return told.map((each) => step(basis, each));
}

/** Once no clock runs any more. */
function infusedAt(shipment: Shipment): Instant | null {
  if (governingBag(shipment) !== undefined) return null;
  return latest(clockedBags(shipment).flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt]))) ?? null;
}
