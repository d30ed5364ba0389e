import { pageOf, temperatureView } from '@cellrelay/use-cases';
import { z } from 'zod';

const moment = z.iso.datetime();

const logger = z.object({
  id: z.string().meta({ description: 'Its serial number, by which it is bound to a box' }),
  madeAt: moment,
  sends: z.boolean().meta({ description: 'Whether it has a token that is good' }),
  lastHeardAt: moment.nullable(),
  endedAt: moment.nullable(),
});

const refusedReading = z.object({
  at: z.string().meta({ description: 'JSON pointer to the reading' }),
  code: z.string(),
  sentence: z.string(),
  allowed: z.array(z.string()).optional(),
});

/** What is answered about readings and the devices that send them. */
export const readingAnswers = {
  Logger: logger,
  LoggerPage: pageOf(logger),
  LoggerMade: z.object({ made: logger, token: z.string().meta({ description: 'Shown this once' }) }),
  ReadingsTaken: z.object({
    kept: z.number().int().meta({ description: 'How many count from now on' }),
    known: z.number().int().meta({ description: 'How many had been taken before' }),
    verdicts: z
      .array(z.enum(['kept', 'known', 'refused']))
      .meta({ description: 'What became of each reading, in the order in which they were sent' }),
    refused: z.array(refusedReading).meta({
      description:
        'Each that never counts, and why; of those beyond what comes at once the first alone, for all of them',
    }),
  }),
  Temperature: temperatureView,
} as const;

const serial = z
  .string()
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,58}[\x21-\x7e])?$/, 'must be 1 to 60 letters, digits and signs')
  .meta({ description: 'The serial number that stands on it' });

/** What is sent about devices, and by them. */
export const readingBodies = {
  NewLogger: z.strictObject({ id: serial }),
  Readings: z.strictObject({
    readings: z.array(z.unknown()).meta({
      description:
        'Each `{"at": "2026-11-27T08:30:00Z", "celsius": 4.6}`, in any order; `logger` may be named in each. Judged one by one, so that a bad one spoils no other',
    }),
  }),
} as const;
