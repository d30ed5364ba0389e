import { instantOf, type Instant, type ShipmentId } from '@cellrelay/kernel';
import {
  decide,
  defaultPolicy,
  type LoggedEvent,
  type Refusal,
  type Shipment,
  type ShipmentCommand,
  type ShipmentEvent,
} from '@cellrelay/shipment';
import type { Airports } from '../ports.js';
import { parseCommandBody } from '../wire/parse-command-body.js';

/** An invented trip from Beijing to Houston for the specs beside this file: bodies as people send them, through wire and core. */

export const tripId = '11111111-1111-4111-8111-111111111111' as ShipmentId;

const airports: Readonly<Record<string, readonly [zone: string, city: string, country: string]>> = {
  PEK: ['Asia/Shanghai', 'Beijing', 'CN'],
  ORD: ['America/Chicago', 'Chicago', 'US'],
  IAH: ['America/Chicago', 'Houston', 'US'],
};

export const exampleAirports: Airports = {
  find(iata) {
    const found = airports[iata];
    if (found === undefined) return undefined;
    const [zone, city, country] = found;
    return { iata, zone, city, country };
  },
};

export const beijing = (local: string) => ({ local, zone: 'Asia/Shanghai' });
export const houston = (local: string) => ({ local, zone: 'America/Chicago' });

const statedBy = { person: 'A. Example', organisation: 'Coordination', how: 'account' } as const;

/** A shipment that commands are issued on, one after the other. */
export class Trip {
  constructor(public shipment: Shipment | null = null) {}

  readonly events: ShipmentEvent[] = [];
  readonly log: LoggedEvent[] = [];

  /** Where the shipment stands; throws before it is opened. */
  get state(): Shipment {
    if (this.shipment === null) throw new Error('not opened');
    return this.shipment;
  }

  /** Issues a person's command at that moment; throws when it is refused. */
  at(now: string, name: string, body: unknown): this {
    const refusals = this.refusalsOf(now, name, body);
    if (refusals.length > 0) throw new Error(`${name}: ${JSON.stringify(refusals)}`);
    return this;
  }

  /** Issues a command of the system. */
  system(now: string, command: ShipmentCommand): this {
    const refusals = this.decided(now, command);
    if (refusals.length > 0) throw new Error(`${command.name}: ${JSON.stringify(refusals)}`);
    return this;
  }

  /** What keeps a person's command from being taken; when nothing does, it is. */
  refusalsOf(now: string, name: string, body: unknown): readonly Refusal[] {
    const context = { shipment: tripId, airports: exampleAirports, policy: defaultPolicy };
    const command = parseCommandBody(name, body, context);
    return command.ok ? this.decided(now, command.value) : command.error;
  }

  private lineAfter(recordedAt: Instant): LoggedEvent {
    const event = this.events[this.log.length];
    if (event === undefined) throw new Error('every event has a line');
    return { seq: this.log.length + 1, recordedAt, event };
  }

  private decided(now: string, command: ShipmentCommand): readonly Refusal[] {
    const decision = decide(command, this.shipment, { now: moment(now), statedBy }, this.log);
    if (!decision.ok) return [decision.error];
    this.shipment = decision.value.shipment;
    this.events.push(...decision.value.events);
    while (this.log.length < this.events.length) this.log.push(this.lineAfter(moment(now)));
    return [];
  }
}

function moment(text: string): Instant {
  const found = instantOf(text);
  if (found === undefined) throw new Error(`no moment: ${text}`);
  return found;
}

const site = (name: string, city: string, zone: string) => ({ name, city, zone });

export const order = {
  reference: 'CR-26-0412',
  example: true,
  parties: {
    donorRegistry: site('Registry North', 'Beijing', 'Asia/Shanghai'),
    patientRegistry: site('Registry South', 'Minneapolis', 'America/Chicago'),
    collectionCentre: site('Centre A', 'Beijing', 'Asia/Shanghai'),
    transplantCentre: site('Centre B', 'Houston', 'America/Chicago'),
  },
  product: 'HPC-A',
  minCelsius: 2,
  maxCelsius: 8,
  donorGrid: '6939 XYZ0 0012 3456 731',
  recipients: [{ ref: 'R1', weightKg: 70, doses: [{ metric: 'CD34', per: 'kg', requested: 5, minimum: 2 }] }],
  collectionDays: ['2026-11-23', '2026-11-24'],
  collectionStartsAtClock: '08:00',
  receiptToInfusionMinutes: 240,
};

