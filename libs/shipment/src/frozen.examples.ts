import { localDateOf, type Instant, type ZonedInstant } from '@cellrelay/kernel';
import { beijing, defined, houston, opening, proposal, recipientOrder, says, utc } from './case-a.examples.js';
import { openedWith, type Line } from './journeys.examples.js';
import type { BankedUnit } from './order/order.js';
import { isBanked } from './overview.js';
import type { Shipment, ShipmentCommand } from './shipment.js';

/** Case D: a frozen cord blood unit from a bank in Beijing for a child in Houston. Parties, unit and flights are invented. */
export const unit: BankedUnit = {
  din: 'G123498654321',
  productCode: 'S2598V00',
  volumeMl: 25,
  tncE8: 12,
  cd34E6: 4.8,
  storedAtOrBelowCelsius: -150,
  shipOn: defined(localDateOf('2024-09-04')),
  conditioningStartsOn: defined(localDateOf('2024-09-10')),
};
export const unitId = 'G123498654321/S2598V00';

/** The order of the unit, in place of case A's. */
export const banked: Partial<(typeof opening)['data']> = {
  ...{ product: 'HPC-CB', minCelsius: null, maxCelsius: null, donorGrid: null, collectionDays: [], unit },
  receiptToInfusionMinutes: 60,
  recipients: [
    {
      ...{ ...recipientOrder(5), weightKg: 24 },
      doses: [
        { metric: 'TNC', per: 'kg', requested: 0.3, minimum: 0.25 },
        { metric: 'CD34', per: 'kg', requested: 0.15, minimum: 0.1 },
      ],
    },
  ],
};

const inBeijing = (at: Instant): ZonedInstant => ({ at, zone: beijing });
const inHouston = (at: Instant): ZonedInstant => ({ at, zone: houston });
const seal = 'SEAL-0412';

/** What is said of a frozen unit. */
export const saysOfUnit = {
  release: (at: Instant): ShipmentCommand => ({
    name: 'ReleaseUnit',
    data: { releasedAt: inBeijing(at), by: 'Bank Laboratory', reference: 'REL-1' },
  }),
  charge: (at: Instant, shipper = 'SHIPPER-1', validatedHoldHours = 240): ShipmentCommand => ({
    name: 'ChargeShipper',
    data: {
      ...{ shipper, validatedHoldHours, chargedAt: inBeijing(at), requalifiedAt: inBeijing(utc('08-01T00:00')) },
      ...{ loggerSerial: 'LOG-7', startCelsius: -190 },
    },
  }),
  book: (at: Instant): ShipmentCommand => ({
    name: 'BookCargo',
    data: {
      ...{ carrier: 'EXAMPLE Air Cargo', waybill: '99912345675', bookedAt: inBeijing(at) },
      shipperContact: { name: 'Bank Desk', phone: '+86 10 5555 0100' },
      consigneeContact: { name: 'Cell Laboratory', phone: '+1 555 010 0111' },
    },
  }),
  accepted: (at: Instant): ShipmentCommand => ({
    name: 'RecordCargoAccepted',
    data: { acceptedAt: inBeijing(at), facility: 'EXAMPLE Air Cargo, PEK', acceptedBy: 'Cargo Agent', seal },
  }),
  loaded: (at: Instant, booking: string): ShipmentCommand => ({
    name: 'RecordCargoLoaded',
    data: { booking, loadedAt: inBeijing(at) },
  }),
  notLoaded: (at: Instant, booking: string): ShipmentCommand => ({
    name: 'RecordNotLoaded',
    data: { booking, notLoadedAt: inBeijing(at), reason: 'no room in the hold' },
  }),
  ready: (at: Instant): ShipmentCommand => ({
    name: 'RecordCargoReady',
    data: { readyAt: inHouston(at), facility: 'EXAMPLE Air Cargo, IAH' },
  }),
  received: (at: Instant, boxCelsius: number): ShipmentCommand => ({
    name: 'RecordReceipt',
    data: { receivedAt: inHouston(at), bags: [unitId], boxCelsius, sealIntact: true, answers: [] },
  }),
  postponed: (at: Instant, day: string): ShipmentCommand => ({
    name: 'PostponeShipping',
    data: {
      ...{ shipOn: defined(localDateOf(day)), postponedAt: inHouston(at), reason: 'the child has a fever' },
      wordOf: { party: 'transplant-centre', person: 'Dr Example' },
    },
  }),
  stored: (at: Instant): ShipmentCommand => ({
    name: 'StartInfusion',
    data: { bag: unitId, startedAt: inHouston(at), how: 'stored-frozen', volumeInfusedMl: null },
  }),
} as const;

