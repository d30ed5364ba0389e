import { centreCountryOf } from './centre-country.js';
import { isBanked, orderOf, scansOf } from './overview.js';
import type { CheckItem } from './policy.js';
import { asAnswered, checklistFor } from './receipt/receipt.checklist.js';
import { deviationsOf } from './receipt/receipt.deviation.js';
import type { Shipment } from './shipment.js';

/** What is to be looked at when this shipment's box is opened, by the receiving country as far as it is known. What was answered reads as it did when it was. */
export function receiptChecksOf(shipment: Shipment): readonly CheckItem[] {
  const lists = orderOf(shipment).policy.receiptChecklists.value;
  return asAnswered(checklistFor(lists, centreCountryOf(shipment)), shipment.stages.receipt.asked);
}

/** What was found to deviate when the box was opened, a sentence each: accepting it needs the deviation in words. */
export function receiptDeviations(shipment: Shipment): readonly string[] {
  const { minCelsius, maxCelsius } = orderOf(shipment).details;
  return deviationsOf(shipment.stages.receipt, {
    ordered: { minCelsius, maxCelsius, frozen: isBanked(shipment) },
    scans: scansOf(shipment),
    checklist: receiptChecksOf(shipment),
  });
}
