import { keptAtOrigin } from './collection/collection.staying.js';
import type { DonorClearanceAgendaFacts, LeftWithout } from './donor-clearance/donor-clearance.js';
import { clockedBags, isBanked, isReturned, nothingToCome, orderOf, setAsideFor } from './overview.js';
import { keptFrozen } from './receipt/receipt.bags.js';
import type { Shipment } from './shipment.js';
import { isForItsCentre } from './unit-facts.js';

/** Whether the shipment is open only because a person has to end it. */
export function isHalted(shipment: Shipment): boolean {
  return shipment.stages.order.status === 'open' && (nothingToCome(shipment) || doneWith(shipment) !== undefined);
}

/** `not-used`: every bag has ended, and no cell was infused or kept. */
export type CellsDone = 'infused' | 'stored' | 'cryopreserved' | 'not-used';

/** What became of the cells, once nothing is left to be done with them; undefined before. */
export function doneWith(shipment: Shipment): CellsDone | undefined {
  const { status, ended } = shipment.stages.receipt;
  if (status === 'not-used') return status;
  if (status !== 'stored' && status !== 'infused') return doneAtOrigin(shipment);
  // How it ended may have been corrected since, which moves no state.
  if (ended.some(({ how }) => how === 'infusion')) return 'infused';
  return isBanked(shipment) ? 'stored' : 'cryopreserved';
}

/** It was decided to freeze them where they were collected: every bag was, or is not used, and none is being collected. */
function doneAtOrigin(shipment: Shipment): CellsDone | undefined {
  const { collection, 'cell-count': count } = shipment.stages;
  const running = collection.days.some(({ status }) => status === 'running');
  const waiting = clockedBags(shipment).some(({ endedAt }) => endedAt === null);
  if (count.status !== 'cryopreserving' || running || waiting) return undefined;
  return keptAtOrigin(collection).length > 0 ? 'cryopreserved' : 'not-used';
}

/** The recipients who are left without cells, each for a reason of their own. Where nothing comes for anybody it is about all of them, and told as that. */
export function leftWithout(shipment: Shipment): readonly LeftWithout[] {
  if (nothingToCome(shipment)) return [];
  const aside = setAsideFor(shipment);
  const others = orderOf(shipment)
    .details.recipients.map(({ ref }) => ref)
    .filter((ref) => !aside.includes(ref));
  return [
    ...aside.map((recipient): LeftWithout => ({
      recipient,
      because: 'stays-behind',
      cells: cellsBehind(shipment, recipient),
    })),
    ...others.flatMap((recipient) => withoutAtTheCentre(shipment, recipient)),
  ];
}

/** Once the box is opened where it was to go: all of a recipient's bags have ended, and none by its infusion. */
function withoutAtTheCentre(shipment: Shipment, recipient: string): readonly LeftWithout[] {
  const { receipt } = shipment.stages;
  if (receipt.receivedAt === null || isReturned(shipment) || servedRecipients(shipment).includes(recipient)) return [];
  const bags = clockedBags(shipment).filter((bag) => bag.recipient === recipient);
  if (bags.some(({ endedAt }) => endedAt === null)) return [];
  if (bags.length === 0)
    return noneCame(shipment, recipient) ? [{ recipient, because: 'none-came', cells: 'none' }] : [];
  const frozen = keptFrozen(receipt);
  if (!bags.some(({ id }) => frozen.includes(id))) return [{ recipient, because: 'not-used', cells: 'none' }];
  if (isBanked(shipment) && isForItsCentre(shipment)) return [];
  return [{ recipient, because: 'frozen-at-centre', cells: 'frozen-at-centre' }];
}

/** Of the bags that stayed where they were collected. */
function cellsBehind({ stages }: Shipment, recipient: string): LeftWithout['cells'] {
  const { days, frozen, notUsed } = stages.collection;
  const bags = days.flatMap((day) => day.bags.filter((bag) => bag.recipient === recipient));
  const ended = [...frozen, ...notUsed].map(({ bag }) => bag);
  if (bags.some(({ id }) => !ended.includes(id))) return 'there';
  const kept = keptAtOrigin(stages.collection);
  return bags.some(({ id }) => kept.includes(id)) ? 'frozen-at-origin' : 'none';
}

function noneCame(shipment: Shipment, recipient: string): boolean {
  return doneWith(shipment) !== undefined && !servedByAnother(shipment).includes(recipient);
}

/** Where the first day flies alone: whoever has no bag of it, for the second day's go by the shipment that follows. */
export function servedByAnother(shipment: Shipment): readonly string[] {
  if (shipment.stages['cell-count'].status !== 'shipped-early') return [];
  const here = clockedBags(shipment).map(({ recipient }) => recipient);
  return orderOf(shipment)
    .details.recipients.map(({ ref }) => ref)
    .filter((ref) => !here.includes(ref));
}

/** The bags that are kept frozen where they came to, and for whom. */
export function keptAtCentre(shipment: Shipment): DonorClearanceAgendaFacts['keptAtCentre'] {
  const frozen = keptFrozen(shipment.stages.receipt);
  return clockedBags(shipment)
    .filter(({ id }) => frozen.includes(id))
    .map(({ id: bag, recipient }) => ({ bag, recipient }));
}

/** The recipients whose bags have all ended, one of them at least by its infusion. */
export function servedRecipients(shipment: Shipment): readonly string[] {
  const infused = shipment.stages.receipt.ended.filter(({ how }) => how === 'infusion').map(({ bag }) => bag);
  const bags = clockedBags(shipment);
  const waiting = bags.filter(({ endedAt }) => endedAt === null).map(({ recipient }) => recipient);
  const served = bags.filter(({ id }) => infused.includes(id)).map(({ recipient }) => recipient);
  return [...new Set(served)].filter((recipient) => !waiting.includes(recipient));
}
