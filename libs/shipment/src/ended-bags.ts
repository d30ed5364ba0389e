import { ageMinutesAt, arrivalOf, doseGiven } from './receipt/receipt.dose.js';
import type { EndedBag } from './receipt/receipt.js';
import type { Shipment } from './shipment.js';
import { travelledBags } from './travelled-bags.js';

/**
 * The bags whose clocks ended, with their age then and what they gave as the record reads by now: an end of collection or a count that is corrected later
 * moves both. The log's own lines keep what was known when they were written.
 */
export function endedBags(shipment: Shipment): readonly EndedBag[] {
  const { ended, arrivals } = shipment.stages.receipt;
  const bags = travelledBags(shipment);
  return ended.map((each) => {
    const bag = bags.find(({ id }) => id === each.bag);
    if (bag === undefined) return each;
    const arrival = arrivalOf(bag, arrivals);
    return {
      ...each,
      ageMinutes: ageMinutesAt(each.at, bag.clockStartsAt),
      dose: each.how === 'infusion' ? doseGiven(bag, arrival, each.volumeInfusedMl) : null,
    };
  });
}
