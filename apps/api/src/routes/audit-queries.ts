import { exportForms } from '@cellrelay/use-cases';
import { z } from 'zod';
import { limit, searched } from './query-parts.js';

const moment = (says: string) =>
  z.iso
    .datetime({ offset: true, error: 'must be a moment with its zone, such as 2026-11-26T08:00:00Z' })
    .optional()
    .meta({ description: says });

export const auditQuery = z.strictObject({
  kind: searched(60).min(1).optional().meta({ description: 'Of this kind only: role-changed' }),
  about: searched(100)
    .min(1)
    .optional()
    .meta({ description: 'About the account, organisation or shipment of this id' }),
  by: searched(100).min(1).optional().meta({ description: 'Done by the account that signs in with this name' }),
  from: moment('From this moment on'),
  to: moment('Before this moment'),
  limit: limit(200, 50),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/, 'must be a cursor as answered in `next`')
    .optional()
    .meta({ description: 'Where to go on: `next` of the page before' }),
});

export const exportQuery = z.strictObject({
  form: z
    .enum(exportForms)
    .default('jsonl')
    .meta({ description: 'jsonl: JSON Lines, signed, to be verified; csv: a table, for reading only' }),
});
