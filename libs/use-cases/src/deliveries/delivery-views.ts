import { z } from 'zod';
import { attemptOutcomes, channels, deliveryStatuses } from './delivery.js';

const instant = z.iso.datetime();

const attempt = z.object({
  number: z.number().int(),
  at: instant,
  endedAt: instant.nullable(),
  outcome: z.enum(attemptOutcomes).nullable().meta({ description: 'Null: under way, or lost with its process' }),
  says: z.string().nullable(),
  code: z.string().nullable().meta({ description: 'The other side’s answer, as a number of its protocol' }),
});

/** A delivery as a line of a list. */
export const deliveryLine = z.object({
  id: z.string(),
  channel: z.enum(channels),
  status: z.enum(deliveryStatuses),
  subject: z.string().meta({ description: 'A message’s subject, or an event’s type' }),
  about: z.string().nullable().meta({ description: 'Of programs: the shipment’s reference, and what is told of it' }),
  to: z.string().nullable().meta({ description: 'The address or the number; of programs their address' }),
  person: z.string().nullable().meta({ description: 'Who is told; null of offices and programs' }),
  shipment: z.string().nullable(),
  createdAt: instant,
  endedAt: instant.nullable(),
  nextAt: instant.nullable().meta({ description: 'When it is tried next, while it waits' }),
  replays: z.boolean().meta({ description: 'Whether it can be told again' }),
  attempts: z.number().int(),
});

/** One with what is told and each try. Of a person’s what they are told, of a program’s its event. */
export const deliveryView = deliveryLine.extend({
  lines: z.array(z.string()),
  links: z.array(z.object({ label: z.string(), path: z.string() })),
  event: z.record(z.string(), z.unknown()).nullable(),
  tries: z.array(attempt),
});

export const deliveryPage = z.object({
  items: z.array(deliveryLine),
  next: z.string().nullable().meta({ description: 'Cursor of the next page' }),
});

/** An organisation’s program that is told, without its secrets. */
export const endpointView = z.object({
  id: z.string(),
  url: z.string(),
  examples: z.boolean().meta({ description: 'Whether it is told of example shipments too' }),
  madeBy: z.string(),
  createdAt: instant,
  endedAt: instant.nullable(),
  endedWhy: z.string().nullable(),
});

export type DeliveryLine = z.infer<typeof deliveryLine>;
export type DeliveryView = z.infer<typeof deliveryView>;
export type DeliveryPage = z.infer<typeof deliveryPage>;
export type EndpointView = z.infer<typeof endpointView>;
