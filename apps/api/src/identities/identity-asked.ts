import type { Whose } from '@cellrelay/use-cases';
import { shipmentIn } from '../http/preconditions.js';

/** What an address names. */
export interface Named {
  readonly id: string;
  readonly subject: string;
}

/** The donor is on the donor's side, whoever else has a label is a recipient. */
export function whoseIn({ id, subject }: Named): Whose {
  return { shipment: shipmentIn(id), side: subject === 'donor' ? 'donor' : 'patient', subject };
}
