import {
  localDateOf,
  mustBe,
  resolveLocal,
  shipmentIdOf,
  zoneOf,
  type Instant,
  type LocalDate,
  type ShipmentId,
  type Zone,
  type ZonedInstant,
} from '@cellrelay/kernel';
import type { Airport, Flight } from '@cellrelay/itinerary';
import { defaultPolicy, type ShipmentCommand } from '@cellrelay/shipment';

/** Case A as commands in the core's own terms: Beijing to Houston by a gateway, collection on 4 (and 5) September 2024. Invented parties. */

const zones = { beijing: 'Asia/Shanghai', gateway: 'America/Los_Angeles', houston: 'America/Chicago' } as const;
type Place = keyof typeof zones;

/** A time on that place's wall clock, as `09-04T08:05` in 2024. */
export function on(place: Place, monthDayTime: string): ZonedInstant {
  return mustBe(resolveLocal(`2024-${monthDayTime}`, zoneIn(place)));
}

function zoneIn(place: Place): Zone {
  const zone = zoneOf(zones[place]);
  if (zone === undefined) throw new Error(`no zone ${zones[place]}`);
  return zone;
}

function day(text: string): LocalDate {
  const date = localDateOf(text);
  if (date === undefined) throw new Error(`no day ${text}`);
  return date;
}

const airports = {
  PEK: { iata: 'PEK', zone: zones.beijing, city: 'Beijing', country: 'CN' },
  SFO: { iata: 'SFO', zone: zones.gateway, city: 'San Francisco', country: 'US' },
  IAH: { iata: 'IAH', zone: zones.houston, city: 'Houston', country: 'US' },
} satisfies Record<string, Airport>;

