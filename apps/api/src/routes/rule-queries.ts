import { confidences, jurisdictionCodes } from '@cellrelay/paperwork';
import { localDateOf, uuidForm } from '@cellrelay/kernel';
import { z } from 'zod';
import { limit } from './query-parts.js';

export const rulesQuery = z.strictObject({
  jurisdiction: z.enum(jurisdictionCodes).optional().meta({ description: 'Whose rules; without it all' }),
  confidence: z
    .enum(confidences)
    .optional()
    .meta({ description: 'V: read in the source; V-: read at second hand; G: believed' }),
  on: z
    .string()
    .transform((text, context) => localDateOf(text) ?? noDay(context))
    .optional()
    .meta({ description: 'The day whose law is asked about, as 2026-12-01; today unless told' }),
  limit: limit(100, 50),
  cursor: z
    .string()
    .regex(/^[A-Z]{2,3}:[a-z0-9-]{1,60}$/, 'must be a cursor as answered in `next`')
    .optional()
    .meta({ description: 'Where to go on: `next` of the page before' }),
});

export const tripRulesQuery = z.strictObject({
  markers: z
    .enum(['negative', 'positive'])
    .optional()
    .meta({ description: 'The donor’s infectious markers: all negative, or one positive; without it not known' }),
});

export const ruleParams = z.object({
  id: z.string().max(60).meta({ description: 'The rule’s id; one of the site’s own begins with site-' }),
});

export const confirmationParams = z.object({
  id: z.string().regex(uuidForm).meta({ description: 'The confirmation’s id' }),
});

function noDay(context: z.RefinementCtx): never {
  context.addIssue({ code: 'custom', message: 'must be a day, as 2026-12-01' });
  return z.NEVER;
}
