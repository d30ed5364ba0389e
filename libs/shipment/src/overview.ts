import type { Flight } from '@cellrelay/itinerary';
import { latest, type Instant, type Zone } from '@cellrelay/kernel';
import { clockPolicyFor, startClock, type ClockPolicy, type ViabilityClock } from '@cellrelay/viability';
import type { Bag, CollectionDay, CollectionDayNumber } from './collection/collection.js';
import { isBrokenOff } from './collection/collection.postponing.js';
import type { BorderRules } from './customs-clearance/customs-clearance.js';
import { derivedBesidesAlerts } from './derived.js';
import type { Booking, FlightPlan, PlanNumber } from './flight-booking/flight-booking.js';
import type { OrderDetails, PartyFacts, Site } from './order/order.js';
import { receiptToInfusionMinutes } from './order/order.processing.js';
import { unitId } from './order/order.unit.js';
import type { Policy } from './policy.js';
import type { ScanOnTheWay } from './receipt/receipt.js';
import type { Shipment } from './shipment.js';
import type { BoxOnItsWay } from './xray-exemption/xray-exemption.js';

/** The order and the pinned policy of a shipment that has been opened; throws on one that has not, which is a defect. */
export function orderOf(shipment: Shipment): { readonly details: OrderDetails; readonly policy: Policy } {
  const { details, policy } = shipment.stages.order;
  if (details === null || policy === null) throw new Error('the shipment has not been opened');
  return { details, policy };
}

/** Whether the opening is on record whole: a log cut between the order and its policy owes nothing yet. */
export function isOpened({ stages }: Shipment): boolean {
  return stages.order.policy !== null;
}

/**
 * The clock policy that the order's product and thermal profile run by. An opened shipment always has one: a frozen unit lives by its shipper, as it was charged last, and
 * before that by the longest hold that the policy trusts.
 */
export function clockPolicyOf(shipment: Shipment): ClockPolicy {
  const { details, policy } = orderOf(shipment);
  if (details.unit !== null) return shipperClockOf(shipment);
  const found = clockPolicyFor(policy.clocks, details);
  if (found === undefined) throw new Error('the pinned policy has no clock for the ordered product');
  return found;
}

function shipperClockOf(shipment: Shipment): ClockPolicy {
  const { details, policy } = orderOf(shipment);
  const { product, minCelsius, maxCelsius } = details;
  const { value, source, mark } = policy.shipperMostHoldHours;
  const charged = shipment.stages['courier-handoff'].charges.at(-1);
  const limitMinutes = charged?.holdMinutes ?? value * 60;
  const targetMinutes = charged?.targetMinutes ?? limitMinutes - policy.shipperTargetMarginHours.value * 60;
  return { product, minCelsius, maxCelsius, targetMinutes, limitMinutes, source, mark };
}

/** A bag with the day it was collected on and its clock. */
export interface ClockedBag extends Bag {
  readonly day: CollectionDayNumber;
  /** Of a frozen unit, the dry shipper that its clock is the hold of; null of what was collected. */
  readonly shipper: string | null;
  readonly clock: ViabilityClock;
  /** When its infusion or cryopreservation started, null while the clock runs. */
  readonly endedAt: Instant | null;
}

/**
 * All bags collected so far that cells are still meant for somebody in, oldest clock first; of a bag that was split, its parts. Of a banked unit, the unit once its
 * shipper is charged.
 */
export const clockedBags = derivedBesidesAlerts((shipment): readonly ClockedBag[] => {
  const { days } = shipment.stages.collection;
  return [...unitInShipper(shipment), ...collectedBags(shipment, days)];
});

/** The key of the deadline that a bag's limit is watched by. */
export function limitKeyOf({ id, shipper }: ClockedBag): string {
  return shipper === null ? `bag-limit/${id}` : `shipper-hold/${shipper}`;
}

/** A bag in a sentence. */
export function bagName({ day, shipper }: ClockedBag): string {
  return shipper === null ? `day ${day} bag` : 'unit';
}

