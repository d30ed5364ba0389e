import type { Airport, Flight } from '@cellrelay/itinerary';
import { localDateOf, plusMinutes, shipmentIdOf, zoneOf, type Instant, type Zone } from '@cellrelay/kernel';
import { saysOfTheDonor, saysOfTheWhole } from './case-a.ends.examples.js';
import { beijing, defined, houston, utc } from './case-a.places.examples.js';
import type { BagCount, DecideOnCount } from './cell-count/cell-count.js';
import type { CollectionDayNumber } from './collection/collection.js';
import type { CourierPapers } from './courier-papers.js';
import { saysInCustody } from './custody.examples.js';
import type { RecipientOrder, Site } from './order/order.js';
import { defaultPolicy } from './policy.js';
import type { ShipmentCommand } from './shipment.js';

/** Case A, Beijing to Houston, with invented parties and flights: the journey that the specs of the whole are told with. */

export { beijing, defined, houston, utc };
const dayMinutes = 24 * 60;

const site = (name: string, city: string, zone: Zone): Site => ({ name, city, zone });

/** One recipient of 62 kg who is to get so many million CD34 per kg, and 2 at the least. */
export const recipientOrder = (requested: number): RecipientOrder => ({
  ref: 'R1',
  weightKg: 62,
  weightBasis: 'actual',
  doses: [{ metric: 'CD34', per: 'kg', requested, minimum: 2 }],
  bloodGroup: null,
});

export const opening: Extract<ShipmentCommand, { name: 'OpenShipment' }> = {
  name: 'OpenShipment',
  data: {
    shipment: defined(shipmentIdOf('a0000000-0000-4000-8000-000000000001')),
    reference: 'EX-24-0001',
    example: true,
    parties: {
      donorRegistry: site('EXAMPLE Donor Registry', 'Beijing', beijing),
      patientRegistry: site('EXAMPLE Patient Registry', 'Minneapolis', houston),
      collectionCentre: site('EXAMPLE Apheresis Centre', 'Beijing', beijing),
      transplantCentre: site('EXAMPLE Transplant Centre', 'Houston', houston),
    },
    product: 'HPC-A',
    minCelsius: 2,
    maxCelsius: 8,
    unit: null,
    donorGrid: '6939XYZ000123456731',
    donorWeightKg: null,
    donorBloodGroup: null,
    recipients: [recipientOrder(5)],
    collectionDays: [defined(localDateOf('2024-09-04')), defined(localDateOf('2024-09-05'))],
    collectionStartsAtClock: '08:00',
    receiptToInfusionMinutes: 240,
    policy: defaultPolicy,
  },
};

const airport = (iata: string, city: string, country: string, zone: string): Airport => ({ iata, city, country, zone });
const pek = airport('PEK', 'Beijing', 'CN', 'Asia/Shanghai');
const sfo = airport('SFO', 'San Francisco', 'US', 'America/Los_Angeles');
const iah = airport('IAH', 'Houston', 'US', 'America/Chicago');

function flight(
  designator: string,
  [from, to]: readonly [Airport, Airport],
  [departs, arrives]: readonly [string, string],
): Flight {
  const at = (time: string, { zone }: Airport) => ({ at: utc(time), zone: defined(zoneOf(zone)) });
  return { designator, from, to, departsAt: at(departs, from), arrivesAt: at(arrives, to) };
}

const ocean = flight('UA 888', [pek, sfo], ['09-04T11:30', '09-04T23:00']);
const oceanLater = flight('CA 985', [pek, sfo], ['09-04T14:30', '09-05T02:00']);
const inland = flight('UA 1576', [sfo, iah], ['09-05T01:45', '09-05T05:30']);
const inlandLater = flight('UA 2031', [sfo, iah], ['09-05T06:15', '09-05T10:00']);
const icn = airport('ICN', 'Seoul', 'KR', 'Asia/Seoul');
const toSeoul = flight('CA 125', [pek, icn], ['09-04T11:30', '09-04T14:00']);
const fromSeoul = flight('KE 33', [icn, iah], ['09-04T16:30', '09-05T05:00']);
const direct = flight('CA 995', [pek, iah], ['09-04T16:00', '09-05T06:00']);

