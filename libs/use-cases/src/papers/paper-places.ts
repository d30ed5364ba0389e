import type { ShipmentId } from '@cellrelay/kernel';
import type { Contact } from '@cellrelay/paperwork';
import { destinationOf, isReturned, orderOf, type Shipment, type Site } from '@cellrelay/shipment';
import type { PaperFactKey } from './paper-fact-store.port.js';

/** The parts whose addresses or telephones papers say. `destination`: where the cells were diverted to. */
export const placedParts = [
  'donor-registry',
  'patient-registry',
  'collection-centre',
  'transplant-centre',
  'destination',
] as const;
export type PlacedPart = (typeof placedParts)[number];

/** Who has a part now, and under which key their address is entered. */
export interface Place {
  readonly part: PlacedPart;
  /** As which papers name them among the contacts. */
  readonly role: Contact['role'];
  readonly name: string;
  /** As the order has it; of an organisation of the register its own address says. */
  readonly city: string;
  readonly key: PaperFactKey<'postal' | 'party'>;
}

/**
 * Whoever has a part in the shipment now, the ends of the way first. An organisation of the register is known by its id; one that is quoted alone by its part, name and city in the order. Of a
 * diverted shipment the place that it goes to now stands for the transplant centre: its address is the named centre's only where it is called the same, since whoever was named before may still stand.
 */
export function placesOf(id: ShipmentId, shipment: Shipment): readonly Place[] {
  const { parties } = orderOf(shipment).details;
  const { organisations, diversions } = shipment.stages.order;
  const at = (part: Exclude<PlacedPart, 'destination'>, site: Site): Place => {
    const named = organisations[part];
    const key: Place['key'] = named === undefined ? partyKey(id, part) : { kind: 'postal', about: named.id };
    return { part, role: part, name: named?.name ?? site.name, city: site.city, key };
  };
  const ordered = at('transplant-centre', parties.transplantCentre);
  const going = diversions.length === 0 ? [ordered] : divertedTo(id, shipment, ordered);
  return [
    at('collection-centre', parties.collectionCentre),
    ...going,
    at('donor-registry', parties.donorRegistry),
    at('patient-registry', parties.patientRegistry),
  ];
}

function divertedTo(id: ShipmentId, shipment: Shipment, ordered: Place): readonly Place[] {
  if (isReturned(shipment)) return [];
  const { name, city } = destinationOf(shipment);
  const isNamed = ordered.key.kind === 'postal' && sameName(ordered.name, name);
  const key = isNamed ? ordered.key : partyKey(id, 'destination');
  return [{ part: 'destination', role: 'transplant-centre', name, city, key }];
}

/** Under which key the address of a party that is in no register is entered. */
export function partyKey(id: ShipmentId, part: PlacedPart): PaperFactKey<'party'> {
  return { kind: 'party', about: `${id}/${part}` };
}

/** Whether somebody is called so, but for case and spaces. */
export function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return plain(one) === plain(other);
}