/** Two legs, a day after the collection of that plan; the second has a fallback. */
export function planBody(plan: 1 | 2) {
  const day = plan === 1 ? '24' : '25';
  const leg = (designator: string, [from, to]: readonly [string, string], departs: string, arrives: string) => ({
    ...{ designator, from, to },
    departsLocal: `2026-11-${day}T${departs}`,
    arrivesLocal: `2026-11-${day}T${arrives}`,
  });
  return {
    plan,
    groundMinutesAfter: 90,
    legs: [
      { flight: leg('UA 850', ['PEK', 'ORD'], '10:00', '09:30') },
      {
        flight: leg('UA 1215', ['ORD', 'IAH'], '13:00', '15:45'),
        fallback: leg('UA 2020', ['ORD', 'IAH'], '16:00', '18:45'),
      },
    ],
  };
}

export const dinOfDay1 = 'G1234 98 654321 00 H';
export const bagOfDay1 = 'G123498654321/S1128VA0';
export const dinOfDay2 = 'G1234 98 654329 00 1';
export const bagOfDay2 = 'G123498654329/S1128VA0';

/** Opened, cleared, both plans proposed. */
export function openedTrip(): Trip {
  return new Trip()
    .at('2026-11-02T08:00Z', 'OpenShipment', order)
    .at('2026-11-03T08:00Z', 'ClearDonor', { clearedAt: beijing('2026-11-03T09:00') })
    .at('2026-11-04T08:00Z', 'ProposePlan', planBody(1))
    .at('2026-11-04T08:01Z', 'ProposePlan', planBody(2));
}

/** Seats of the first leg of plan 1 held and ticketed. */
export function withSeats(trip: Trip, booking: string): Trip {
  const held = { booking, record: 'ABC123', heldAt: beijing('2026-11-05T08:00') };
  return trip
    .at('2026-11-05T01:00Z', 'RecordSeatsHeld', {
      ...held,
      holdLapsesAt: beijing('2026-11-15T08:00'),
      giveUpBy: beijing('2026-11-23T18:00'),
    })
    .at('2026-11-06T01:00Z', 'RecordSeatsTicketed', {
      booking,
      record: 'ABC123',
      ticketedAt: beijing('2026-11-06T08:00'),
    });
}

/** Day 1 collected: one bag of 180 mL. */
export function collected(trip: Trip): Trip {
  return trip
    .at('2026-11-23T00:10Z', 'StartCollection', { day: 1, startedAt: beijing('2026-11-23T08:00') })
    .at('2026-11-23T04:10Z', 'EndCollection', {
      day: 1,
      endedAt: beijing('2026-11-23T12:00'),
      din: dinOfDay1,
      bags: [{ productCode: 'S1128VA0', volumeMl: 180, recipient: 'R1' }],
    });
}

/** Day 1 counted with so many cells per µL: 2000 give 5.14 million per kg, 1000 give 2.57. */
export function counted(trip: Trip, cd34PerUl: number): Trip {
  const countedAt = beijing('2026-11-23T13:30');
  return trip.at('2026-11-23T05:40Z', 'RecordCellCount', {
    day: 1,
    countedAt,
    bags: [{ bag: bagOfDay1, cd34PerUl, volumeMl: 180 }],
  });
}

/** A major mismatch, by ABO and by Rh. */
export const unlikeGroups = {
  donor: { abo: 'A', rh: '+' },
  recipients: [{ recipient: 'R1', bloodGroup: { abo: 'O', rh: '-' } }],
  reason: 'The group came with the work-up.',
};

/** The laboratory's decision on it: the red cells are taken out, unless it is said otherwise. */
export function processing(change: Readonly<Record<string, unknown>>) {
  return {
    ...{ recipient: 'R1', processing: 'red-cell-depletion', minutes: 90 },
    decidedAt: houston('2026-11-03T01:30'),
    wordOf: { role: 'receiving-laboratory', person: 'L. Example' },
    reason: 'Unlike groups.',
    ...change,
  };
}

/** Marrow on the first day alone in place of both days' apheresis. */
export const toMarrow = {
  ...{ product: 'HPC-M', minCelsius: 18, maxCelsius: 24, donorWeightKg: 70, collectionDays: ['2026-11-23'] },
  doses: [{ recipient: 'R1', doses: [{ metric: 'TNC', per: 'kg', requested: 4, minimum: 2 }] }],
  wordOf: { transplantCentre: 'T. Example', donorRegistry: 'D. Example' },
  reason: 'Eligible for marrow only.',
  evidence: 'Mail of 3 November',
};
