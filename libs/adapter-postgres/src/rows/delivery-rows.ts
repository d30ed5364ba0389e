import { DeliveryAttemptRow } from './delivery-attempt.row.js';
import { DeliveryRow } from './delivery.row.js';
import { WebhookEndpointRow } from './webhook-endpoint.row.js';

/** Tables of what goes out to people and programs. */
export const deliveryRows = [DeliveryRow, DeliveryAttemptRow, WebhookEndpointRow];
