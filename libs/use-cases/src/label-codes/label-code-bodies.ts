import { z } from 'zod';
import { day, line, longText } from '../wire/fields.js';

/** How many lines of a file are read at once. */
export const mostImported = 1_000;

const said = {
  source: line('Where it was read', 300),
  asOf: day('As of'),
  person: line('Who answers for it'),
};

const after = z
  .int()
  .min(0)
  .max(9999)
  .meta({ description: 'The version that it takes the place of; 0: there is none that stands' });

const product = {
  name: line('Proper name', 120),
  attributes: line('What follows the name', 200)
    .nullable()
    .default(null)
    .meta({ title: 'What follows the name', description: 'Attributes, as they stand on the label' }),
};

/** What a product description code stands for. */
export const newProductCode = z.strictObject({ after, ...product, ...said });

/** The code of a blood group. */
export const newBloodGroupCode = z.strictObject({ after, code: line('Blood groups code', 4), ...said });

/** That an entry of the list stands no more. */
export const labelCodeEnded = z.strictObject({
  version: z.int().min(1).max(9999).meta({ description: 'The version that was read' }),
  person: line('Who answers for it'),
  reason: longText('Reason'),
});

/** Products out of a file: all that its lines say is entered, or nothing. */
export const importedProducts = z.strictObject({
  csv: z
    .string()
    .min(1)
    .max(200_000)
    .meta({
      title: 'The file',
      description: `Columns code, name and attributes, named in the first line; separated by commas, semicolons or tabs; at most ${mostImported} lines`,
    }),
  preview: z.boolean().meta({ description: 'true: say what would be entered, and enter nothing' }),
  ...said,
});

export type NewProductCode = z.infer<typeof newProductCode>;
export type NewBloodGroupCode = z.infer<typeof newBloodGroupCode>;
export type LabelCodeEnding = z.infer<typeof labelCodeEnded>;
export type ImportedProducts = z.infer<typeof importedProducts>;
