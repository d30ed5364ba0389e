import type { Branded } from './brand.js';

/** A shipment's id: a UUID in lower case, chosen by whoever opens the shipment. */
export type ShipmentId = Branded<string, 'ShipmentId'>;

/** A command's id: the idempotency key it was issued under; the same key never acts twice. */
export type CommandId = Branded<string, 'CommandId'>;

/** A UUID of any version, in lower case as PostgreSQL writes it. */
export const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The text as a shipment id, or undefined when it is not a UUID in lower case. */
export function shipmentIdOf(text: string): ShipmentId | undefined {
  return uuid.test(text) ? (text as ShipmentId) : undefined;
}

/** The text as a command id: 1 to 200 printable characters, else undefined. */
export function commandIdOf(text: string): CommandId | undefined {
  return /^[\x21-\x7e]{1,200}$/.test(text) ? (text as CommandId) : undefined;
}
