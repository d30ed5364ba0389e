import { z } from 'zod';
import { pageOf } from '../questions/views.js';
import { codeLists } from './label-code-store.port.js';

const attributes = z.string().nullable().meta({ description: 'What follows the proper name on a label' });

export const labelCodeView = z.object({
  list: z.enum(codeLists),
  key: z.string().meta({ description: 'By which the entry is found: a product description code, or a blood group' }),
  version: z.number(),
  code: z.string().meta({ description: 'As a barcode holds it' }),
  name: z.string().meta({ description: 'What it stands for, as it is printed' }),
  attributes,
  source: z.string().meta({ description: 'Where the site has it from' }),
  asOf: z.string().meta({ description: 'A day of the calendar, as 2026-11-23' }),
  person: z.string().meta({ description: 'Who answers for it' }),
  by: z.string().meta({ description: 'The account that entered it' }),
  at: z.iso.datetime(),
});

export const labelCodeList = pageOf(labelCodeView);

export const labelCodesImported = z.object({
  entered: z.boolean().meta({ description: 'false: it was looked at, and nothing was entered' }),
  items: z.array(
    z.object({
      line: z.number().meta({ description: 'Of the file, from 1' }),
      code: z.string(),
      name: z.string(),
      attributes,
      becomes: z.enum(['new', 'changed', 'same']).meta({ description: 'Beside what stands in the list' }),
    }),
  ),
});

export type LabelCodeView = z.infer<typeof labelCodeView>;
export type LabelCodeList = z.infer<typeof labelCodeList>;
export type LabelCodesImported = z.infer<typeof labelCodesImported>;
