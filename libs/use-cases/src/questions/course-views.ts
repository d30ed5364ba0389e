import { z } from 'zod';
import { instant } from './when-and-where.js';

/** What is answered of a trip's course, as a schema. */

const slack = z
  .number()
  .nullable()
  .meta({ description: 'Minutes to spare; negative when missed, null once it happened' });

const milestoneView = z.object({
  key: z.string(),
  what: z.string(),
  shownIn: z.object({ city: z.string(), zone: z.string().meta({ description: 'IANA time zone' }) }),
  standing: z
    .enum(['happened', 'passed', 'expected'])
    .meta({ description: 'passed: no word of it, but what comes after it has happened' }),
  plannedAt: instant,
  expectedAt: instant.meta({ description: 'When it happened, else when it will by what is known' }),
  latestForTarget: instant.nullable(),
  latestForLimit: instant.nullable().meta({ description: 'By the flights that it is expected to go by' }),
  fallbackUntil: instant.nullable().meta({
    description: 'By when for the limit with a fallback that is called upon; null where none gives more time',
  }),
  slackToTarget: slack,
  slackToLimit: slack,
  by: z
    .enum(['plan', 'fallback', 'no-flight'])
    .meta({ description: 'no-flight: at the soonest, by a flight that is yet to be found' }),
});

/** One for the plan that flies; before it is known, one for each that may. */
export const courseView = z.object({
  plan: z.number(),
  clockRuns: z.boolean().meta({ description: 'Until it does, target and limit move with the collection' }),
  targetAt: instant.nullable(),
  limitAt: instant.nullable(),
  slackMinutes: slack,
  leastSlackMinutes: z.number().meta({ description: 'Less than this to the limit warns, by the policy' }),
  milestones: z.array(milestoneView),
});

export type CourseView = z.infer<typeof courseView>;