const onDay = (each: Flight, day: number): Flight => ({
  ...each,
  departsAt: { ...each.departsAt, at: plusMinutes(each.departsAt.at, (day - 1) * dayMinutes) },
  arrivesAt: { ...each.arrivesAt, at: plusMinutes(each.arrivesAt.at, (day - 1) * dayMinutes) },
});

/** The flights of a collection day: over San Francisco with fallbacks, changing planes in a third country, or direct. */
export function proposal(
  plan: CollectionDayNumber,
  way: 'over-sfo' | 'over-icn' | 'direct' = 'over-sfo',
  daysLater = 0,
): ShipmentCommand {
  const moved = (flight: Flight) => onDay(flight, plan + daysLater);
  const over = [
    { flight: moved(ocean), fallback: moved(oceanLater) },
    { flight: moved(inland), fallback: moved(inlandLater) },
  ];
  const alone = (each: Flight) => ({ flight: moved(each), fallback: null });
  const legs = { 'over-sfo': over, 'over-icn': [toSeoul, fromSeoul].map(alone), direct: [alone(direct)] }[way];
  return { name: 'ProposePlan', data: { plan, legs, groundMinutesAfter: 80, lateReason: null } };
}

/** When a day's collection is planned to end as case A is ordered: five hours from 08:00 in Beijing. */
export const plannedEndOfDay = (day: CollectionDayNumber): Instant =>
  plusMinutes(utc('09-04T05:00'), (day - 1) * dayMinutes);

/** Whoever confirms what is grave. */
export const second = { person: 'Second Person', organisation: 'EXAMPLE Patient Registry' };

/** The din of each day's collection, and its one bag. */
export const dins: Readonly<Record<CollectionDayNumber, string>> = { 1: 'G123498654321', 2: 'G123498654322' };
export const bagOfDay = (day: CollectionDayNumber): string => `${dins[day]}/S1128V00`;

const countOf = (day: CollectionDayNumber, cd34PerUl: number): BagCount => ({
  bag: bagOfDay(day),
  volumeMl: 210,
  cd34PerUl,
  // In step with it, so that a count is enough or short whatever was ordered.
  wbcE9PerL: cd34PerUl / 12,
  cd3PerUl: cd34PerUl * 2,
});

const ofNoPool = { poolId: null, basedIn: null, restUntil: null, alsoOn: [], papers: null };
const courier = { name: 'Courier One', company: 'EXAMPLE Couriers', phone: '+1 555 010 0101', ...ofNoPool };
const substitute = { name: 'Courier Two', company: 'EXAMPLE Couriers', phone: '+1 555 010 0102', ...ofNoPool };

