import type { Instant } from '@cellrelay/kernel';
import type { AlertFacts } from './alert/alert.js';
import type { CellCountFacts } from './cell-count/cell-count.js';
import type { CollectionDayNumber } from './collection/collection.js';
import type { BagCustody, CollectionFacts } from './collection/collection.facts.js';
import type { CourierHandoffFacts } from './courier-handoff/courier-handoff.js';
import type { CourierFacts } from './courier/courier.js';
import type { CustomsClearanceFacts } from './customs-clearance/customs-clearance.js';
import type { DonorClearanceFacts } from './donor-clearance/donor-clearance.js';
import type { Booking, FlightBookingFacts } from './flight-booking/flight-booking.js';
import { owedNow } from './agenda.js';
import { cellsFacts } from './cancelling-now.js';
import {
  bagsInTheBox,
  borderRulesOf,
  boxOnItsWay,
  boxWithCourierSince,
  clockedBags,
  clockPolicyOf,
  collectionBegun,
  collectionOver,
  confirmedPlan,
  currentBookings,
  flightNow,
  freezingSince,
  isBanked,
  moreToCollect,
  nothingToCome,
  orderOf,
  partyFacts,
  plansWanted,
  receiptToInfusionMinutesOf,
  scansOf,
  secondDayAvailable,
} from './overview.js';
import { travelWindows } from './travel-windows.js';
import { unitAtBank } from './unit-facts.js';
import { boxHoldFacts, courierJourney } from './courier-journey.js';
import { centreCountryOf } from './centre-country.js';
import { doseFacts } from './dose-facts.js';
import type { DeviationFacts } from './deviation/deviation.js';
import type { OrderFacts } from './order/order.js';
import { products } from './products.js';
import { receiptChecksOf } from './receipt-checks.js';
import type { ReceiptFacts } from './receipt/receipt.js';
import type { ScansFacts } from './scans/scans.js';
import type { Shipment } from './shipment.js';
import type { Circumstances } from './stage.js';
import { tellingRulesOf } from './telling-rules.js';
import { travelledBags } from './travelled-bags.js';
import type { XrayExemptionFacts } from './xray-exemption/xray-exemption.js';

/** What each stage's decision may know of the others: the only window between stages, and read-only. */

/** Also of a shipment that is only being opened: nothing here needs the order. */
export function orderFacts(shipment: Shipment, circumstances: Circumstances): OrderFacts {
  return {
    ...circumstances,
    ...partyFacts(shipment),
    ...cellsFacts(shipment),
    collectionBegun: collectionBegun(shipment),
    clocksRunning: clockedBags(shipment).some((bag) => bag.endedAt === null),
    boxWithCourierSince: boxWithCourierSince(shipment),
  };
}

export function donorClearanceFacts(shipment: Shipment, circumstances: Circumstances): DonorClearanceFacts {
  const { details } = orderOf(shipment);
  return {
    ...circumstances,
    banked: isBanked(shipment),
    collectionOver: collectionOver(shipment),
    collectionBegun: collectionBegun(shipment),
    recipients: details.recipients.map((recipient) => recipient.ref),
    registryZone: details.parties.donorRegistry.zone,
    donorGrid: details.donorGrid,
  };
}

export function collectionFacts(shipment: Shipment, circumstances: Circumstances): CollectionFacts {
  const { details, policy } = orderOf(shipment);
  return {
    ...circumstances,
    donorCleared: shipment.stages['donor-clearance'].status === 'cleared',
    recipients: details.recipients.map((recipient) => recipient.ref),
    plateletWarningE9PerL: policy.plateletWarningE9PerL.value,
    countedAt: Object.fromEntries(shipment.stages['cell-count'].counts.map((count) => [count.day, count.countedAt.at])),
    handedOverAt: shipment.stages['courier-handoff'].handedOverAt?.at ?? null,
    donorWithdrawn: shipment.stages['donor-clearance'].status === 'withdrawn',
    mostDays: products[details.product].mostCollectionDays,
    startsAtClock: details.collectionStartsAtClock,
    plannedMinutes: policy.plannedCollectionMinutes.value,
    custody: custodyOf(shipment),
    stoppedFor: shipment.stages['cell-count'].stoppedFor,
    cryopreservingSince: freezingSince(shipment),
    noneFly: nothingToCome(shipment) || shipment.stages.order.status !== 'open',
    unit: unitAtBank(shipment),
  };
}

function custodyOf(shipment: Shipment): BagCustody {
  const { 'courier-handoff': handoff, receipt, collection } = shipment.stages;
  return {
    packed: handoff.packed !== null,
    inTheBox: handoff.handedOverAt === null ? null : bagsInTheBox(shipment).map(({ id }) => id),
    receivedAt: receipt.receivedAt?.at ?? null,
    ended: [...receipt.ended, ...collection.frozen, ...collection.notUsed].map(({ bag }) => bag),
  };
}

export function cellCountFacts(shipment: Shipment, circumstances: Circumstances): CellCountFacts {
  const { policy } = orderOf(shipment);
  const { days } = shipment.stages.collection;
  return {
    ...circumstances,
    ...doseFacts(shipment),
    secondDayAvailable:
      secondDayAvailable(shipment) && !secondDayOver(shipment, circumstances.firstRecordedAt ?? circumstances.now),
    secondDayBegun: days.some(({ day, status }) => day === 2 && (status === 'running' || status === 'ended')),
    handedOver: shipment.stages['courier-handoff'].handedOverAt !== null,
    daysMayPart: policy.travelTogether.value === 'may-part',
    plateletWarningE9PerL: policy.plateletWarningE9PerL.value,
  };
}

