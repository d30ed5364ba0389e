import { zoneOf, type Instant } from '@cellrelay/kernel';
import { beijing, defined, houston, second } from './case-a.examples.js';
import type { SplitPlace } from './collection/collection.js';
import type { ShipmentCommand } from './shipment.js';

const losAngeles = defined(zoneOf('America/Los_Angeles'));

/** What a person says of the bags, and of decisions that change the way of the cells. */
export const saysOfBags = {
  freeze: (at: Instant): ShipmentCommand => ({
    name: 'CryopreserveAtOrigin',
    data: {
      decidedAt: { at, zone: beijing },
      wordOf: { role: 'transplant-physician', person: 'Dr Example' },
      confirmedBy: second,
      reason: 'the patient has an infection',
    },
  }),
  frozen: (at: Instant, bag: string): ShipmentCommand => ({
    name: 'RecordCryopreservedAtOrigin',
    data: { bag, startedAt: { at, zone: beijing } },
  }),
  split: (
    at: Instant,
    bag: string,
    parts: readonly (readonly [productCode: string, volumeMl: number, recipient: string])[],
    where: SplitPlace = 'collection-centre',
  ): ShipmentCommand => ({
    name: 'SplitBag',
    data: {
      bag,
      parts: parts.map(([productCode, volumeMl, recipient]) => ({ productCode, volumeMl, recipient })),
      splitAt: { at, zone: where === 'collection-centre' ? beijing : houston },
      where,
      by: 'Cell Laboratory',
    },
  }),
  allot: (at: Instant, bag: string, recipient: string): ShipmentCommand => ({
    name: 'AllotBag',
    data: {
      ...{ bag, recipient, allottedAt: { at, zone: houston } },
      wordOf: { role: 'transplant-physician', person: 'Dr Example' },
      reason: 'one is served twice over',
    },
  }),
  leftAtOrigin: (at: Instant, bag: string): ShipmentCommand => ({
    name: 'RecordNotUsedAtOrigin',
    data: {
      ...{ bag, decidedAt: { at, zone: beijing }, reason: 'nobody needs it' },
      wordOf: { role: 'collection-physician', person: 'Dr Example' },
    },
  }),
  divert: (at: Instant, kind: 'divert' | 'return' = 'divert'): ShipmentCommand => ({
    name: 'DivertShipment',
    data: {
      kind,
      to: kind === 'return' ? null : { name: 'EXAMPLE Other Centre', city: 'San Francisco', zone: losAngeles },
      decidedAt: { at, zone: houston },
      wordOf: { role: 'transplant-physician', person: 'Dr Example' },
      confirmedBy: second,
      reason: 'the patient is moved',
    },
  }),
} as const;
