import { clockedBags, orderOf, type ClockedBag } from './overview.js';
import type { TravelledBag } from './receipt/receipt.js';
import type { Shipment } from './shipment.js';

/** The bags in the box, with whose they are and what was counted of them at origin. Oldest clock first. */
export function travelledBags(shipment: Shipment): readonly TravelledBag[] {
  const packed = shipment.stages['courier-handoff'].packed?.bags ?? [];
  return clockedBags(shipment)
    .filter((bag) => packed.includes(bag.id))
    .map((bag) => travelled(shipment, bag));
}

function travelled(shipment: Shipment, { id, recipient, volumeMl, clock }: ClockedBag): TravelledBag {
  const counts = shipment.stages['cell-count'].counts.flatMap((count) => count.bags);
  const counted = counts.find((count) => count.bag === id);
  const ordered = orderOf(shipment).details.recipients.find((each) => each.ref === recipient);
  return {
    id,
    clockStartsAt: clock.startsAt,
    recipient,
    weightKg: ordered?.weightKg ?? null,
    volumeMl: counted?.volumeMl ?? volumeMl,
    cd34PerUlAtOrigin: counted?.cd34PerUl ?? null,
  };
}
