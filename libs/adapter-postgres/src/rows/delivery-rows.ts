import { DeliveryAttemptRow } from './delivery-attempt.row.js';
import { DeliveryRow } from './delivery.row.js';

/** Tables of what goes out to people and programs. */
export const deliveryRows = [DeliveryRow, DeliveryAttemptRow];
