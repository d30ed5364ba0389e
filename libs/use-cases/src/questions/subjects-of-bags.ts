import {
  bagNames,
  clockedBags,
  collectionDayTable,
  destinationOf,
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
    commands: ['SplitBag', 'AllotBag', 'RecordCryopreservedAtOrigin'],
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

/** What can be done with each bag of a day whose clock runs: split it, give it to another recipient, freeze it where it was collected. */
function bagForms(shipment: Shipment, { day }: CollectionDay): Subject['forms'] {
  const bags = clockedBags(shipment).filter((bag) => bag.day === day && bag.endedAt === null);
  const refs = orderOf(shipment).details.recipients.map(({ ref }) => ref);
  const freezing = shipment.stages['cell-count'].cryopreservingSince !== null;
  if (bags.length === 0) return ofAll('No bag is left whose clock runs.');
  return {
    SplitBag: inHand(shipment) ? bags.map((bag) => splitForm(shipment, bag, refs)) : 'The bags are in a packed box.',
    AllotBag: refs.length < 2 ? 'There is one recipient only.' : allotments(shipment, bags, refs),
    RecordCryopreservedAtOrigin: freezing
      ? bags.map((bag) => form({ bag: bag.id }, aboutBag(shipment, bag)))
      : 'It was not decided to freeze the cells where they were collected.',
  };
}

function ofAll(reason: string): Subject['forms'] {
  return { SplitBag: reason, AllotBag: reason, RecordCryopreservedAtOrigin: reason };
}

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
