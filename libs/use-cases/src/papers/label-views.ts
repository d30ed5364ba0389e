import { z } from 'zod';
import { pageOf } from '../questions/views.js';

/** Kinds of labels, as somebody asks for them. */
export const labelKinds = ['tie-tags', 'box'] as const;
export type LabelKind = (typeof labelKinds)[number];

const missing = z.object({
  fact: z.string(),
  sentence: z.string(),
  whereToEnter: z.string().meta({ description: 'In words, for whoever has to enter it' }),
});

export const labelView = z.object({
  which: z.enum(labelKinds),
  reference: z.string().meta({ description: 'As it stands in the PDF; by which one label is asked for alone' }),
  of: z.string().nullable().meta({ description: 'Of which bag: DIN and product code; null: the box, or no bag yet' }),
  missing: z.array(missing).meta({ description: 'What it cannot be made without; empty: it can be made' }),
});

export const labelsView = pageOf(labelView);

export type LabelView = z.infer<typeof labelView>;
export type LabelsView = z.infer<typeof labelsView>;
