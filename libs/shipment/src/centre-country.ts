import { confirmedPlan, currentBookings, destinationOf } from './overview.js';
import type { Shipment } from './shipment.js';

/** The country of the centre that the cells go to: as its site states it, else where the plan that flies lands last; null while neither is known. */
export function centreCountryOf(shipment: Shipment): string | null {
  const stated = destinationOf(shipment).country;
  const plan = confirmedPlan(shipment);
  const last = plan === undefined ? undefined : currentBookings(shipment, plan).at(-1);
  return stated ?? last?.flight.to.country ?? null;
}
