import { clockedBags, nothingToCome } from './overview.js';
import type { Shipment } from './shipment.js';

/** Whether the shipment is open only because a person has to end it. */
export function isHalted(shipment: Shipment): boolean {
  return shipment.stages.order.status === 'open' && (nothingToCome(shipment) || doneWith(shipment) !== undefined);
}

/** What became of the cells, once nothing is left to be done with them; undefined before. */
export function doneWith(shipment: Shipment): 'infused' | 'stored' | 'cryopreserved' | undefined {
  const { status, ended } = shipment.stages.receipt;
  if (status === 'stored') return 'stored';
  if (status === 'infused') return ended.some(({ how }) => how === 'infusion') ? 'infused' : 'cryopreserved';
  return allFrozen(shipment) ? 'cryopreserved' : undefined;
}

/** Every bag was frozen where it was collected, and none is being collected. */
function allFrozen(shipment: Shipment): boolean {
  const { collection, 'cell-count': count } = shipment.stages;
  const running = collection.days.some(({ status }) => status === 'running');
  return (
    count.status === 'cryopreserving' && !running && clockedBags(shipment).every(({ endedAt }) => endedAt !== null)
  );
}

/** The recipients whose bags have all ended, one of them at least by its infusion. */
export function servedRecipients(shipment: Shipment): readonly string[] {
  const infused = shipment.stages.receipt.ended.filter(({ how }) => how === 'infusion').map(({ bag }) => bag);
  const bags = clockedBags(shipment);
  const waiting = bags.filter(({ endedAt }) => endedAt === null).map(({ recipient }) => recipient);
  const served = bags.filter(({ id }) => infused.includes(id)).map(({ recipient }) => recipient);
  return [...new Set(served)].filter((recipient) => !waiting.includes(recipient));
}
