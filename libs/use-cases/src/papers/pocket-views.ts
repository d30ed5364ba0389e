import { languages } from '@cellrelay/paperwork';
import { z } from 'zod';

const expectedCode = z.object({
  of: z.string().meta({ description: '`bag 1`, as its tie tag’s reference ends with 1, or `box`' }),
  bag: z.number().nullable().meta({ description: 'The bag’s number; null: the box' }),
  kind: z.enum(['din', 'product', 'box']),
  text: z
    .string()
    .meta({ description: 'Exactly what the bar code holds, data identifier and all; of a box, its number' }),
  human: z
    .string()
    .meta({ description: 'As a person reads it: of a DIN with the check character that stands in a box' }),
});

const officerSentence = z.object({
  to: z.enum(['anybody', 'security', 'customs', 'airline']).meta({ description: 'To whom it is shown' }),
  about: z.string().meta({ description: 'The message of the papers that it was made from, as security.no-xray' }),
  at: z.array(z.string()).meta({ description: 'At which places of the trip it is shown so' }),
  english: z.string(),
  text: z.string().meta({ description: 'In the language of those who read it there' }),
});

const officerLanguage = z.object({
  language: z.enum(languages),
  name: z.string().meta({ description: 'As whoever speaks it calls it' }),
  at: z.array(z.string()).meta({ description: 'Places of the trip where it is read' }),
  reviewed: z
    .boolean()
    .meta({ description: 'Whether somebody who speaks it has read it over; if not, English governs' }),
  sentences: z.array(officerSentence),
});

/** What somebody who packs, takes over or carries a box needs at hand, with or without a network. */
export const pocketView = z.object({
  codes: z.array(expectedCode).meta({ description: 'Codes on bags and box; shorter while some are not known' }),
  officer: z.array(officerLanguage).meta({
    description: 'What is shown to officers on the way, as their papers say it; empty for whoever holds no such papers',
  }),
  missing: z
    .array(z.object({ fact: z.string(), sentence: z.string() }))
    .meta({ description: 'What is not known yet, and therefore not here' }),
});

export type PocketView = z.infer<typeof pocketView>;
