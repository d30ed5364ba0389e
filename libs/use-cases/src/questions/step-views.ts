import { z } from 'zod';
import { instant, place } from './when-and-where.js';

/** What of a trip's way something records that can be done now. */
export const stepView = z.object({
  milestone: z
    .string()
    .nullable()
    .meta({ description: 'The milestone of the course that it records, by its key; null of what is no step of it' }),
  onRecord: z.record(z.string(), z.string()).meta({
    description: 'By field: what the record has, to compare with what was read; never to be filled in unread',
  }),
  due: z
    .object({ what: z.string(), at: instant, shownIn: place })
    .nullable()
    .meta({ description: 'The soonest thing owed that it settles; null where nothing asks for it' }),
  next: z.boolean().meta({ description: 'It records the next step of the trip' }),
});
