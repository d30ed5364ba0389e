import { sameJson, type ShipmentId } from '@cellrelay/kernel';
import type { Contact, CustomsValue, Office, Passport } from '@cellrelay/paperwork';
import { isReturned, orderOf, type CourierPerson, type Shipment } from '@cellrelay/shipment';
import type { EnteredFacts } from './entered-facts.js';
import {
  paperFactIn,
  type BoxSize,
  type KeptPaperFact,
  type PaperFactKey,
  type PostalAddress,
  type SiteFacts,
} from './paper-fact-store.port.js';
import { placesOf, sameName, type Place } from './paper-places.js';

export const siteKey: PaperFactKey<'site'> = { kind: 'site', about: 'site' };
export const examplesKey: PaperFactKey<'site'> = { kind: 'site', about: 'examples' };

/** Every record that may hold something for the papers of that shipment as it stands. */
export function keysFor(id: ShipmentId, shipment: Shipment): readonly PaperFactKey[] {
  const { courier, substitute } = shipment.stages.courier;
  const travellers = [courier, substitute].flatMap((person) => passportKey(person) ?? []);
  return [
    ...[siteKey, ...(orderOf(shipment).details.example ? [examplesKey] : [])],
    ...placesOf(id, shipment).map(({ key }) => key),
    ...travellers,
    ...([
      { kind: 'markers', about: id },
      { kind: 'value', about: id },
    ] as const),
  ];
}

/** What of these entries is about whoever and whatever is named in the shipment now. */
export function enteredFor(id: ShipmentId, shipment: Shipment, kept: readonly KeptPaperFact[]): EnteredFacts {
  const { courier, substitute } = shipment.stages.courier;
  const site = siteFactsOf(shipment, kept);
  const { from, to, contacts } = officesOf(id, shipment, kept);
  return {
    ...senderOf(site),
    consignor: from,
    consignee: to,
    contacts: contacts.length === 0 ? undefined : contacts,
    boxSizeCm: site && boxSizeOf(shipment, site),
    value: valueOf(id, shipment, kept) ?? (site && defaultValueOf(shipment, site)),
    markers: markersOf(id, shipment, kept),
    passport: passportOf(courier, kept),
    substitutePassport: passportOf(substitute, kept),
  };
}

/** Papers of an example are the invented organisation's; where there is none, as of a trip that somebody tried out, the site's own. No other trip's are ever the invented one's. */
function siteFactsOf(shipment: Shipment, kept: readonly KeptPaperFact[]): SiteFacts | undefined {
  const invented = orderOf(shipment).details.example ? paperFactIn(kept, examplesKey) : undefined;
  return (invented ?? paperFactIn(kept, siteKey))?.body;
}

function senderOf(site: SiteFacts | undefined): Pick<EnteredFacts, 'issuer' | 'hotline' | 'signatory'> {
  const { issuer, hotline, signatory } = site ?? { issuer: null, hotline: null, signatory: null };
  return { issuer: issuer ?? undefined, hotline: hotline ?? undefined, signatory: signatory ?? undefined };
}

function officesOf(id: ShipmentId, shipment: Shipment, kept: readonly KeptPaperFact[]) {
  const known = placesOf(id, shipment).map((place) => ({ place, ...addressOf(place, kept) }));
  const officeAt = (...parts: readonly Place['part'][]) =>
    known.find(({ place }) => parts.includes(place.part))?.office;
  const from = officeAt('collection-centre');
  const to = isReturned(shipment) ? from : officeAt('destination', 'transplant-centre');
  const contacts = known.flatMap(({ place: { role, name }, phone }): readonly Contact[] =>
    phone === null ? [] : [{ role, name, phone }],
  );
  return { from, to, contacts };
}

interface Address {
  readonly office: Office | undefined;
  readonly phone: string | null;
}

function addressOf(place: Place, kept: readonly KeptPaperFact[]): Address {
  const address = place.key.kind === 'postal' ? postalOf(place, kept) : quotedOf(place, kept);
  if (address === null) return { office: undefined, phone: null };
  const { city, lines, phone } = address;
  return { office: { name: place.name, city, lines }, phone };
}

/** As the organisation entered it, which knows its city best. */
function postalOf({ key }: Place, kept: readonly KeptPaperFact[]): PostalAddress | null {
  return paperFactIn(kept, { kind: 'postal', about: key.about })?.body ?? null;
}

/** Of a party in no register: the one that the order calls so now. */
function quotedOf({ key, name, city }: Place, kept: readonly KeptPaperFact[]): PostalAddress | null {
  const entry = paperFactIn(kept, { kind: 'party', about: key.about })?.body;
  const address = entry !== undefined && isOf(entry, { name, city }) ? entry.address : null;
  return address && { ...address, city };
}

/** Whether what was entered for a party is about that one. */
export function isOf(entry: Pick<Place, 'name' | 'city'>, place: Pick<Place, 'name' | 'city'>): boolean {
  return sameName(entry.name, place.name) && sameName(entry.city, place.city);
}

/** By its number, else by the longest beginning of one. Before a box is packed only where there is but one size. */
function boxSizeOf({ stages }: Shipment, { boxes }: SiteFacts): EnteredFacts['boxSizeCm'] {
  const number = stages['courier-handoff'].boxNow?.box;
  if (number === undefined)
    return boxes.every(({ sizeCm }) => sameJson(sizeCm, boxes[0]?.sizeCm)) ? inOrder(boxes[0]?.sizeCm) : undefined;
  const exact = boxes.find(({ box }) => box === number);
  const [longest] = boxes
    .filter(({ box }) => box.endsWith('*') && number.startsWith(box.slice(0, -1)))
    .sort((a, b) => b.box.length - a.box.length);
  return inOrder((exact ?? longest)?.sizeCm);
}

function inOrder(size: BoxSize | undefined): EnteredFacts['boxSizeCm'] {
  return size && [size.length, size.width, size.height];
}

function defaultValueOf(shipment: Shipment, { values }: SiteFacts): CustomsValue | undefined {
  const found = values.find(({ product }) => product === orderOf(shipment).details.product);
  return found && { amount: found.amount, currency: found.currency };
}

function valueOf(id: ShipmentId, shipment: Shipment, kept: readonly KeptPaperFact[]): CustomsValue | undefined {
  const entry = paperFactIn(kept, { kind: 'value', about: id })?.body;
  return entry?.product === orderOf(shipment).details.product ? (entry.value ?? undefined) : undefined;
}

function markersOf(id: ShipmentId, shipment: Shipment, kept: readonly KeptPaperFact[]): EnteredFacts['markers'] {
  const entry = paperFactIn(kept, { kind: 'markers', about: id })?.body;
  return entry !== undefined && entry.donor === donorOf(shipment) ? (entry.markers ?? undefined) : undefined;
}

/** By what the donor is known: their GRID, or of a banked unit without one its DIN. */
export function donorOf(shipment: Shipment): string | null {
  const { donorGrid, unit } = orderOf(shipment).details;
  return donorGrid ?? unit?.din ?? null;
}

/** Nobody's where the courier is not of the pool: there is nobody to enter it for. */
function passportKey(person: CourierPerson | null): PaperFactKey<'passport'> | undefined {
  const poolId = person?.poolId ?? null;
  return poolId === null ? undefined : { kind: 'passport', about: poolId };
}

function passportOf(person: CourierPerson | null, kept: readonly KeptPaperFact[]): Passport | undefined {
  const key = passportKey(person);
  const entry = key && paperFactIn(kept, key)?.body;
  if (person === null || entry === undefined || !sameName(entry.holder, person.name)) return undefined;
  return entry.passport ?? undefined;
}
