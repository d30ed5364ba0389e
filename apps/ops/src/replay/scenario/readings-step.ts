import { z } from 'zod';
import { instantOf, plusMinutes } from '@cellrelay/kernel';
import type { IncomingReading } from '@cellrelay/use-cases';
import type { PathFault } from './locate.js';

/** The name of the step that is no command: a device sends what it has read. */
export const sendReadings = 'SendReadings';

const series = z.strictObject({
  from: z.string().describe('The instant of the first, with its offset: 2024-09-04T16:00:00+08:00'),
  everyMinutes: z.number().min(0).max(1_440).default(1),
  celsius: z.array(z.unknown()).min(1).max(10_000),
});

const stepBody = z.strictObject({
  logger: z.string().min(1).max(60),
  series: z.array(series).min(1).max(50).describe('In the order in which they are sent'),
  answer: z
    .strictObject({ kept: z.int().min(0), known: z.int().min(0), refused: z.int().min(0) })
    .describe('How many of them count from now on, counted before, and never do'),
});

/** What a device sends in a step, and what it is to be answered. */
export interface SentReadings {
  readonly logger: string;
  readonly readings: readonly IncomingReading[];
  readonly answer: { readonly kept: number; readonly known: number; readonly refused: number };
}

/** What is wrong with such a step. */
export function readingsFaults(body: unknown, path: readonly PropertyKey[]): readonly PathFault[] {
  const read = stepBody.safeParse(body);
  return read.success
    ? []
    : read.error.issues.map((issue) => ({ path: [...path, ...issue.path], sentence: `${issue.message}.` }));
}

/** The readings of a step. Throws on a body with faults, which reading the scenario has ruled out. */
export function readingsIn(body: unknown): SentReadings {
  const { logger, series: all, answer } = stepBody.parse(body);
  return { logger, answer, readings: all.flatMap(readingsOf) };
}

/** A moment that is none is sent as it stands: a scenario may show what becomes of it. */
function readingsOf({ from, everyMinutes, celsius }: z.infer<typeof series>): readonly IncomingReading[] {
  const first = instantOf(from);
  return celsius.map((each, nth) => ({
    at: first === undefined ? from : plusMinutes(first, nth * everyMinutes),
    celsius: each,
  }));
}
