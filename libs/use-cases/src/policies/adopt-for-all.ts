import { commandIdOf, type ShipmentId } from '@cellrelay/kernel';
import type { Policy, Refusal, StatedBy } from '@cellrelay/shipment';
import type { IssueCommand } from '../command/issue-command.js';
import type { ShipmentStore } from '../ports.js';

/** Open shipments, read a page at a time along their ids, so that none is passed over while others move. */
export interface OpenShipments {
  open(after: ShipmentId | null, limit: number): Promise<readonly ShipmentId[]>;
}

/** What adopting is done with, and for whom. */
export interface Adoption {
  readonly policy: Policy;
  readonly reason: string;
  /** On whose word. */
  readonly wordOf: string;
  readonly statedBy: StatedBy;
  readonly recordedBy: string;
}

/** What became of one shipment. */
export type Adopted = { readonly shipment: ShipmentId } & (
  | { readonly kind: 'adopted'; readonly limitWaits: boolean }
  | { readonly kind: 'already' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
);

interface Parts {
  readonly store: ShipmentStore & OpenShipments;
  readonly issue: IssueCommand;
}

const atOnce = 100;

/**
 * Adopts a policy for every open shipment, one by one and each by a logged command of its own, beside whatever else is recorded. Cut short, it is simply run
 * again: a shipment that has the policy is told as such. A refusal of one keeps none of the others from it.
 */
export async function* adoptForAll(parts: Parts, adoption: Adoption): AsyncGenerator<Adopted> {
  let last: ShipmentId | null = null;
  for (let ids = await parts.store.open(last, atOnce); ids.length > 0; ids = await parts.store.open(last, atOnce)) {
    for (const shipment of ids) {
      last = shipment;
      yield await adoptFor(parts, shipment, adoption);
    }
  }
}

async function adoptFor({ store, issue }: Parts, shipment: ShipmentId, adoption: Adoption): Promise<Adopted> {
  const { policy, reason, wordOf, statedBy, recordedBy } = adoption;
  const state = await store.load(shipment);
  if (state?.stages.order.policy?.version === policy.version) return { shipment, kind: 'already' };
  const outcome = await issue.execute({
    shipment,
    id: adoptionId(shipment, policy.version, state?.stageRevisions.order ?? 0),
    command: { name: 'AdoptPolicy', data: { policy, reason, wordOf } },
    statedBy,
    recordedBy,
    ifMatch: null,
  });
  if (outcome.kind === 'refused') return refusedOrAlready(shipment, outcome.refusal);
  if (outcome.repeated) return { shipment, kind: 'already' };
  const after = await store.load(shipment);
  return { shipment, kind: 'adopted', limitWaits: after?.stages.order.changedLimit?.version === policy.version };
}

/** Two runs at once: the second is told what the first has done. */
function refusedOrAlready(shipment: ShipmentId, refusal: Refusal): Adopted {
  return refusal.code === 'policy-adopted-already'
    ? { shipment, kind: 'already' }
    : { shipment, kind: 'refused', refusal };
}

/** One occasion: adopted, given up for another and adopted again, the same version is a new command. */
function adoptionId(shipment: ShipmentId, version: string, revision: number) {
  const id = commandIdOf(`adopt-policy/${shipment}/${encodeURIComponent(version)}/${revision}`);
  if (id === undefined) throw new Error('a command id could not be made');
  return id;
}
