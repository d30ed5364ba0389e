import type { Offer } from './obligation.js';
import { bagsInTheBox, freezingSince, nothingToCome } from './overview.js';
import { notUsed } from './receipt/receipt.offers.js';
import type { Shipment } from './shipment.js';

/** The words that a bag is not used, as far as it would be taken now: of one that is in somebody's hands, its clock running. None while it is under way. */
export function notUsedOffers(shipment: Shipment, bag: string): readonly Offer[] {
  if (atTheCentre(shipment).includes(bag)) return [notUsed(bag)];
  return leftAtOrigin(shipment).includes(bag) ? [notUsedAtOrigin(bag)] : [];
}

function notUsedAtOrigin(bag: string): Offer {
  return { command: 'RecordNotUsedAtOrigin', label: `Record that ${bag} is not used`, prefill: { bag } };
}

/** The same of every bag that the transplant centre has. */
export function allNotUsedOffers(shipment: Shipment): readonly Offer[] {
  return atTheCentre(shipment).map(notUsed);
}

/** The bags whose clock runs where they were collected, and that are not to travel: frozen there, or not used. */
export function leftAtOrigin(shipment: Shipment): readonly string[] {
  const { collection, 'cell-count': count, 'courier-handoff': box, receipt } = shipment.stages;
  const over = shipment.stages.order.status !== 'open';
  const none = over || nothingToCome(shipment) || freezingSince(shipment) !== null;
  const gone = box.handedOverAt === null ? [] : bagsInTheBox(shipment).map(({ id }) => id);
  const ended = [...receipt.ended, ...collection.frozen, ...collection.notUsed].map(({ bag }) => bag);
  return collection.days
    .flatMap(({ bags }) => bags)
    .filter(
      ({ id, recipient }) =>
        !ended.includes(id) && !gone.includes(id) && (none || count.stoppedFor.includes(recipient)),
    )
    .map(({ id }) => id);
}

/** In the box that was opened; also where it was opened at the collection centre, having been sent back. */
function atTheCentre(shipment: Shipment): readonly string[] {
  if (shipment.stages.receipt.receivedAt === null) return [];
  return bagsInTheBox(shipment)
    .filter(({ endedAt }) => endedAt === null)
    .map(({ id }) => id);
}
