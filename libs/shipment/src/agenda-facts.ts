import { earliest, localDateAt, plusMinutes, ruleTime, type Instant } from '@cellrelay/kernel';
import { brokenOffFacts } from './broken-off.js';
import { fateMissing } from './cancelling-now.js';
import { doneWith, keptAtCentre, leftWithout, servedRecipients } from './cells-done.js';
import { expectedAtCentre } from './course.js';
import type { CellCountAgendaFacts } from './cell-count/cell-count.js';
import { keptAtOrigin } from './collection/collection.staying.js';
import { isBrokenOff } from './collection/collection.postponing.js';
import type { CollectionAgendaFacts } from './collection/collection.facts.js';
import type { CustomsClearanceAgendaFacts } from './customs-clearance/customs-clearance.js';
import type { CellsStopped, DonorClearanceAgendaFacts } from './donor-clearance/donor-clearance.js';
import type { Booking, FlightBookingAgendaFacts, PlanNumber } from './flight-booking/flight-booking.js';
import {
  borderRulesOf,
  boxOnItsWay,
  boxWithCourierSince,
  clockedBags,
  collectionBegun,
  confirmedPlan,
  currentBookings,
  donorGone,
  freezingSince,
  isBanked,
  isReturned,
  lastCollectedAt,
  livePlans,
  moreToCollect,
  destinationOf,
  orderOf,
  partyFacts,
  seatsGivenUp,
  plansWanted,
  secondDayAvailable,
} from './overview.js';
import { travelWindows } from './travel-windows.js';
import { collectedSince, unitAtBank } from './unit-facts.js';
import { allNotUsedOffers, leftAtOrigin } from './not-used.js';
import type { OrderAgendaFacts } from './order/order.js';
import { belowThresholdsOf } from './dose-facts.js';
import { leadTimesOf } from './lead-times-of.js';
import type { Shipment } from './shipment.js';
import type { XrayExemptionAgendaFacts } from './xray-exemption/xray-exemption.js';

/** What each stage's agenda may know of the others. Nothing here reads a clock: the agenda is a function of the state alone. */

export function openedAtOf(shipment: Shipment): Instant {
  if (shipment.openedAt === null) throw new Error('the shipment has not been opened');
  return shipment.openedAt;
}

export function orderAgendaFacts(shipment: Shipment): OrderAgendaFacts {
  const volumes = shipment.stages.collection.days
    .filter(({ endedAt }) => endedAt !== null)
    .map(({ bags }) => bags.reduce((sum, { volumeMl }) => sum + volumeMl, 0));
  return {
    openedAt: openedAtOf(shipment),
    reportGraceMinutes: orderOf(shipment).policy.reportGraceMinutes.value,
    ...partyFacts(shipment),
    newWayOf: newWayOf(shipment),
    cellsWithoutFateSince: fateMissing(shipment) ? lastCollectedAt(shipment) : null,
    leftAtOrigin: leftAtOrigin(shipment),
    stoppedFor: shipment.stages['cell-count'].stoppedFor,
    collectedMl: volumes.length === 0 ? null : volumes.reduce((sum, volume) => sum + volume, 0),
  };
}

/** While the box flies on by a plan that was made for another place. One that has flown its last leg goes on by road. */
function newWayOf(shipment: Shipment): PlanNumber | null {
  const plan = confirmedPlan(shipment);
  const since = shipment.stages.order.diversions.at(-1)?.recordedAt;
  const delivered = shipment.stages['courier-handoff'].deliveredAt !== null;
  if (plan?.status !== 'confirmed' || since === undefined || delivered) return null;
  return plan.proposedAt < since ? plan.plan : null;
}

export function firstCollectionStart(shipment: Shipment): Instant {
  return travelWindows(shipment)[0]?.startsAt ?? openedAtOf(shipment);
}

export function collectionAgendaFacts(shipment: Shipment): CollectionAgendaFacts {
  return {
    reportGraceMinutes: orderOf(shipment).policy.reportGraceMinutes.value,
    centreToldOfTheEnd: shipment.stages.order.told['collection-centre'] !== undefined,
    unitToLeave: unitAtBank(shipment)?.gone === null,
  };
}