/** Everything that could be said of a frozen unit at that moment, allowed or not; nothing of what is collected fresh. */
export function saidOfTheUnit(shipment: Shipment, at: Instant): readonly ShipmentCommand[] {
  if (!isBanked(shipment)) return [];
  const bookings = shipment.stages['flight-booking'].bookings.map(({ id }) => id);
  return [
    saysOfUnit.release(at),
    saysOfUnit.charge(at),
    saysOfUnit.charge(at, 'SHIPPER-2', 24),
    saysOfUnit.book(at),
    saysOfUnit.accepted(at),
    saysOfUnit.postponed(at, '2024-09-06'),
    saysOfUnit.postponed(at, '2024-09-12'),
    saysOfUnit.ready(at),
    saysOfUnit.received(at, -180),
    saysOfUnit.received(at, -130),
    saysOfUnit.stored(at),
    ...bookings.flatMap((booking) => [saysOfUnit.loaded(at, booking), saysOfUnit.notLoaded(at, booking)]),
  ];
}

const line = (time: string, say: (at: Instant) => ShipmentCommand): Line => [utc(time), say(utc(time))];

const ordered: readonly Line[] = [
  ...openedWith([[utc('08-12T14:30'), opening]], banked),
  [utc('08-13T02:00'), proposal(1)],
  line('08-16T02:00', saysOfUnit.release),
];
const atTheCentre: readonly Line[] = [
  line('09-05T07:00', (at) => saysOfUnit.received(at, -182)),
  line('09-05T07:30', says.accept),
  line('09-05T07:50', saysOfUnit.stored),
];

/** Carried by a courier, who hands it over in Houston the next morning. */
export const unitByCourier: readonly Line[] = [
  ...ordered,
  line('08-19T15:00', says.nominate),
  line('08-26T18:30', says.fit),
  line('09-02T11:40', says.position),
  line('09-03T10:00', (at) => saysOfUnit.charge(at)),
  line('09-04T05:00', (at) => says.pack(at, [unitId])),
  line('09-04T07:10', says.handOver),
  line('09-05T06:50', says.deliver),
  ...atTheCentre,
];

/** As cargo: the first flight leaves without it, it goes by the fallback, and is collected in Houston. */
export const unitLeftBehind: readonly Line[] = [
  ...ordered,
  line('08-19T15:00', saysOfUnit.book),
  line('09-03T10:00', (at) => saysOfUnit.charge(at)),
  line('09-04T05:00', (at) => says.pack(at, [unitId])),
  line('09-04T07:10', saysOfUnit.accepted),
  line('09-04T11:50', (at) => saysOfUnit.notLoaded(at, '1.0/1')),
  [utc('09-04T12:10'), { name: 'RebookLeg', data: { plan: 1, leg: 0, flight: null, reason: 'left behind' } }],
  [utc('09-04T12:20'), { name: 'RebookLeg', data: { plan: 1, leg: 1, flight: null, reason: 'left behind' } }],
  line('09-04T14:20', (at) => saysOfUnit.loaded(at, '1.0/2')),
  line('09-05T06:00', (at) => saysOfUnit.loaded(at, '1.1/2')),
  line('09-05T11:00', saysOfUnit.ready),
  line('09-05T12:30', says.deliver),
  line('09-05T13:00', (at) => saysOfUnit.received(at, -182)),
  line('09-05T13:10', says.accept),
  line('09-05T13:30', saysOfUnit.stored),
];
