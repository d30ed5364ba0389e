import { createHash } from 'node:crypto';
import { shipmentIdOf, type ShipmentId } from '@cellrelay/kernel';

/**
 * The id of the shipment that an order of this reference becomes when it comes from a file: always the same one, so that a file sent again, one that was mended meanwhile, and two
 * at once open it once. Made of the reference alone, which every party knows: of what the order says otherwise nobody can find anything out by trying.
 */
export function importedShipment(reference: string): ShipmentId {
  const hash = createHash('sha256')
    .update(`order from a file\n${referenceKey(reference)}`, 'utf8')
    .digest('hex');
  const text = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  const id = shipmentIdOf(text.join('-'));
  if (id === undefined) throw new Error('a hash made no id');
  return id;
}

/** Two references that are read as one: in any case. */
export function referenceKey(reference: string): string {
  return reference.trim().toLowerCase();
}