export function donorClearanceAgendaFacts(shipment: Shipment): DonorClearanceAgendaFacts {
  const { policy } = orderOf(shipment);
  const next = shipment.stages.collection.days.find(({ status }) => status === 'planned' || status === 'reserved');
  return {
    openedAt: openedAtOf(shipment),
    banked: isBanked(shipment),
    collectionStartsAt: next?.plannedStartAt ?? firstCollectionStart(shipment),
    moreToCollect: moreToCollect(shipment),
    reportGraceMinutes: policy.reportGraceMinutes.value,
    clearanceDueDaysBefore: policy.clearanceDueDaysBefore.value,
    clearanceBeforeConditioningHours: policy.clearanceBeforeConditioningHours.value,
    backupDueDaysBeforeConditioning: policy.backupDueDaysBeforeConditioning.value,
    suspensionDecisionHoursBefore: policy.suspensionDecisionHoursBefore.value,
    seatsGiveUpBy: seatsGiveUpBy(shipment),
    donorGone: donorGone(shipment),
    stopped: cellsStopped(shipment),
    cellsExist: clockedBags(shipment).some(({ endedAt }) => endedAt === null),
    leftWithout: leftWithout(shipment),
    keptAtCentre: keptAtCentre(shipment),
    served: servedRecipients(shipment),
    postponedAt: postponedAt(shipment),
    ended: shipment.stages.order.status !== 'open',
    othersDone: doneWith(shipment) !== undefined,
    cellsFrozen: keptAtOrigin(shipment.stages.collection).length > 0,
    boxUnderWay: boxWithCourierSince(shipment) !== null,
    brokenOff: brokenOffFacts(shipment),
  };
}

/** The last postponement, until what was postponed begins: a collection, or the way of a banked unit. */
export function postponedAt(shipment: Shipment): Instant | null {
  const collected = collectionBegun(shipment) || isBrokenOff(shipment.stages.collection.days);
  const begun = collected || shipment.stages['courier-handoff'].handedOverAt !== null;
  return begun ? null : (shipment.stages.collection.postponements.at(-1)?.recordedAt ?? null);
}

/** Of the seats that live plans have; none are to be decided on once collecting has begun, for then the cells need them. */
function seatsGiveUpBy(shipment: Shipment): Instant | null {
  if (collectionBegun(shipment)) return null;
  const seats = livePlans(shipment)
    .flatMap((plan) => currentBookings(shipment, plan))
    .filter(({ status }) => status === 'held' || status === 'ticketed');
  return earliest(seats.flatMap(({ giveUpBy }) => (giveUpBy === null ? [] : [giveUpBy]))) ?? null;
}

/** What stops the cells from coming, in the other stages. A patient who has died needs none. */
function cellsStopped({ stages }: Pick<Shipment, 'stages'>): readonly CellsStopped[] {
  const { cancellation, told } = stages.order;
  if (cancellation !== null && cancellation.cells !== 'deliver-anyway') {
    const known = told['transplant-centre'] !== undefined || cancellation.code === 'patient-died';
    return known ? [] : ['cancelled'];
  }
  return [
    ...(stages['cell-count'].status === 'stopped' ? (['count-stopped'] as const) : []),
    ...(stages['cell-count'].status === 'cryopreserving' ? (['frozen-at-origin'] as const) : []),
    ...(stages.receipt.status === 'refused' ? (['product-refused'] as const) : []),
    ...(isReturned({ stages }) ? (['returned'] as const) : []),
  ];
}

export function cellCountAgendaFacts(shipment: Shipment): CellCountAgendaFacts {
  const { policy, details } = orderOf(shipment);
  const { zone } = details.parties.collectionCentre;
  const last = lastCollectedAt(shipment);
  const banked = isBanked(shipment);
  const flightsDueAt = plusMinutes(firstCollectionStart(shipment), -policy.planDueDaysBefore.value * 24 * 60);
  const onTheDay = last === null ? null : ruleTime(localDateAt(last, zone), policy.decisionAtClock.value, zone);
  return {
    banked,
    collected: shipment.stages.collection.days.flatMap((day) =>
      day.endedAt === null ? [] : [{ day: day.day, endedAt: day.endedAt.at }],
    ),
    countDueMinutes: policy.countDueMinutes.value,
    decisionAt: banked ? flightsDueAt : onTheDay,
    decisionGraceMinutes: policy.decisionGraceMinutes.value,
    secondDayAvailable: secondDayAvailable(shipment),
    handedOver: shipment.stages['courier-handoff'].handedOverAt !== null,
    opened: shipment.stages.receipt.receivedAt === null ? null : { bagsLeft: allNotUsedOffers(shipment).length > 0 },
    noneUsed: doneWith(shipment) === 'not-used',
    daysMayPart: policy.travelTogether.value === 'may-part',
    reportGraceMinutes: policy.reportGraceMinutes.value,
    freezingSince: freezingSince(shipment),
    toFreeze: toFreeze(shipment),
    secondDayComing: shipment.stages.collection.days.some(
      ({ day, status }) => day === 2 && ['planned', 'running', 'ended'].includes(status),
    ),
    belowThresholds: belowThresholdsOf(shipment),
  };
}

