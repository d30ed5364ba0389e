import type { Place, Shipment } from '../api/types.js';
import { ownZone } from '../time/now.js';
import { cityOf } from '../time/zone.js';

/** The clocks that a time about this shipment may be stated in: both centres, the airports on the way, the reader's own. */
export function placesOf(view: Shipment): readonly Place[] {
  const airports = view.plans.flatMap((plan) => plan.legs.flatMap(({ flight }) => [flight.from, flight.to]));
  return distinct([view.from, view.to, ...airports, ownPlace]);
}

/** The reader's own clock. */
export const ownPlace: Place = { city: cityOf(ownZone), zone: ownZone };

function distinct(places: readonly Place[]): readonly Place[] {
  const zones = new Map<string, Place>();
  for (const { city, zone } of places) if (!zones.has(zone)) zones.set(zone, { city, zone });
  return [...zones.values()];
}
