import type { ZonedInstant } from '@cellrelay/kernel';
import type { Booking } from './flight-booking/flight-booking.js';
import type { Shipment } from './shipment.js';
import type { Exemption } from './xray-exemption/xray-exemption.js';

/** Something that happened, and when, if it has. */
export type Told = readonly [at: ZonedInstant | null, what: string];

/** Every movement of the box between the hands of the collection centre and its opening: flights, checkpoints, borders, couriers, other ways. In no order yet. */
export function movementsOf(shipment: Shipment): readonly Told[] {
  const { bookings } = shipment.stages['flight-booking'];
  const { exemptions } = shipment.stages['xray-exemption'];
  return [
    ...bookings.flatMap((booking) => flownBy(shipment, booking)),
    ...exemptions.map((exemption): Told => [atOf(shipment, `checked/${exemption.id}`), passageOf(exemption)]),
    ...bordersOf(shipment),
    ...relaysOf(shipment),
    [atOf(shipment, 'ready'), 'Unit ready to be collected from the carrier'],
    ...shipment.stages.order.diversions.map(({ kind, to, decidedAt }): Told => [
      decidedAt,
      `Box ${kind === 'return' ? 'sent back' : 'diverted'} to ${to.name}, ${to.city}`,
    ]),
  ];
}

function atOf({ moments }: Shipment, key: string): ZonedInstant | null {
  return moments[key]?.at ?? null;
}

function flownBy(shipment: Shipment, { id, flight, departedAt, arrivedAt }: Booking): readonly Told[] {
  return [
    [atOf(shipment, `loaded/${id}`), `Unit loaded on ${flight.designator}`],
    [inClockOf(flight.departsAt, departedAt), `${flight.designator} departed from ${flight.from.iata}`],
    [inClockOf(flight.arrivesAt, arrivedAt), `${flight.designator} landed at ${flight.to.iata}`],
  ];
}

/** In the clock of the airport, wherever it was told from. */
function inClockOf({ zone }: ZonedInstant, told: ZonedInstant | null): ZonedInstant | null {
  return told === null ? null : { at: told.at, zone };
}

function passageOf({ airport, scannedAt }: Exemption): string {
  return scannedAt === null ? `Box searched by hand at ${airport}` : `Box X-rayed at ${airport}`;
}

function bordersOf(shipment: Shipment): readonly Told[] {
  return shipment.stages['customs-clearance'].requests.flatMap(({ id, country, direction, airport, released }) => {
    const where = `${direction}, ${country} at ${airport}`;
    return [
      [released?.releasedAt ?? null, `Let go by customs before its papers (${where})`],
      [atOf(shipment, `crossed/${id}`), `Cleared by customs (${where})`],
    ] as const;
  });
}

/** By the airport: who took it over is a person. */
function relaysOf({ moments }: Shipment): readonly Told[] {
  return Object.entries(moments)
    .filter(([key]) => key.startsWith('relayed/'))
    .map(([key, { at }]): Told => [at, `Box given to the next courier at ${key.slice('relayed/'.length)}`]);
}