/** Nothing once the centre has said that it discards the cells; a banked unit is frozen already. What came after the decision is to be frozen from its own end on. */
function toFreeze(shipment: Shipment): CellCountAgendaFacts['toFreeze'] {
  const since = freezingSince(shipment);
  if (since === null || shipment.stages.order.cancellation?.cells === 'discarded-by-centre') return [];
  return clockedBags(shipment)
    .filter(({ endedAt, shipper }) => endedAt === null && shipper === null)
    .map(({ id: bag, clock: { startsAt } }) => ({ bag, since: startsAt > since ? startsAt : since }));
}

export function flightBookingAgendaFacts(shipment: Shipment): FlightBookingAgendaFacts {
  const { policy, details } = orderOf(shipment);
  const { collectionCentre } = details.parties;
  // While the seats of a suspended donor are given up nobody misses new flights; they are due again with the clearance.
  const wanted = seatsGivenUp(shipment) ? [] : plansWanted(shipment);
  const windows = travelWindows(shipment).filter(({ plan }) => wanted.includes(plan));
  return {
    openedAt: openedAtOf(shipment),
    banked: isBanked(shipment),
    collectionStartsAt: Object.fromEntries(windows.map(({ plan, startsAt }) => [plan, startsAt])),
    planDueDaysBefore: policy.planDueDaysBefore.value,
    donorClearedAt: donorClearedAt(shipment),
    delivered: shipment.stages['courier-handoff'].deliveredAt !== null,
    ticketBeforeLapseMinutes: policy.ticketBeforeLapseMinutes.value,
    reportGraceMinutes: policy.reportGraceMinutes.value,
    minimumConnectionMinutes: policy.minimumConnectionMinutes.value,
    giveUpSeats: policy.giveUpSeats.value,
    centreZones: { collection: collectionCentre.zone, transplant: destinationOf(shipment).zone },
  };
}

/** Cells that have been collected need their flights, whatever is said of the donor since. */
function donorClearedAt({ stages }: Shipment): Instant | null {
  const { status, since } = stages['donor-clearance'];
  if (status === 'cleared' || status === 'released') return since?.at ?? null;
  if (isBanked({ stages })) return stages['courier-handoff'].handedOverAt?.at ?? null;
  return collectedSince({ stages });
}

export function customsClearanceAgendaFacts(shipment: Shipment): CustomsClearanceAgendaFacts {
  const { policy } = orderOf(shipment);
  const plan = confirmedPlan(shipment);
  const bookings = plan === undefined ? [] : currentBookings(shipment, plan);
  return {
    ...borderRulesOf(shipment),
    customsLeadDays: policy.customsLeadDays.value,
    leadTimes: leadTimesOf(shipment),
    permitLapseNoticeDays: policy.permitLapseNoticeDays.value,
    reportGraceMinutes: policy.reportGraceMinutes.value,
    confirmedPlan: plan?.plan ?? null,
    departedFrom: timesBy(bookings, (booking) => [booking.flight.from.iata, booking.departedAt?.at]),
    landedAt: timesBy(bookings, (booking) => [booking.flight.to.iata, booking.arrivedAt?.at]),
  };
}

function timesBy(
  bookings: readonly Booking[],
  read: (booking: Booking) => readonly [string, Instant | undefined],
): Readonly<Record<string, Instant>> {
  return Object.fromEntries(bookings.map(read).filter((pair): pair is [string, Instant] => pair[1] !== undefined));
}

export function xrayExemptionAgendaFacts(shipment: Shipment): XrayExemptionAgendaFacts {
  const plan = confirmedPlan(shipment);
  return {
    exemptionLeadDays: orderOf(shipment).policy.exemptionLeadDays.value,
    leadTimes: leadTimesOf(shipment),
    boxOnItsWay: boxOnItsWay(shipment),
    atCentreAt: plan === undefined ? null : expectedAtCentre(shipment, plan),
    notUsedOffers: allNotUsedOffers(shipment),
  };
}