/** A shipment id for examples: `a0000000-0000-4000-8000-` and twelve digits. */
export function exampleShipment(number = 1): ShipmentId {
  const id = shipmentIdOf(`a0000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
  if (id === undefined) throw new Error('no id');
  return id;
}

/** When case A is opened. */
export const openedAt: Instant = on('houston', '08-12T09:30').at;

/** The formal request. */
export function openShipment(shipment = exampleShipment()): ShipmentCommand & { readonly name: 'OpenShipment' } {
  const site = (name: string, city: string, place: Place) => ({ name, city, zone: zoneIn(place) });
  return {
    name: 'OpenShipment',
    data: {
      shipment,
      policy: defaultPolicy,
      reference: 'EX-24-0001',
      example: true,
      parties: {
        donorRegistry: site('EXAMPLE Donor Registry', 'Beijing', 'beijing'),
        patientRegistry: site('EXAMPLE Patient Registry', 'Minneapolis', 'houston'),
        collectionCentre: site('EXAMPLE Apheresis Centre', 'Beijing', 'beijing'),
        transplantCentre: site('EXAMPLE Transplant Centre', 'Houston', 'houston'),
      },
      product: 'HPC-A',
      minCelsius: 2,
      maxCelsius: 8,
      unit: null,
      donorGrid: '9991EXAMPLE00041202',
      donorWeightKg: null,
      donorBloodGroup: null,
      recipients: [
        {
          ...{ ref: 'R1', weightKg: 62, weightBasis: 'actual', bloodGroup: null },
          doses: [{ metric: 'CD34', per: 'kg', requested: 5, minimum: 2 }],
        },
      ],
      collectionDays: [day('2024-09-04'), day('2024-09-05')],
      collectionStartsAtClock: '08:00',
      receiptToInfusionMinutes: 240,
    },
  };
}

/** The order of a banked unit on case A's way, in place of collected cells. */
export function orderUnit(shipment: ShipmentId, din: string): ShipmentCommand & { readonly name: 'OpenShipment' } {
  const { name, data } = openShipment(shipment);
  return {
    name,
    data: {
      ...data,
      ...{
        reference: `EX-${shipment.slice(-4)}`,
        product: 'HPC-CB',
        minCelsius: null,
        maxCelsius: null,
        donorGrid: null,
      },
      unit: {
        ...{ din, productCode: 'S2598V00', volumeMl: 25, tncE8: 12, cd34E6: 4.8, storedAtOrBelowCelsius: -150 },
        ...{ shipOn: day('2024-09-04'), conditioningStartsOn: null },
      },
      recipients: [
        {
          ...{ ref: 'R1', weightKg: 24, weightBasis: 'actual', bloodGroup: null },
          doses: [
            { metric: 'TNC', per: 'kg', requested: 0.3, minimum: 0.25 },
            { metric: 'CD34', per: 'kg', requested: 0.15, minimum: 0.1 },
          ],
        },
      ],
      collectionDays: [],
    },
  };
}

/** Called off before anything is collected or has left its bank. */
export function cancelShipment(): ShipmentCommand {
  return {
    name: 'CancelShipment',
    data: {
      ...{
        by: 'transplant-centre',
        code: 'patient-condition',
        words: 'Fever.',
        statedAt: on('houston', '08-12T09:20'),
      },
      ...{ cells: 'none', confirmedBy: null },
    },
  };
}

/** Flights for a collection day, each with a fallback. */
export function proposePlan(plan: 1 | 2): ShipmentCommand {
  const [today, next] = plan === 1 ? ['09-04', '09-05'] : ['09-05', '09-06'];
  const over = (designator: string, times: readonly [string, string]): Flight => ({
    designator,
    from: airports.PEK,
    to: airports.SFO,
    departsAt: on('beijing', times[0]),
    arrivesAt: on('gateway', times[1]),
  });
  const onward = (designator: string, times: readonly [string, string]): Flight => ({
    designator,
    from: airports.SFO,
    to: airports.IAH,
    departsAt: on('gateway', times[0]),
    arrivesAt: on('houston', times[1]),
  });
  const legs = [
    {
      flight: over('UA 888', [`${today}T19:30`, `${today}T16:00`]),
      fallback: over('CA 985', [`${today}T22:30`, `${today}T19:00`]),
    },
    {
      flight: onward('UA 1576', [`${today}T18:45`, `${next}T00:30`]),
      fallback: onward('UA 2031', [`${today}T23:15`, `${next}T05:00`]),
    },
  ];
  return { name: 'ProposePlan', data: { plan, legs, groundMinutesAfter: 80, lateReason: null } };
}

export function clearDonor(at = '08-16T10:00'): ShipmentCommand {
  return { name: 'ClearDonor', data: { clearedAt: on('beijing', at) } };
}

export function startCollection(which: 1 | 2): ShipmentCommand {
  const startedAt = on('beijing', which === 1 ? '09-04T08:05' : '09-05T08:05');
  return { name: 'StartCollection', data: { day: which, startedAt, plateletsE9PerL: 182 } };
}

/** The bag of a collection day. */
export function bagOfDay(which: 1 | 2): string {
  return `${dinOf(which)}/S1128V00`;
}

function dinOf(which: 1 | 2): string {
  return which === 1 ? 'Z999124000412' : 'Z999124000413';
}

export function endCollection(which: 1 | 2): ShipmentCommand {
  const endedAt = on('beijing', which === 1 ? '09-04T12:05' : '09-05T12:05');
  const bags = [{ productCode: 'S1128V00', volumeMl: 210, recipient: 'R1' }];
  return { name: 'EndCollection', data: { day: which, endedAt, din: dinOf(which), bags } };
}

/** Counts a day's bag: 1800 per µL are enough on day 1, 1074 are short. */
export function countCells(which: 1 | 2, cd34PerUl: number): ShipmentCommand {
  const countedAt = on('beijing', which === 1 ? '09-04T13:15' : '09-05T13:15');
  return {
    name: 'RecordCellCount',
    data: {
      day: which,
      countedAt,
      bags: [{ bag: bagOfDay(which), cd34PerUl, wbcE9PerL: null, cd3PerUl: null, volumeMl: 210 }],
    },
  };
}

const confirmedBy = { person: 'Second Person', organisation: 'EXAMPLE Registry' };

export function decideOnCount(decision: 'collect-again' | 'accept-less' | 'stop'): ShipmentCommand {
  const role = decision === 'collect-again' ? 'collection-physician' : 'transplant-physician';
  const wordOf = { role, person: 'Physician' } as const;
  return {
    name: 'DecideOnCount',
    data: {
      decision,
      decidedAt: on('beijing', '09-04T13:40'),
      wordOf,
      confirmedBy,
      recipients: null,
      reason: 'As agreed.',
    },
  };
}
