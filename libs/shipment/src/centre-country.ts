import { confirmedPlan, currentBookings, orderOf } from './overview.js';
import type { Shipment } from './shipment.js';

/** The country of the transplant centre: as the order states it, else where the plan that flies lands last; null while neither is known. */
export function centreCountryOf(shipment: Shipment): string | null {
  const stated = orderOf(shipment).details.parties.transplantCentre.country;
  const plan = confirmedPlan(shipment);
  const last = plan === undefined ? undefined : currentBookings(shipment, plan).at(-1);
  return stated ?? last?.flight.to.country ?? null;
}