function unitInShipper(shipment: Shipment): readonly ClockedBag[] {
  const { details } = shipment.stages.order;
  const charged = shipment.stages['courier-handoff'].charges.at(-1);
  if (details === null || details.unit === null || charged === undefined) return [];
  const { din, productCode, volumeMl } = details.unit;
  const recipient = details.recipients[0]?.ref ?? '';
  const bag: Bag = { id: unitId(details.unit), din, productCode, volumeMl, recipient };
  const clock = startClock(clockPolicyOf(shipment), charged.chargedAt.at);
  return [{ ...bag, day: 1, shipper: charged.shipper, clock, endedAt: endOf(shipment, bag.id) }];
}

function endOf({ stages }: Shipment, bag: string): Instant | null {
  const { frozen, notUsed } = stages.collection;
  return [...stages.receipt.ended, ...frozen, ...notUsed].find((each) => each.bag === bag)?.at.at ?? null;
}

function collectedBags(shipment: Shipment, days: readonly CollectionDay[]): readonly ClockedBag[] {
  const aside = setAsideFor(shipment);
  return days
    .filter((day) => day.endedAt !== null)
    .flatMap((day) => day.bags.map((bag) => withClock(shipment, day, bag)))
    .filter((bag) => !aside.includes(bag.recipient));
}

/** The recipients whose bags stay behind while the others' travel. Where all are stopped or frozen, none is apart from the others. */
export function setAsideFor(shipment: Shipment): readonly string[] {
  const { status, stoppedFor } = shipment.stages['cell-count'];
  return status === 'stopped' || freezingSince(shipment) !== null ? [] : stoppedFor;
}

/** Since when all cells are to be frozen where they were collected, by the decision on them or by the word of who cancelled. */
export function freezingSince({ stages }: Shipment): Instant | null {
  const { cancellation } = stages.order;
  const cancelled = cancellation?.cells === 'cryopreserve-at-origin' ? cancellation.at.at : null;
  return cancelled ?? stages['cell-count'].cryopreservingSince;
}

/** The bags that travelled in the box, parts of such among them. */
export function bagsInTheBox(shipment: Shipment): readonly ClockedBag[] {
  const packed = shipment.stages['courier-handoff'].packed?.bags ?? [];
  return clockedBags(shipment).filter(({ id, partOf }) =>
    [id, ...(partOf ?? [])].some((each) => packed.includes(each)),
  );
}

/** Whether the cells were sent back to where they were collected. */
export function isReturned({ stages }: Pick<Shipment, 'stages'>): boolean {
  return stages.order.diversions.at(-1)?.kind === 'return';
}

/** Where the cells go now: to the ordered centre, or where they were last diverted or returned to. */
export function destinationOf(shipment: Shipment): Site {
  return shipment.stages.order.diversions.at(-1)?.to ?? orderOf(shipment).details.parties.transplantCentre;
}

function withClock(shipment: Shipment, day: CollectionDay, bag: Bag): ClockedBag {
  const endedAt = day.endedAt?.at;
  if (endedAt === undefined) throw new Error('no clock runs before the collection has ended');
  const clock = startClock(clockPolicyOf(shipment), endedAt);
  return { ...bag, day: day.day, shipper: null, clock, endedAt: endOf(shipment, bag.id) };
}

/** The bag whose limit comes first among those whose clock still runs; undefined when none runs. */
export function governingBag(shipment: Shipment): ClockedBag | undefined {
  const running = clockedBags(shipment).filter((bag) => bag.endedAt === null);
  return running.reduce<ClockedBag | undefined>(
    (best, bag) => (best === undefined || bag.clock.limitAt < best.clock.limitAt ? bag : best),
    undefined,
  );
}

/** The plan with that number, if one was ever proposed. */
export function planOf(shipment: Shipment, plan: PlanNumber): FlightPlan | undefined {
  return shipment.stages['flight-booking'].plans.find((each) => each.plan === plan);
}

/** Whose days off the authorities at an airport keep: a region's where the policy names one for it, else the country's. */
export function jurisdictionOf(
  shipment: Shipment,
  { iata, country }: { readonly iata: string; readonly country: string },
): string {
  return orderOf(shipment).policy.holidayRegions.value[iata] ?? country;
}