/** What a person or a desk says at a moment of the journey; every local time in it is that moment. */
export const says = {
  ...saysOfTheDonor,
  ...saysOfTheWhole,
  nominate: (at: Instant, papers: CourierPapers | null = null): ShipmentCommand => ({
    name: 'NominateCourier',
    data: {
      courier: { ...courier, papers },
      substitute: { ...substitute, papers },
      nominatedAt: { at, zone: houston },
    },
  }),
  fit: (at: Instant, standing: 'not-needed' | 'expeditable' = 'not-needed'): ShipmentCommand => ({
    name: 'RecordCourierFit',
    data: {
      trainedUntil: defined(localDateOf('2026-06-30')),
      passportValidUntil: defined(localDateOf('2029-01-31')),
      visas: [
        { country: 'US', standing, until: null },
        { country: 'KR', standing: 'not-needed', until: null },
      ],
      lastJourneyEndedAt: null,
      checkedAt: { at, zone: houston },
    },
  }),
  position: (at: Instant): ShipmentCommand => ({
    name: 'RecordCourierInPosition',
    data: { positionedAt: { at, zone: beijing } },
  }),
  start: (at: Instant, day: CollectionDayNumber = 1, plateletsE9PerL: number | null = 182): ShipmentCommand => ({
    name: 'StartCollection',
    data: { day, startedAt: { at, zone: beijing }, plateletsE9PerL },
  }),
  breakOff: (at: Instant, day: CollectionDayNumber = 1): ShipmentCommand => ({
    name: 'RecordCollectionBrokenOff',
    data: { day, brokenOffAt: { at, zone: beijing }, reason: 'the veins give nothing' },
  }),
  end: (at: Instant, day: CollectionDayNumber = 1): ShipmentCommand => ({
    name: 'EndCollection',
    data: {
      day,
      endedAt: { at, zone: beijing },
      din: dins[day],
      bags: [{ productCode: 'S1128V00', volumeMl: 210, recipient: 'R1' }],
    },
  }),
  correctEnd: (at: Instant, day: CollectionDayNumber = 1): ShipmentCommand => ({
    name: 'CorrectCollectionEnd',
    data: { day, endedAt: { at, zone: beijing }, reason: 'mistyped', evidence: 'apheresis record' },
  }),
  count: (at: Instant, cd34PerUl: number, day: CollectionDayNumber = 1): ShipmentCommand => ({
    name: 'RecordCellCount',
    data: { day, countedAt: { at, zone: beijing }, bags: [countOf(day, cd34PerUl)] },
  }),
  correctCount: (at: Instant, cd34PerUl: number, day: CollectionDayNumber = 1): ShipmentCommand => ({
    name: 'CorrectCellCount',
    data: {
      day,
      countedAt: { at, zone: beijing },
      bags: [countOf(day, cd34PerUl)],
      reason: 'counted again',
      evidence: 'laboratory sheet',
    },
  }),
  decide: (
    at: Instant,
    decision: DecideOnCount['data']['decision'],
    recipients: readonly string[] | null = null,
  ): ShipmentCommand => ({
    name: 'DecideOnCount',
    data: {
      decision,
      decidedAt: { at, zone: beijing },
      wordOf: {
        role: decision === 'collect-again' ? 'collection-physician' : 'transplant-physician',
        person: 'Dr Example',
      },
      confirmedBy: second,
      recipients,
      reason: 'agreed by telephone',
    },
  }),
  told: (at: Instant, day: CollectionDayNumber = 2): ShipmentCommand => ({
    name: 'RecordStandDownTold',
    data: { day, toldAt: { at, zone: beijing } },
  }),
  ...saysInCustody,
  receive: (at: Instant, bags: readonly string[]): ShipmentCommand => ({
    name: 'RecordReceipt',
    data: { receivedAt: { at, zone: houston }, bags, boxCelsius: 4, sealIntact: true, answers: [] },
  }),
  accept: (at: Instant): ShipmentCommand => ({
    name: 'AcceptProduct',
    data: { acceptedAt: { at, zone: houston }, deviation: null },
  }),
  refuse: (at: Instant): ShipmentCommand => ({
    name: 'RefuseProduct',
    data: { refusedAt: { at, zone: houston }, reason: 'warm', person: 'Dr Example' },
  }),
  leave: (at: Instant, bag: string): ShipmentCommand => ({
    name: 'RecordBagNotUsed',
    data: {
      ...{ bag, decidedAt: { at, zone: houston }, reason: 'past its limit' },
      wordOf: { role: 'transplant-physician', person: 'Dr Example' },
    },
  }),
  infuse: (at: Instant, bag: string): ShipmentCommand => ({
    name: 'StartInfusion',
    data: { bag, startedAt: { at, zone: houston }, how: 'infusion', volumeInfusedMl: null },
  }),
} as const;
