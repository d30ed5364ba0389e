import { latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { UnitAtBank } from './collection/collection.facts.js';
import { destinationOf, isBanked, isReturned, lastCollectedAt, nothingToCome, orderOf } from './overview.js';
import { travelWindows } from './travel-windows.js';
import type { Shipment } from './shipment.js';

/** What the box's agenda may know of a banked unit, which is in its bank until it leaves. */

/** Of collected cells since the last collection; of a banked unit since its shipper was first charged. */
export function readyToPackSince(shipment: Shipment): Instant | null {
  return lastCollectedAt(shipment) ?? shipment.stages['courier-handoff'].charges[0]?.chargedAt.at ?? null;
}

/** So long before the unit is to leave; at once where the shipment was opened later than that. */
export function chargeDueAt(shipment: Shipment): Instant | null {
  const [window] = travelWindows(shipment);
  if (!isBanked(shipment) || window === undefined || shipment.openedAt === null) return null;
  const { shipperChargeDueHoursBefore, reportGraceMinutes } = orderOf(shipment).policy;
  const dueAt = plusMinutes(window.startsAt, -shipperChargeDueHoursBefore.value * 60);
  return latest([dueAt, plusMinutes(shipment.openedAt, reportGraceMinutes.value)]) ?? dueAt;
}

/** Whether the unit is still in its bank, and its day can be another. Null: none is ordered. */
export function unitAtBank(shipment: Shipment): UnitAtBank | null {
  const { details } = orderOf(shipment);
  if (details.unit === null) return null;
  const left = shipment.stages['courier-handoff'].handedOverAt !== null;
  const gone = left ? 'left' : nothingToCome(shipment) ? 'not-to-leave' : null;
  return { shipOn: details.unit.shipOn, zone: details.parties.collectionCentre.zone, gone };
}

/**
 * Whether this shipment has its banked unit, so that no other may order it: while it is open, and after that as long as the unit is not known to be back at its bank. How
 * it ended last tells: infused, or in a tank elsewhere, it is; returned, or not used, it is free. One without an end is where it was last seen.
 */
export function isUnitHeld(shipment: Shipment): boolean {
  const { order, receipt } = shipment.stages;
  if (!isBanked(shipment)) return false;
  const last = receipt.ended.at(-1)?.how;
  if (order.status === 'open' || last === 'infusion') return true;
  if (last === 'stored-frozen') return !isReturned(shipment);
  return last === undefined && hasLeftForGood(shipment);
}

function hasLeftForGood({ stages }: Shipment): boolean {
  return stages['courier-handoff'].handedOverAt !== null || stages.order.cancellation?.cells === 'discarded-by-centre';
}

/** Whether the unit goes, or went, to the centre that ordered it: in that one's tank it is there for its patient, and in no other. */
export function isForItsCentre(shipment: Shipment): boolean {
  const { name, city } = orderOf(shipment).details.parties.transplantCentre;
  const to = destinationOf(shipment);
  return to.name === name && to.city === city;
}

/** When the first cells were there, of what is collected. */
export function collectedSince({ stages }: Pick<Shipment, 'stages'>): Instant | null {
  return stages.collection.days.find((day) => day.endedAt !== null)?.endedAt?.at ?? null;
}
