import { kindsOfPaper } from '@cellrelay/paperwork';
import { z } from 'zod';
import { shipmentParams } from './queries.js';

const plan = z
  .enum(['1', '2'], { error: 'must be 1 or 2' })
  .transform((text): 1 | 2 => (text === '1' ? 1 : 2))
  .meta({ description: 'Of which plan: 1 or 2' });

export const packQuery = z.strictObject({ plan });

export const previewQuery = z.strictObject({
  plan,
  kind: z.enum(kindsOfPaper).meta({ description: 'The kind of paper' }),
  of: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'For which checkpoint, border, bag or person, where there is one for each' }),
});

const document = z.string().max(40).meta({ description: 'The id under which the paper was issued' });

export const issuedPaperParams = shipmentParams.extend({ document });
export const paperParams = z.object({ document });
