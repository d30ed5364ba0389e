import { weightFor, type Concentrations } from './doses.js';
import { bagsInTheBox, orderOf, type ClockedBag } from './overview.js';
import type { TravelledBag } from './receipt/receipt.js';
import type { Shipment } from './shipment.js';

/** The bags in the box, parts of split ones included, with whose they are and what was counted of them at origin. Oldest clock first. */
export function travelledBags(shipment: Shipment): readonly TravelledBag[] {
  return bagsInTheBox(shipment).map((bag) => travelled(shipment, bag));
}

/** A part has the concentration of the bag that was counted whole, in its own volume. */
function travelled(shipment: Shipment, { id, recipient, volumeMl, clock, partOf }: ClockedBag): TravelledBag {
  const counts = shipment.stages['cell-count'].counts.flatMap((count) => count.bags);
  const own = counts.find((count) => count.bag === id);
  const counted = own ?? counts.find((count) => partOf?.includes(count.bag) === true);
  return {
    id,
    partOf: partOf ?? [],
    clockStartsAt: clock.startsAt,
    recipient,
    asked: askedFor(shipment, recipient),
    volumeMl: own?.volumeMl ?? volumeMl,
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
