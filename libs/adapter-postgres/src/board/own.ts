import type { OwnShipments } from '@cellrelay/use-cases';
import { withoutNul } from '../plain-text.js';
import type { Conditions } from './conditions.js';

/** Only shipments in which somebody stands; `shipment` is the column with their ids. Without a reader, all. */
export function standingIn(wanted: Conditions, shipment: string, own: OwnShipments | undefined): Conditions {
  const theirs = `${shipment} in (select p.shipment from cellrelay.shipment_part p where p.holder = ? and p.part = any (?::text[]))`;
  return own === undefined ? wanted : wanted.add(theirs, withoutNul(own.holder), own.parts);
}
