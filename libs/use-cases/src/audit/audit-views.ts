import { z } from 'zod';

const named = (says: string) => z.object({ id: z.string(), name: z.string().nullable().meta({ description: says }) });

export const auditLine = z.object({
  seq: z.number().int().meta({ description: 'The line’s number in the record' }),
  at: z.iso.datetime(),
  kind: z.string().meta({ description: 'Past tense, in kebab-case: role-changed' }),
  by: z
    .object({
      account: named('What they sign in with, as far as there is such an account'),
      organisation: named('The organisation’s name, as far as there is one'),
    })
    .nullable()
    .meta({ description: 'Null: the command line or the machinery' }),
  about: named('What an account, organisation or shipment of that id is called now'),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  called: z
    .record(z.string(), z.string())
    .meta({ description: 'What the accounts, organisations and shipments whose ids stand in `data` are called now' }),
  hash: z.string().meta({ description: 'Of this line and all before it' }),
});

export const auditView = z.object({
  items: z.array(auditLine),
  next: z.string().nullable().meta({ description: 'Cursor of the next page' }),
  kinds: z.array(z.string()).meta({ description: 'Every kind that the record has' }),
});

export type AuditLine = z.infer<typeof auditLine>;
export type AuditView = z.infer<typeof auditView>;
