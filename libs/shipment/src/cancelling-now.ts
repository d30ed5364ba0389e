import type { Bag } from './collection/collection.js';
import { fatesOf, partiesToTell } from './order/order.cancelling.js';
import type { CellsFacts } from './order/order.js';
import type { CellsFate, PartyName } from './order/order.cancellation.js';
import { isBanked, partyFacts } from './overview.js';
import type { Shipment } from './shipment.js';

/** How far the cells have come. Also of a shipment that is only being opened. */
export function cellsFacts(shipment: Shipment): CellsFacts {
  return isBanked(shipment) ? unitFacts(shipment) : collectedFacts(shipment);
}

/** A banked unit is cells from the charging of its shipper on: it is in that, or about to be, and its hold runs. */
function unitFacts({ stages }: Shipment): CellsFacts {
  const { charges, handedOverAt } = stages['courier-handoff'];
  const left = handedOverAt !== null;
  const bagsExist = left || charges.length > 0;
  return {
    bagsExist,
    collectionRunning: false,
    cellsLeft: bagsExist && stages.receipt.ended.length === 0,
    boxLeft: left,
  };
}

function collectedFacts({ stages }: Shipment): CellsFacts {
  const { days, frozen, notUsed } = stages.collection;
  const { handedOverAt, packed } = stages['courier-handoff'];
  const ended = [...stages.receipt.ended, ...frozen, ...notUsed].map(({ bag }) => bag);
  const left = days.flatMap(({ bags }) => bags).filter(({ id }) => !ended.includes(id));
  const travels = ({ id, partOf = [] }: Bag) => [id, ...partOf].some((each) => packed?.bags.includes(each) === true);
  return {
    bagsExist: days.some((day) => day.endedAt !== null),
    collectionRunning: days.some((day) => day.status === 'running'),
    cellsLeft: left.length > 0,
    boxLeft: handedOverAt !== null && (left.length === 0 || left.some(travels)),
  };
}

/** Whether it is open what becomes of cells when nothing is to fly any more: a collection still runs, and it is not known what comes of it, or a cancellation said nothing of what came. */
export function leavesCellsOpen(shipment: Shipment): boolean {
  return cellsFacts(shipment).collectionRunning || fateMissing(shipment);
}

/** Whether there are cells that the cancellation, which came before them, says nothing of; or that were to be delivered, and came to light after the end. */
export function fateMissing(shipment: Shipment): boolean {
  const { status, cancellation } = shipment.stages.order;
  const { cellsLeft, boxLeft } = cellsFacts(shipment);
  const undelivered = status !== 'open' && cancellation?.cells === 'deliver-anyway' && !boxLeft;
  return cellsLeft && (undelivered || cancellation?.cells === 'none');
}

/** What may be said of the cells if the shipment were cancelled now. */
export function fatesNow(shipment: Shipment): readonly CellsFate[] {
  return fatesOf(cellsFacts(shipment));
}

/** The parties of a cancellation that are still to be told; none while it is not cancelled. */
export function partiesStillToTell(shipment: Shipment): readonly PartyName[] {
  return partiesToTell(shipment.stages.order, partyFacts(shipment));
}