/** The plan that flies, or has flown. */
export function confirmedPlan(shipment: Shipment): FlightPlan | undefined {
  return shipment.stages['flight-booking'].plans.find((each) => each.status === 'confirmed' || each.status === 'flown');
}

/** The plan that the box travels by and since when the courier has had it; null until both are known. */
export function boxOnItsWay(shipment: Shipment): BoxOnItsWay | null {
  const since = shipment.stages['courier-handoff'].handedOverAt?.at;
  const plan = confirmedPlan(shipment)?.plan;
  return since === undefined || plan === undefined ? null : { plan, since };
}

/** Since when the courier has the box; null before, and once it is delivered. */
export function boxWithCourierSince({ stages }: Shipment): Instant | null {
  const { handedOverAt, deliveredAt } = stages['courier-handoff'];
  return deliveredAt === null ? (handedOverAt?.at ?? null) : null;
}

/** What holds at the borders by the pinned policy, with the clocks of all airports that a flight of the shipment was ever to touch. */
export function borderRulesOf(shipment: Shipment): BorderRules {
  const airports = shipment.stages['flight-booking'].bookings.flatMap(({ flight }) => [flight.from, flight.to]);
  return {
    releaseFirstRules: orderOf(shipment).policy.releaseFirstRules,
    zones: Object.fromEntries(airports.map(({ iata, zone }) => [iata, zone as Zone])),
  };
}

/** Where the box was X-rayed on its way, with the physician's word. */
export function scansOf({ stages }: Shipment): readonly ScanOnTheWay[] {
  return stages['xray-exemption'].exemptions
    .filter(({ status }) => status === 'scanned')
    .map(({ airport, scanDecision }) => ({ airport, word: scanDecision }));
}

/** Plans that may still be flown. */
export function livePlans(shipment: Shipment): readonly FlightPlan[] {
  return shipment.stages['flight-booking'].plans.filter(
    (each) => each.status === 'proposed' || each.status === 'confirmed' || each.status === 'flown',
  );
}

/** The bookings that a plan is to be flown on now, in order of legs. */
export function currentBookings(shipment: Shipment, plan: FlightPlan): readonly Booking[] {
  const { bookings } = shipment.stages['flight-booking'];
  return plan.current.flatMap((id) => bookings.filter((booking) => booking.id === id));
}

/** A flight with the times that count now: as flown, else as last estimated, else as scheduled. */
export function flightNow(booking: Booking): Flight {
  return {
    ...booking.flight,
    departsAt: booking.departedAt ?? booking.estimatedDepartureAt ?? booking.flight.departsAt,
    arrivesAt: booking.arrivedAt ?? booking.estimatedArrivalAt ?? booking.flight.arrivesAt,
  };
}

/** Minutes from receipt to the start of infusion, as far as is known now. */
export function receiptToInfusionMinutesOf(shipment: Shipment): number {
  return receiptToInfusionMinutes(orderOf(shipment).details, shipment.stages.order);
}

/** Whether what is ordered is a unit that a bank has in its tank: nothing is collected or counted for it. */
export function isBanked({ stages }: Pick<Shipment, 'stages'>): boolean {
  return (stages.order.details?.unit ?? null) !== null;
}

/** When the last collection that has ended did so; null before the first. */
export function lastCollectedAt(shipment: Shipment): Instant | null {
  return (
    latest(shipment.stages.collection.days.flatMap((day) => (day.endedAt === null ? [] : [day.endedAt.at]))) ?? null
  );
}

/** Whether any collection has begun, or is over. */
export function collectionBegun({ stages }: Shipment): boolean {
  return stages.collection.days.some(({ startedAt }) => startedAt !== null);
}

/** Whether everything that is to be collected has been: the count is decided on and no day is running or called up. */
export function collectionComplete(shipment: Shipment): boolean {
  const decided = ['enough', 'accepted-less', 'shipped-early'].includes(shipment.stages['cell-count'].status);
  return (
    decided && !shipment.stages.collection.days.some((day) => day.status === 'running' || day.status === 'planned')
  );
}

