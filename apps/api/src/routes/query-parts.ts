import { z } from 'zod';

/** A page's length. Whatever is wrong with it, one sentence says what it may be. */
export const limit = (most: number, standard: number) => {
  const error = `must be a whole number from 1 to ${most}`;
  return z.coerce
    .number({ error })
    .int({ error, abort: true })
    .min(1, { error })
    .max(most, { error })
    .default(standard)
    .meta({ description: `How many at most: 1 to ${most}` });
};

/** What is searched for. Unseen characters are a mistake of whoever sends them, and find nothing that anybody typed. */
export const searched = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^\P{Cc}*$/u, 'must not hold control characters');
