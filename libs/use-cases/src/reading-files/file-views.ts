import { z } from 'zod';
import { fileQuestions } from './reading-file.js';

const line = z.number().int().meta({ description: 'Line of the file, from 1' });
const celsius = z.number().meta({ description: 'Degrees Celsius, whatever the file is in' });

const readingShown = z.object({
  line,
  at: z.iso.datetime(),
  local: z.string().meta({ description: 'The same by the clock of `zone`' }),
  celsius,
  inBox: z.boolean().meta({ description: 'Whether the logger was bound then; else the reading will be refused' }),
});

const cellsShown = z.object({ line, cells: z.array(z.string()).meta({ description: 'As they stand; long ones cut' }) });

const problemShown = z.object({ line, code: z.string(), sentence: z.string() });

const problems = z.object({
  count: z.number().int(),
  items: z.array(problemShown).meta({ description: 'The first hundred' }),
});

const question = z.object({
  name: z.enum(fileQuestions).meta({ description: 'The parameter that the answer is given in' }),
  sentence: z.string(),
  allowed: z
    .array(z.object({ value: z.string(), words: z.string() }))
    .meta({ description: 'Empty: any zone of the IANA database' }),
  chosen: z.string().nullable().meta({ description: 'Null: to be answered before anything is read' }),
});

const readingsShown = z.object({
  count: z.number().int(),
  inBox: z.number().int().meta({ description: 'How many of them the logger was bound for' }),
  fresh: z.number().int().meta({ description: 'How many would count from now on, were the file taken' }),
  known: z.number().int().meta({ description: 'How many are on record already, with the same value' }),
  differ: z
    .number()
    .int()
    .meta({ description: 'How many are on record with another value, or twice in the file: the first one stands' }),
  refused: problems.meta({ description: 'Those that would not be taken, these among them, and why' }),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  lowest: celsius,
  highest: celsius,
  first: z.array(readingShown),
  last: z.array(readingShown).meta({ description: 'None where all stand in `first`' }),
});

/** The loggers of a shipment, for whoever has their files. */
export const boundLoggers = z.object({
  items: z.array(
    z.object({
      logger: z
        .string()
        .nullable()
        .meta({ description: 'Null outside the operator, who alone reads numbers of devices and boxes' }),
      box: z.string().nullable().meta({ description: 'Likewise' }),
      sends: z.enum(['live', 'by-file']),
      boundAt: z.iso.datetime(),
      unboundAt: z.iso.datetime().nullable().meta({ description: 'Null: it still is' }),
    }),
  ),
});

/** What a file says, before any of it counts. */
export const filePreview = z.object({
  logger: z.string(),
  sha256: z.string().meta({ description: 'Of the bytes: to be said when they are confirmed' }),
  understood: z.array(z.object({ what: z.string(), says: z.string() })),
  questions: z.array(question),
  zone: z.string().meta({ description: 'In whose clock times are shown too' }),
  zones: z.array(z.string()).meta({ description: 'Zones of the trip, to choose from' }),
  header: z.array(z.string()).nullable(),
  lines: z.object({ count: z.number().int(), first: z.array(cellsShown), last: z.array(cellsShown) }),
  readings: readingsShown
    .nullable()
    .meta({ description: 'Null before every question is answered, and where there is none' }),
  problems,
});

/** What became of a file's readings. */
export const fileTaken = z.object({
  sha256: z.string(),
  readings: z.number().int(),
  kept: z.number().int().meta({ description: 'That count from now on' }),
  known: z.number().int().meta({ description: 'That counted before: the same file again changes nothing' }),
  refused: problems.meta({ description: 'Readings that were not taken, and lines that gave none' }),
});

export type BoundLoggers = z.infer<typeof boundLoggers>;
export type FilePreview = z.infer<typeof filePreview>;
export type FileTaken = z.infer<typeof fileTaken>;
