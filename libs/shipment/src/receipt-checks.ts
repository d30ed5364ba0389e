import { centreCountryOf } from './centre-country.js';
import { orderOf } from './overview.js';
import type { CheckItem } from './policy.js';
import { checklistFor } from './receipt/receipt.checklist.js';
import type { Shipment } from './shipment.js';

/** What is to be looked at when this shipment's box is opened, by the receiving country as far as it is known. */
export function receiptChecksOf(shipment: Shipment): readonly CheckItem[] {
  return checklistFor(orderOf(shipment).policy.receiptChecklists.value, centreCountryOf(shipment));
}
