import { weightFor, type Concentrations } from './doses.js';
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
  return {
    id,
    clockStartsAt: clock.startsAt,
    recipient,
    asked: askedFor(shipment, recipient),
    volumeMl: counted?.volumeMl ?? volumeMl,
    atOrigin: counted === undefined ? null : concentrationsIn(counted),
  };
}

function askedFor(shipment: Shipment, recipient: string): TravelledBag['asked'] {
  const ordered = orderOf(shipment).details.recipients.filter(({ ref }) => ref === recipient);
  return ordered.flatMap(({ doses, weightKg }) =>
    doses.map(({ metric, per }) => ({ metric, perKgOf: weightFor(per, weightKg) })),
  );
}

function concentrationsIn({ cd34PerUl, wbcE9PerL, cd3PerUl }: Concentrations): Concentrations {
  return { cd34PerUl, wbcE9PerL, cd3PerUl };
}
