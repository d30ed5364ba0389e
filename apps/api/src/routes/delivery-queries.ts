import { channels, deliveryStatuses } from '@cellrelay/use-cases';
import { uuidForm } from '@cellrelay/kernel';
import { z } from 'zod';
import { limit } from './query-parts.js';

/** How deliveries are narrowed and paged. */
export const deliveriesQuery = z.strictObject({
  status: z.enum(deliveryStatuses).optional().meta({ description: 'Of this status only' }),
  channel: z.enum(channels).optional().meta({ description: 'By this channel only' }),
  shipment: z
    .string()
    .regex(uuidForm, 'must be a shipment’s id')
    .optional()
    .meta({ description: 'About this shipment only' }),
  limit: limit(200, 50),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, 'must be a cursor as answered in `next`')
    .optional()
    .meta({ description: 'Where to go on: `next` of the page before' }),
});

export const deliveryParams = z.object({
  id: z
    .string()
    .regex(/^\d{1,15}$/)
    .meta({ description: 'The delivery’s number' }),
});

export const endpointParams = z.object({
  id: z.string().regex(uuidForm).meta({ description: 'The endpoint’s id' }),
});
