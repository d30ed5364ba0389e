import {
  bagNames,
  clockedBags,
  collectionDayTable,
  destinationOf,
  keptAtOrigin,
  leftAtOrigin,
  orderOf,
  type ClockedBag,
  type CollectionDay,
  type Shipment,
  type Site,
} from '@cellrelay/shipment';
import { form, type Form, type Subject } from './action-subject.js';

/** The bags of one collection day. */
export function bagSubject(shipment: Shipment, day: CollectionDay): Subject {
  const { collectionCentre, transplantCentre } = orderOf(shipment).details.parties;
  return {
    table: collectionDayTable,
    state: day.status,
    about: `bags of day ${day.day}`,
    commands: ['SplitBag', 'AllotBag', 'RecordCryopreservedAtOrigin', 'RecordNotUsedAtOrigin'],
    prefill: {},
    zone: collectionCentre.zone,
    zones: { splitAt: placeOfBags(shipment).zone, allottedAt: transplantCentre.zone },
    forms: bagForms(shipment, day),
  };
}

/** Where the bags are in hand: at the collection centre until the box leaves, then where it was received. */
function placeOfBags(shipment: Shipment): Site {
  const received = shipment.stages.receipt.receivedAt !== null;
  return received ? destinationOf(shipment) : orderOf(shipment).details.parties.collectionCentre;
}

/** What can be done with each bag of a day whose clock runs: split it, give it to another recipient; and with those that stay, freeze them there or leave them. */
function bagForms(shipment: Shipment, { day, bags: ofDay }: CollectionDay): Subject['forms'] {
  const bags = clockedBags(shipment).filter((bag) => bag.day === day && bag.endedAt === null);
  const here = (ids: readonly string[]) => ids.filter((bag) => ofDay.some(({ id }) => id === bag));
  const { collection } = shipment.stages;
  const stay = here(leftAtOrigin(shipment));
  const toFreeze = [...stay, ...here(collection.notUsed.map(({ bag }) => bag))];
  const toLeave = [...stay, ...here(keptAtOrigin(collection))];
  const travel = bags.length === 0 ? inHandsOfNobody : travelling(shipment, bags);
  return { ...travel, ...staying(shipment, toFreeze, toLeave) };
}

/** Of the bags that are not to travel. What was said of one may be otherwise: it was frozen and not discarded, or is no longer kept. */
function staying(shipment: Shipment, toFreeze: readonly string[], toLeave: readonly string[]): Subject['forms'] {
  const names = bagNames(shipment);
  const wordOf = { role: 'collection-physician', person: '' };
  const forms = (bags: readonly string[], more: object) =>
    bags.length === 0 ? why : bags.map((bag) => form({ bag, ...more }, { about: names.get(bag) ?? bag }));
  const why = 'It was not decided of any bag whose clock runs that it stays where it was collected.';
  return { RecordCryopreservedAtOrigin: forms(toFreeze, {}), RecordNotUsedAtOrigin: forms(toLeave, { wordOf }) };
}

function travelling(shipment: Shipment, bags: readonly ClockedBag[]): Subject['forms'] {
  const refs = orderOf(shipment).details.recipients.map(({ ref }) => ref);
  return {
    SplitBag: inHand(shipment) ? bags.map((bag) => splitForm(shipment, bag, refs)) : 'The bags are in a packed box.',
    AllotBag: refs.length < 2 ? 'There is one recipient only.' : allotments(shipment, bags, refs),
  };
}

const noneLeft = 'No bag is left whose clock runs.';
const inHandsOfNobody: Subject['forms'] = { SplitBag: noneLeft, AllotBag: noneLeft };

function inHand({ stages }: Shipment): boolean {
  return stages['courier-handoff'].status === 'awaited' || stages.receipt.receivedAt !== null;
}

function aboutBag(shipment: Shipment, bag: ClockedBag): { readonly about: string } {
  return { about: bagNames(shipment).get(bag.id) ?? bag.id };
}

/** One part for each recipient, and for one recipient two. Volumes and codes are read from the labels. */
function splitForm(shipment: Shipment, bag: ClockedBag, refs: readonly string[]): Form {
  const forWhom = refs.length > 1 ? refs : [...refs, ...refs];
  const where = shipment.stages.receipt.receivedAt === null ? 'collection-centre' : 'transplant-centre';
  return form({ bag: bag.id, where, parts: forWhom.map((recipient) => ({ recipient })) }, aboutBag(shipment, bag));
}

/** To a recipient for whom it was not stopped. */
function allotments(
  shipment: Shipment,
  bags: readonly ClockedBag[],
  refs: readonly string[],
): readonly Form[] | string {
  const { stoppedFor } = shipment.stages['cell-count'];
  const served = refs.filter((ref) => !stoppedFor.includes(ref));
  const movable = bags.filter(({ recipient }) => served.some((ref) => ref !== recipient));
  if (movable.length === 0) return 'Cells are meant for no other recipient.';
  return movable.map((bag) => allotForm(shipment, bag, served));
}

function allotForm(shipment: Shipment, bag: ClockedBag, refs: readonly string[]): Form {
  const others = refs.filter((ref) => ref !== bag.recipient);
  const wordOf = { role: 'transplant-physician', person: '' };
  const recipient = others.length === 1 ? { recipient: others[0] } : {};
  return form({ bag: bag.id, ...recipient, wordOf }, aboutBag(shipment, bag));
}
