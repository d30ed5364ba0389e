import { mustBe } from '@cellrelay/kernel';
import { gridOf, parseIon } from '@cellrelay/identifiers';
import type { Zone } from '@cellrelay/kernel';
import type { OrderDetails } from '@cellrelay/shipment';

/** Where an example goes, with invented organisations and flights. Nobody's cells travel on it. */
export interface ExampleRoute {
  readonly reference: string;
  readonly shipment: string;
  readonly parties: OrderDetails['parties'];
  readonly ion: string;
  /** Airports of the two legs; minutes in the air on each, and on the ground between them. */
  readonly airports: readonly [string, string, string];
  readonly minutes: { readonly first: number; readonly between: number; readonly second: number };
  readonly flights: readonly [string, string];
  readonly fallback: string;
}

function site(name: string, city: string, zone: string): OrderDetails['parties']['collectionCentre'] {
  return { name: `EXAMPLE ${name}`, city, zone: zone as Zone };
}

/** Case A: Beijing to Houston by Chicago. */
export const beijingToHouston: ExampleRoute = {
  reference: 'EX-26-0001',
  shipment: '0e7a1c52-0000-4000-8000-000000000001',
  parties: {
    donorRegistry: site('Donor Registry', 'Beijing', 'Asia/Shanghai'),
    patientRegistry: site('Patient Registry', 'Minneapolis', 'America/Chicago'),
    collectionCentre: site('Collection Centre', 'Beijing', 'Asia/Shanghai'),
    transplantCentre: site('Transplant Centre', 'Houston', 'America/Chicago'),
  },
  ion: '2197',
  airports: ['PEK', 'ORD', 'IAH'],
  minutes: { first: 795, between: 165, second: 165 },
  flights: ['AX 881', 'AX 412'],
  fallback: 'AX 418',
};

/** Trips in the air; the one whose departure fell nearest to the evening at its airport is shown. */
export const tripsInTheAir: readonly ExampleRoute[] = [
  {
    reference: 'EX-26-0002',
    shipment: '0e7a1c52-0000-4000-8000-000000000002',
    parties: {
      donorRegistry: site('Donor Registry', 'Ulm', 'Europe/Berlin'),
      patientRegistry: site('Patient Registry', 'Minneapolis', 'America/Chicago'),
      collectionCentre: site('Collection Centre', 'Dresden', 'Europe/Berlin'),
      transplantCentre: site('Transplant Centre', 'Houston', 'America/Chicago'),
    },
    ion: '6939',
    airports: ['FRA', 'BOS', 'IAH'],
    minutes: { first: 480, between: 180, second: 270 },
    flights: ['AX 422', 'AX 1719'],
    fallback: 'AX 1733',
  },
  {
    reference: 'EX-26-0003',
    shipment: '0e7a1c52-0000-4000-8000-000000000003',
    parties: {
      donorRegistry: site('Donor Registry', 'Tokyo', 'Asia/Tokyo'),
      patientRegistry: site('Patient Registry', 'Minneapolis', 'America/Chicago'),
      collectionCentre: site('Collection Centre', 'Tokyo', 'Asia/Tokyo'),
      transplantCentre: site('Transplant Centre', 'Denver', 'America/Denver'),
    },
    ion: '4364',
    airports: ['NRT', 'SEA', 'DEN'],
    minutes: { first: 540, between: 180, second: 165 },
    flights: ['AX 178', 'AX 604'],
    fallback: 'AX 618',
  },
  {
    reference: 'EX-26-0004',
    shipment: '0e7a1c52-0000-4000-8000-000000000004',
    parties: {
      donorRegistry: site('Donor Registry', 'Minneapolis', 'America/Chicago'),
      patientRegistry: site('Patient Registry', 'Rome', 'Europe/Rome'),
      collectionCentre: site('Collection Centre', 'New York', 'America/New_York'),
      transplantCentre: site('Transplant Centre', 'Rome', 'Europe/Rome'),
    },
    ion: '3553',
    airports: ['JFK', 'FRA', 'FCO'],
    minutes: { first: 450, between: 180, second: 110 },
    flights: ['AX 401', 'AX 232'],
    fallback: 'AX 236',
  },
];

/** A donor's GRID that was given to nobody: the word EXAMPLE stands in it. */
export function exampleGrid({ ion, reference }: ExampleRoute): string {
  return mustBe(gridOf(mustBe(parseIon(ion)), `EXAMPLE${reference.slice(-4).padStart(6, '0')}`));
}
