import { deliveryLine, deliveryPage, deliveryView, endpointView } from '@cellrelay/use-cases';
import { z } from 'zod';

/** What is answered about what people and programs are told. */
export const deliveryAnswers = {
  DeliveryLine: deliveryLine,
  DeliveryPage: deliveryPage,
  Delivery: deliveryView,
  Endpoint: endpointView,
  Endpoints: z.object({ items: z.array(endpointView) }),
  EndpointMade: z.object({
    endpoint: endpointView,
    secret: z.string().meta({ description: 'What it is signed by (Standard Webhooks), shown this once' }),
  }),
} as const;

/** What is sent about them. */
export const deliveryBodies = {
  NewEndpoint: z.strictObject({
    url: z.string().min(1).max(2_000).meta({ description: 'https, and on the internet' }),
    examples: z.boolean().default(false).meta({ description: 'Whether it is told of example shipments too' }),
  }),
} as const;
