import { languages } from '@cellrelay/paperwork';
import { codeLists, labelDots, labelKinds, labelStocks } from '@cellrelay/use-cases';
import { z } from 'zod';

export const productCodeParams = z.object({
  code: z.string().max(20).meta({ description: 'A product description code: S and four characters, as S1128' }),
});

export const bloodGroupParams = z.object({
  group: z.string().max(10).meta({ description: 'A blood group, as A+ or AB-' }),
});

export const labelCodeParams = z.object({
  list: z.enum(codeLists),
  key: z.string().max(20).meta({ description: 'The entry’s key, as the list tells it' }),
});

export const printQuery = z.strictObject({
  which: z.enum(labelKinds).meta({ description: 'tie-tags: one for each bag; box: the label of the box' }),
  label: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'The reference of one alone; without it all of that kind' }),
  stock: z.enum(labelStocks).meta({ description: 'What it is printed on: labels of a roll, or A4; in mm' }),
  dpi: z.coerce
    .number()
    .pipe(z.literal(labelDots))
    .default(300)
    .meta({ description: 'Dots to an inch that the label printer sets: 203, 300 or 600. A4 is made for 600' }),
  language: z
    .enum(languages)
    .default('en')
    .meta({ description: 'Whose reader comes first; English is always there. Tie tags: en, zh-Hans, de' }),
});
