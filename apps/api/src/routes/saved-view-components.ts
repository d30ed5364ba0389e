import { uuidForm } from '@cellrelay/kernel';
import { z } from 'zod';
import { searched } from './query-parts.js';
import { listQuery } from './queries.js';

const length = 'must have 1 to 60 characters';

const wish = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, length)
    .max(60, length)
    .regex(/^\P{Cc}*$/u, 'must not hold control characters'),
  view: listQuery.shape.view,
  q: searched(100).default('').meta({ description: 'What is searched for; empty: nothing' }),
});

const savedView = wish.extend({ id: z.string() });

/** What is answered about views that somebody keeps. */
export const savedViewAnswers = {
  SavedView: savedView,
  SavedViews: z.object({ items: z.array(savedView) }),
} as const;

/** What is sent about them. */
export const savedViewBodies = { SavedViewWish: wish } as const;

export const savedViewParams = z.object({
  id: z
    .string()
    .regex(uuidForm, 'must be a UUID')
    .meta({ description: 'The view’s id, a UUID that whoever saves it makes' }),
});
