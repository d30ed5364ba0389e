import { z } from 'zod';
import { instant } from './when-and-where.js';

/** What a chart of a trip's times draws, as a schema. */

const stretch = z.object({
  key: z.string(),
  kind: z.enum(['collection', 'count', 'hand-over', 'flight', 'ground', 'receipt']),
  what: z.string(),
  /** For where there is no room for all of it. */
  short: z.string(),
  startsAt: instant.meta({ description: 'When it began, else when it will by what is known' }),
  started: z.boolean(),
  endsAt: instant,
  ended: z.boolean(),
});

const fallback = z.object({
  leg: z.number(),
  what: z.string(),
  short: z.string(),
  leavesFrom: instant.meta({ description: 'When the flight before it lands, or the trip to the airport begins' }),
  startsAt: instant,
  endsAt: instant,
  atCentreAt: instant.nullable().meta({ description: 'Null where other flights follow' }),
});

/** A plan as stretches of time, each as it happened, else as it is expected. What happened before the plans part stands with the first. */
export const branchView = z.object({
  plan: z.number(),
  status: z.enum(['proposed', 'confirmed', 'stood-down', 'flown']),
  stretches: z.array(stretch),
  fallbacks: z.array(fallback),
  infusion: z.object({ at: instant, happened: z.boolean() }).nullable(),
});

export type BranchView = z.infer<typeof branchView>;
