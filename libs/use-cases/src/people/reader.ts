import { courierParts, namedParts, type Holder } from '@cellrelay/shipment';
import type { Acting } from './acting.js';

/** The shipments in which somebody stands: those that have them in one of these parts. */
export interface OwnShipments {
  /** An organisation's id, or a courier's in the pool. */
  readonly holder: string;
  readonly parts: readonly Holder['part'][];
}

/** In which shipments somebody stands; undefined for the operator's people, who stand in every one. A courier stands by their own nomination. */
export function ownShipmentsOf({ organisation, role, courier }: Acting): OwnShipments | undefined {
  if (organisation.kind === 'operator') return undefined;
  if (role === 'courier') return { holder: courier ?? '', parts: courierParts };
  return { holder: organisation.id, parts: namedParts };
}
