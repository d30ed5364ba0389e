import { err, ok, type Result, type ShipmentId } from '@cellrelay/kernel';
import { holdersIn, withheld, type Refusal, type Shipment } from '@cellrelay/shipment';
import { noSuchShipment } from '../identity/identity-refusals.js';
import type { Acting } from '../people/acting.js';
import { notYours } from '../people/not-yours.js';
import type { ShipmentStore } from '../ports.js';
import { seenBy } from '../questions/seen.js';
import { loggerUnknown } from './file-refusals.js';
import { spansOfLogger } from './preview.js';

/** A logger of a shipment whose file is handed in. */
export interface FileOf {
  readonly shipment: ShipmentId;
  readonly logger: string;
}

/** A shipment as it stands, and as somebody may know it. */
export interface Theirs {
  readonly shipment: Shipment;
  readonly seen: Shipment;
}

export type Answer<T> = Promise<Result<T, Refusal>>;

type Shipments = Pick<ShipmentStore, 'load'>;

/** Whoever may bind a logger may hand in its file. */
export async function theirs(shipments: Shipments, acting: Acting, id: ShipmentId): Answer<Theirs> {
  const shipment = await shipments.load(id);
  const seen = shipment === null ? undefined : seenBy(acting, shipment);
  if (shipment === null || seen === undefined) return err(noSuchShipment);
  const not = notYours(acting, 'BindLogger', holdersIn(shipment));
  return not === undefined ? ok({ shipment, seen: seen.state }) : err(not);
}

/** A logger was bound before its readings say anything of a box. */
export async function standing(shipments: Shipments, acting: Acting, { shipment, logger }: FileOf): Answer<Theirs> {
  const found = await theirs(shipments, acting, shipment);
  if (!found.ok || spansOfLogger(found.value.shipment, logger).length > 0) return found;
  const known = found.value.seen.stages.temperature.bindings.flatMap((each) => legible(each.logger) ?? []);
  return err(loggerUnknown(logger, [...new Set(known)]));
}

/** A number as somebody may know it; null where it is withheld from them. */
export function legible(line: string): string | null {
  return line === withheld ? null : line;
}
