import type { ShipmentId } from '@cellrelay/kernel';
import type { Acting } from '@cellrelay/use-cases';
import type { Request } from 'express';
import { shipmentIn } from '../http/preconditions.js';
import { signedInOf } from '../http/request-context.js';

/** Of which shipment something is asked, by which account, and as whom it acts. */
export function askedIn(
  id: string,
  req: Request,
): { readonly shipment: ShipmentId; readonly account: string; readonly acting: Acting } {
  const { name: account, acting } = signedInOf(req);
  return { shipment: shipmentIn(id), account, acting };
}
