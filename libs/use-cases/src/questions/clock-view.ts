import {
  bagNames,
  clockedBags,
  confirmedPlan,
  forecastInfusionAt,
  planOf,
  type ClockedBag,
  type Shipment,
} from '@cellrelay/shipment';
import type { BagClockView } from './views.js';

/** The clocks of all bags, oldest first. */
export function clocksOf(shipment: Shipment): readonly BagClockView[] {
  return clockedBags(shipment).map((bag) => clockOf(shipment, bag));
}

/** One bag's clock. The forecast is the trip's: it is null when no plan stands, or once the bag's clock has ended. */
export function clockOf(shipment: Shipment, bag: ClockedBag): BagClockView {
  const planStands = (confirmedPlan(shipment) ?? planOf(shipment, 1)) !== undefined;
  return {
    bag: bagNames(shipment).get(bag.id) ?? bag.id,
    day: bag.day,
    ...bag.clock,
    endedAt: bag.endedAt,
    infusionForecastAt: bag.endedAt === null && planStands ? forecastInfusionAt(shipment) : null,
  };
}
