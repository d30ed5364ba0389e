import type { Shipment } from '@cellrelay/shipment';
import type { Subject } from './action-subject.js';
import { collectionSubjects, orderSubjects } from './subjects-at-start.js';
import { customsSubjects, exemptionSubjects } from './subjects-at-desks.js';
import { boxSubjects, courierSubjects } from './subjects-in-custody.js';
import { bookingSubjects, planSubjects } from './subjects-in-flight.js';
import { bellSubjects } from './subjects-of-bells.js';
import { donorSubjects } from './subjects-of-the-donor.js';
import { countSubjects } from './subjects-of-count.js';
import { deviationSubjects } from './subjects-of-deviations.js';
import { receiptSubjects } from './subjects-of-receipt.js';
import { scanSubjects } from './subjects-of-scans.js';
import { temperatureSubjects } from './subjects-of-temperature.js';

/** Everything that people's commands can be about as the shipment stands, in the order of the stages. */
export function subjectsOf(shipment: Shipment): readonly Subject[] {
  if (shipment.stages.order.status === 'none') return [];
  return [
    ...orderSubjects(shipment),
    ...donorSubjects(shipment),
    ...collectionSubjects(shipment),
    ...countSubjects(shipment),
    ...planSubjects(shipment),
    ...bookingSubjects(shipment),
    ...customsSubjects(shipment),
    ...exemptionSubjects(shipment),
    ...courierSubjects(shipment),
    ...boxSubjects(shipment),
    ...temperatureSubjects(shipment),
    ...receiptSubjects(shipment),
    ...deviationSubjects(shipment),
    ...scanSubjects(shipment),
    ...bellSubjects(shipment),
  ];
}
