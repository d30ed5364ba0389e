import { leavesCellsOpen } from './cancelling-now.js';
import { doneWith, servedByAnother, servedRecipients, type CellsDone } from './cells-done.js';
import type { Outcome } from './order/order.js';
import { clockedBags, isReturned, limitKeyOf, nothingToCome } from './overview.js';
import type { Shipment, StageCommand } from './shipment.js';
import { isForItsCentre } from './unit-facts.js';

/**
 * Where a patient's conditioning is planned or has started, no shipment ends by itself before they have their cells: a person ends it, who knows what becomes of the
 * patient. A person who has the cells delivered anyway has said nothing of a patient who gets none of them.
 */
export function shipmentToClose(shipment: Shipment): readonly StageCommand[] {
  const done = doneWith(shipment);
  const over = done !== undefined || nothingToCome(shipment) || refusedForGood(shipment);
  if (shipment.stages.order.status !== 'open' || !over || leavesCellsOpen(shipment)) return [];
  const outcome = byAPerson(shipment) ? outcomeOfCancelling(shipment) : outcomeByItself(shipment, done);
  return outcome === undefined ? [] : [{ name: 'CloseShipment', data: { outcome } }];
}

/** Whether somebody has ended the whole of it: who has the cells delivered has not. */
function byAPerson({ stages }: Shipment): boolean {
  const cells = stages.order.cancellation?.cells;
  return cells !== undefined && cells !== 'deliver-anyway';
}

function outcomeByItself(shipment: Shipment, done: CellsDone | undefined): Outcome | undefined {
  const { order, 'cell-count': count } = shipment.stages;
  if (isForsaken(shipment, done) || isUndecidedFor(shipment, done)) return undefined;
  if (order.cancellation !== null) return 'cancelled';
  // Cells that are to be frozen are still owed their freezing.
  if (done === undefined && count.status === 'cryopreserving') return undefined;
  return cameToSomething(shipment, done) ? done : 'stopped';
}

/** A unit that is back in its bank's tank is where it was before anybody ordered it. */
function cameToSomething(shipment: Shipment, done: CellsDone | undefined): done is CellsDone & Outcome {
  if (done === undefined || done === 'not-used') return false;
  return done !== 'stored' || !isReturned(shipment);
}

/** What somebody has been given already is not cancelled with the rest. */
function outcomeOfCancelling({ stages }: Shipment): Outcome {
  const since = stages.order.cancellation?.at.at;
  const given = stages.receipt.ended.some(({ how, at }) => how === 'infusion' && since !== undefined && at.at <= since);
  return given ? 'partly-infused' : 'cancelled';
}

/** Whether somebody whose conditioning is planned or has started is left without cells. A unit in the tank of the centre that ordered it is there for its patient; one that was sent elsewhere is not. */
function isForsaken(shipment: Shipment, done: CellsDone | undefined): boolean {
  const { order, 'donor-clearance': clearance } = shipment.stages;
  if (order.cancellation?.code === 'patient-died' || (done === 'stored' && isForItsCentre(shipment))) return false;
  const provided = [...servedRecipients(shipment), ...servedByAnother(shipment)];
  return clearance.conditioning.some(
    ({ recipient, status }) => status !== 'not-planned' && !provided.includes(recipient),
  );
}

/**
 * Whether a shipment that ended by itself has left somebody without cells whose conditioning, as was learned afterwards, had started, and no backup is confirmed to come for them. One that
 * somebody has cancelled was ended by a person who knew what becomes of the patient.
 */
export function isForsakenAfterAll(shipment: Shipment): boolean {
  const backed = shipment.stages['donor-clearance'].backups.some(({ status }) => status === 'confirmed');
  return !byAPerson(shipment) && !backed && isForsaken(shipment, doneWith(shipment));
}

/** Whether one of several recipients gets less than was asked for, and nobody has said that it is accepted: what was given to the others says nothing of them. */
function isUndecidedFor({ stages }: Shipment, done: CellsDone | undefined): boolean {
  const { status, verdicts } = stages['cell-count'];
  if (done === undefined || done === 'not-used' || stages.order.cancellation !== null) return false;
  return verdicts.length > 1 && (status === 'short' || status === 'one-short');
}

/** A refusal may be reconsidered while a bag is within its limit; when the last limit has rung there is nothing left to decide. */
function refusedForGood(shipment: Shipment): boolean {
  const { receipt, alert } = shipment.stages;
  if (receipt.status !== 'refused') return false;
  const waiting = clockedBags(shipment).filter(({ endedAt }) => endedAt === null);
  return waiting.every((bag) => alert.rung[limitKeyOf(bag)] === bag.clock.limitAt);
}
