import { bagName, clockedBags, type ClockedBag } from './overview.js';
import type { Shipment } from './shipment.js';

/** Bags by id, each with its short name: "day 1 bag", or with division or number where a day has several. */
export function bagNames(shipment: Shipment): ReadonlyMap<string, string> {
  const bags = clockedBags(shipment);
  const named = bags.map((bag) => {
    const ofThatDay = bags.filter((each) => each.day === bag.day);
    return [bag.id, shortName(bag, ofThatDay)] as const;
  });
  return new Map(named);
}

function shortName(bag: ClockedBag, ofThatDay: readonly ClockedBag[]): string {
  if (ofThatDay.length === 1) return bagName(bag);
  const division = divisionOf(bag.productCode);
  const alone = ofThatDay.filter((each) => divisionOf(each.productCode) === division).length === 1;
  return `day ${bag.day} bag ${alone ? division : ofThatDay.indexOf(bag) + 1}`;
}

function divisionOf(productCode: string): string {
  return productCode.slice(-2);
}