/** A day that was to have ended by now cannot be collected on any more. */
function secondDayOver({ stages }: Shipment, now: Instant): boolean {
  return stages.collection.days.some(({ day, plannedEndAt }) => day === 2 && plannedEndAt < now);
}

export function flightBookingFacts(shipment: Shipment, circumstances: Circumstances): FlightBookingFacts {
  const { policy } = orderOf(shipment);
  const { registryConsent, aboveRegistryCeiling } = shipment.stages.order;
  return {
    ...circumstances,
    minimumConnectionMinutes: policy.minimumConnectionMinutes.value,
    receiptToInfusionMinutes: receiptToInfusionMinutesOf(shipment),
    collectionEndsAt: collectionEnds(shipment),
    chargedAt: shipment.stages['courier-handoff'].charges.at(-1)?.chargedAt.at ?? null,
    cargoOnPlan: cargoOnPlan(shipment),
    plansWanted: plansWanted(shipment),
    limitMinutes: clockPolicyOf(shipment).limitMinutes,
    consentMissing: aboveRegistryCeiling && !registryConsent,
  };
}

function collectionEnds(shipment: Shipment): Readonly<Partial<Record<CollectionDayNumber, Instant>>> {
  return Object.fromEntries(
    travelWindows(shipment).flatMap(({ plan, readyAt }) => (readyAt === null ? [] : [[plan, readyAt]])),
  );
}

/** From its acceptance by the carrier until it is collected. */
function cargoOnPlan(shipment: Shipment): FlightBookingFacts['cargoOnPlan'] {
  const { courier, 'courier-handoff': handoff } = shipment.stages;
  if (courier.cargo === null || handoff.status !== 'in-custody') return null;
  return confirmedPlan(shipment)?.plan ?? null;
}

export function customsClearanceFacts(shipment: Shipment, circumstances: Circumstances): CustomsClearanceFacts {
  return { ...circumstances, ...borderRulesOf(shipment) };
}

export function xrayExemptionFacts(shipment: Shipment, circumstances: Circumstances): XrayExemptionFacts {
  return { ...circumstances, boxOnItsWay: boxOnItsWay(shipment) };
}

export function courierFacts(shipment: Shipment, circumstances: Circumstances): CourierFacts {
  return { ...circumstances, ...courierJourney(shipment) };
}

export function courierHandoffFacts(shipment: Shipment, circumstances: Circumstances): CourierHandoffFacts {
  const plan = confirmedPlan(shipment);
  const bookings = plan === undefined ? [] : currentBookings(shipment, plan);
  const last = bookings.at(-1);
  const { policy } = orderOf(shipment);
  return {
    ...circumstances,
    coldEnoughCelsius: orderOf(shipment).details.maxCelsius,
    unitReleased: isBanked(shipment) ? shipment.stages['donor-clearance'].status === 'released' : null,
    asCargo: shipment.stages.courier.cargo !== null,
    bookings: plan?.current ?? [],
    shipperRules: {
      mostHours: policy.shipperMostHoldHours.value,
      notRequalifiedFactor: policy.shipperNotRequalifiedFactor.value,
      targetMarginHours: policy.shipperTargetMarginHours.value,
    },
    bags: clockedBags(shipment).map((bag) => ({ id: bag.id, collectionEndedAt: bag.clock.startsAt })),
    planConfirmed: plan !== undefined,
    moreBagsToCome: shipment.stages['cell-count'].status === 'collecting-again' && moreToCollect(shipment),
    courierFit: ['fit-to-travel', 'positioned'].includes(shipment.stages.courier.status),
    lastLandedAt: last?.arrivedAt?.at ?? null,
    stillFlying: last === undefined ? null : inTheAir(last),
    leftBehindBy: leftBehindBy(bookings),
    boxContingencyHours: orderOf(shipment).policy.boxContingencyHours.value,
    ...boxHoldFacts(shipment),
  };
}

function leftBehindBy(bookings: readonly Booking[]): string | null {
  return bookings.find(({ status }) => status === 'not-loaded')?.flight.designator ?? null;
}

function inTheAir(booking: Booking): CourierHandoffFacts['stillFlying'] {
  if (booking.departedAt === null || booking.arrivedAt !== null) return null;
  return { designator: booking.flight.designator, expectedAt: flightNow(booking).arrivesAt.at };
}

export function receiptFacts(shipment: Shipment, circumstances: Circumstances): ReceiptFacts {
  const { details, policy } = orderOf(shipment);
  return {
    ...circumstances,
    ordered: { minCelsius: details.minCelsius, maxCelsius: details.maxCelsius, frozen: isBanked(shipment) },
    country: centreCountryOf(shipment),
    scans: scansOf(shipment),
    checklist: receiptChecksOf(shipment),
    bags: travelledBags(shipment),
    deliveredAt: shipment.stages['courier-handoff'].deliveredAt?.at ?? null,
    followUp: policy.followUp.value,
  };
}

export function deviationFacts(shipment: Shipment, circumstances: Circumstances): DeviationFacts {
  return { ...circumstances, ...tellingRulesOf(shipment) };
}

export function alertFacts(shipment: Shipment, circumstances: Circumstances): AlertFacts {
  return { ...circumstances, obligations: owedNow(shipment) };
}

/** What a scan may be the answer to. */
export function scansFacts({ stages }: Shipment, circumstances: Circumstances): ScansFacts {
  return {
    ...circumstances,
    requests: stages['customs-clearance'].requests.map(({ id }) => id),
    exemptions: stages['xray-exemption'].exemptions.map(({ id }) => id),
  };
}
