import type { ShipmentId } from '@cellrelay/kernel';
import type { Asker } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { shipmentIn } from '../http/preconditions.js';
import { askerOf } from '../http/request-context.js';

/** Of which shipment something is asked, by which account, and as whom it acts. */
export function askedIn(id: string, req: Request): Asker & { readonly shipment: ShipmentId } {
  return { shipment: shipmentIn(id), ...askerOf(req) };
}
