import type { Reading } from '@cellrelay/viability';
import { openedAllowanceMinutes } from '@cellrelay/shipment';
import type { BoundSpan } from './bound-spans.js';
import { shown, type ReadingRefused } from './reading-row.js';
import type { IncomingReading, KeptReadings, ReadingSource, ReadingVerdict } from './readings.port.js';

/** A reading that may count, with where it stood in its delivery. */
export interface Candidate {
  readonly row: number;
  readonly reading: Reading;
}

/** Of readings that one delivery brings for the same instant the first. */
export function firstAtEach(candidates: readonly Candidate[]): ReadonlyMap<number, Candidate> {
  const first = new Map<number, Candidate>();
  for (const candidate of candidates)
    if (!first.has(candidate.reading.atMillis)) first.set(candidate.reading.atMillis, candidate);
  return first;
}

/** What becomes of a candidate, by what stands and by what the first of its delivery at that instant shows. */
export function verdictIn(
  { known, over }: KeptReadings,
  { candidate, first, logger }: { readonly candidate: Candidate; readonly first: Candidate; readonly logger: string },
  most: number,
): ReadingVerdict {
  const { atMillis, celsius } = candidate.reading;
  if (over.has(atMillis)) return tooMany(logger, most);
  const standing = known.get(atMillis) ?? (first === candidate ? undefined : first.reading.celsius);
  if (standing === undefined) return { kind: 'kept' };
  return standing === celsius ? { kind: 'known' } : differs(candidate.reading, standing);
}

function differs({ atMillis, celsius }: Reading, standing: number): ReadingRefused {
  const sentence = `For ${new Date(atMillis).toISOString()} this logger has shown ${standing} °C already; ${celsius} °C is not taken: the first stands.`;
  return { kind: 'refused', code: 'reading-differs', sentence, allowed: [String(standing)] };
}

function tooMany(logger: string, most: number): ReadingRefused {
  const sentence = `Logger ${logger} has ${most.toLocaleString('en')} readings for this shipment already, as many as one may have. Set it to read once a minute, or unbind it when its box is opened.`;
  return { kind: 'refused', code: 'too-many-of-logger', sentence, allowed: [String(most)] };
}

const gravity: Readonly<Record<ReadingVerdict['kind'], number>> = { known: 0, kept: 1, refused: 2 };

/** Of a logger in boxes of two shipments at once, what is worse, or new, in either. */
export function graver(one: ReadingVerdict | undefined, other: ReadingVerdict): ReadingVerdict {
  return one !== undefined && gravity[one.kind] > gravity[other.kind] ? one : other;
}

/** Why a row is of another logger than its delivery; undefined: it is not. */
export function anothersReading(
  { logger }: ReadingSource,
  { logger: said }: IncomingReading,
): ReadingRefused | undefined {
  if (said === undefined || said === logger) return undefined;
  const sentence = `This delivery is logger ${logger}'s; the row says that it is of ${shown(said)}.`;
  return { kind: 'refused', code: 'logger-foreign', sentence, allowed: [logger] };
}

/**
 * Why a reading counts nowhere. The same, whether its logger was in no box or in one of a shipment that is none of theirs: whose box it is in, nobody else is told. Of their own
 * they are told that its box was opened.
 */
export function unbound({ atMillis }: Reading, logger: string, spans: readonly BoundSpan[]): ReadingRefused {
  const at = new Date(atMillis).toISOString();
  const opened = spans.some((span) => span.theirs && span.byReceipt && atMillis > span.untilMillis);
  const sentence = opened
    ? `At ${at} the box of logger ${logger} had been received: its readings are taken until ${openedAllowanceMinutes} minutes after the receipt, and this one is later. Bind it to its next box.`
    : `At ${at} logger ${logger} was in no box of a shipment of yours. Bind it to its box first, or look at its clock.`;
  return { kind: 'refused', code: 'logger-not-bound', sentence };
}
