import { latest, localDateAt, type Instant, type LocalDate } from '@cellrelay/kernel';
import type { CourierJourney } from './courier/courier.js';
import { currentBookings, livePlans, orderOf } from './overview.js';
import type { Shipment } from './shipment.js';

/** The journey that the courier's papers must cover, by the plans that may still be flown. */
export function courierJourney(shipment: Shipment): CourierJourney {
  const landings = livePlans(shipment).flatMap((plan) =>
    currentBookings(shipment, plan).map((booking) => booking.flight),
  );
  return {
    countriesEntered: [...new Set(landings.map((flight) => flight.to.country))].sort(),
    lastDay: lastDayOf(
      shipment,
      landings.map((flight) => flight.arrivesAt.at),
    ),
    frozen: orderOf(shipment).details.unit !== null,
    handedOver: shipment.stages['courier-handoff'].handedOverAt !== null,
  };
}

function lastDayOf(shipment: Shipment, arrivals: readonly Instant[]): LocalDate | null {
  const last = latest(arrivals);
  return last === undefined ? null : localDateAt(last, orderOf(shipment).details.parties.transplantCentre.zone);
}
