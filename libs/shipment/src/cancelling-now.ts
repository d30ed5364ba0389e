import { fatesOf, partiesToTell } from './order/order.cancelling.js';
import type { CellsFacts } from './order/order.js';
import type { CellsFate, PartyName } from './order/order.cancellation.js';
import { partyFacts } from './overview.js';
import type { Shipment } from './shipment.js';

/** How far the cells have come. Also of a shipment that is only being opened. */
export function cellsFacts({ stages }: Shipment): CellsFacts {
  const { days } = stages.collection;
  return {
    bagsExist: days.some((day) => day.endedAt !== null),
    collectionRunning: days.some((day) => day.status === 'running'),
    boxLeft: stages['courier-handoff'].handedOverAt !== null,
  };
}

/** What may be said of the cells if the shipment were cancelled now. */
export function fatesNow(shipment: Shipment): readonly CellsFate[] {
  return fatesOf(cellsFacts(shipment));
}

/** The parties of a cancellation that are still to be told; none while it is not cancelled. */
export function partiesStillToTell(shipment: Shipment): readonly PartyName[] {
  return partiesToTell(shipment.stages.order, partyFacts(shipment));
}