/** Whether a second collection day is still to be had. One that was stood down may be: its centre is asked again (a corrected count). */
export function secondDayAvailable(shipment: Shipment): boolean {
  const { stages } = shipment;
  if (stages['donor-clearance'].status === 'withdrawn' || stages.order.cancellation !== null) return false;
  if (stages.order.details?.collectionDays.length === 1) return false;
  return stages.collection.days.some(
    ({ day, status }) => day === 2 && (status === 'reserved' || status === 'stood-down'),
  );
}

/**
 * Whether anything may still be collected for this box: a day is waiting or running, or a banked unit has not left its bank. Where the first day flies alone, a second
 * day that waits is the following shipment's.
 */
export function moreToCollect({ stages }: Shipment): boolean {
  if (isBanked({ stages })) return stages['courier-handoff'].handedOverAt === null;
  const alone = stages['cell-count'].status === 'shipped-early';
  if (isBrokenOff(stages.collection.days)) return true;
  return stages.collection.days.some(({ status }) =>
    (alone ? ['planned', 'running'] : ['reserved', 'planned', 'running']).includes(status),
  );
}

/** Whether all that is to be collected has been, or the banked unit has left: from here on the count decides, and not the donor's clearance. */
export function collectionOver(shipment: Shipment): boolean {
  return (isBanked(shipment) || clockedBags(shipment).length > 0) && !moreToCollect(shipment);
}

/** Whether the donor is withdrawn and left nothing behind: no bag, and no collection that could still yield one. */
export function donorGone(shipment: Shipment): boolean {
  const { collection, 'donor-clearance': clearance } = shipment.stages;
  if (clearance.status !== 'withdrawn') return false;
  if (isBanked(shipment)) return moreToCollect(shipment);
  if (clockedBags(shipment).length > 0) return false;
  return !collection.days.some((day) => day.status === 'running');
}

/** Whether no cells come any more: the count says so, the donor is gone without any, or the shipment is cancelled and none are delivered. */
export function nothingToCome(shipment: Shipment): boolean {
  return isUndelivered(shipment) || shipment.stages['cell-count'].status === 'stopped' || donorGone(shipment);
}

/** Who cancels while a collection runs may have its cells delivered, and none may come of it. */
function isUndelivered({ stages }: Shipment): boolean {
  const { cancellation } = stages.order;
  if (cancellation?.cells !== 'deliver-anyway') return cancellation !== null;
  return (
    !isBanked({ stages }) && !stages.collection.days.some(({ status }) => status === 'running' || status === 'ended')
  );
}

/** Whether the conditioning of a patient has started: from then on the patient depends on the cells. */
export function patientConditioned({ stages }: Shipment): boolean {
  return stages['donor-clearance'].conditioning.some(({ status }) => status === 'started');
}

/** Who is concerned by a cancellation. */
export function partyFacts(shipment: Shipment): PartyFacts {
  return {
    courierNamed: shipment.stages.courier.courier !== null,
    patientConditioned: patientConditioned(shipment),
  };
}

/** Whether the donor is suspended, and the seats were decided to be given up. */
export function seatsGivenUp({ stages }: Shipment): boolean {
  const { status, suspensionDecision } = stages['donor-clearance'];
  return status === 'suspended' && suspensionDecision?.decision === 'give-up';
}

/** Plans proposed until then are for days, or for a donor, that do not hold any more; null when there are none. */
export function plansLetGoAt(shipment: Shipment): Instant | null {
  const { collection, 'donor-clearance': clearance } = shipment.stages;
  const postponed = collection.postponements.map(({ recordedAt }) => recordedAt);
  const decided = seatsGivenUp(shipment) ? [clearance.suspensionDecision?.recordedAt] : [];
  return latest([...postponed, ...decided].filter((at) => at !== undefined)) ?? null;
}

/** The plans that may still be needed: before the first decision one for each day not stood down, then the one decided for. */
export function plansWanted(shipment: Shipment): readonly PlanNumber[] {
  const { collection, 'cell-count': count } = shipment.stages;
  if (nothingToCome(shipment) || count.status === 'cryopreserving') return [];
  if (count.plan !== null) return [count.plan];
  if (isBanked(shipment)) return [1];
  return collection.days
    .filter(({ status }) => status !== 'stood-down' && status !== 'broken-off')
    .map(({ day }) => day);
}
