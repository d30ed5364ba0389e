import { err, ok, sameJson, type Result } from '@cellrelay/kernel';
import { correctionOf } from './corrections.js';
import { isCorrection, isRecorded, readingOf, type Reading } from './reading.js';
import type { LoggedEvent, RecordedEvent, RecordedLine } from './shipment.js';
import type { Refusal } from './stage.js';

export type Correction = Exclude<ReturnType<typeof correctionOf>, { readonly not: string }>;

/** The fact that is to be corrected: its first line, how it reads by now, and what it can be corrected by. */
export interface Sought {
  readonly line: RecordedLine;
  /** Its line, and those that the same decision recorded with it. */
  readonly replaces: readonly number[];
  readonly stands: readonly RecordedEvent[];
  readonly was: RecordedEvent;
  readonly correction: Correction;
}

/** The fact on that line, or on the line that it corrects; refused where it cannot be corrected so. `reading` is how that log reads by now. */
export function soughtFact(
  fact: number,
  log: readonly LoggedEvent[],
  reading: Reading = readingOf(log),
): Result<Sought, Refusal> {
  const line = firstLineOf(fact, log);
  if (line === undefined) return err(noSuchFact(fact, log.length));
  const was = reading.lines.find(({ seq }) => seq === line.seq)?.event ?? line.event;
  const correction = correctionOf(was);
  if ('not' in correction) {
    const allowed = correction.instead === undefined ? {} : { allowed: correction.instead };
    return err({ code: 'not-correctable', sentence: correction.not, at: '/fact', ...allowed });
  }
  const replaces = [line.seq, ...recordedWith(line, correction.with, log)];
  const stands = reading.lines.filter(({ seq }) => replaces.includes(seq)).map(({ event }) => event);
  const sought = { line, replaces, was, correction, stands };
  const problem = correctedSince(sought, reading);
  return problem === undefined ? ok(sought) : err(problem);
}

/** A correction is corrected by correcting its fact once more. */
function firstLineOf(seq: number, log: readonly LoggedEvent[]): RecordedLine | undefined {
  const line = log.find((each) => each.seq === seq);
  if (line === undefined || isRecorded(line)) return line;
  return isCorrection(line) ? firstLineOf(line.event.data.fact, log) : undefined;
}

function noSuchFact(fact: number, lines: number): Refusal {
  return { code: 'no-such-fact', sentence: `The log has ${lines} lines; there is no line ${fact}.`, at: '/fact' };
}

/** The lines right behind, as far as the same decision recorded them with it. */
function recordedWith(line: RecordedLine, types: Correction['with'], log: readonly LoggedEvent[]): readonly number[] {
  const behind = log.filter(({ seq }) => seq > line.seq);
  const end = behind.findIndex(({ event }) => !(types as readonly string[]).includes(event.type));
  return behind.slice(0, end === -1 ? behind.length : end).map(({ seq }) => seq);
}

/** What has been corrected whole by a later event is read as that one says it: to correct the first would change nothing. */
function correctedSince({ line, was, correction }: Sought, { lines }: Reading): Refusal | undefined {
  const { later, about } = correction;
  if (later === undefined) return undefined;
  const since = lines.filter(({ seq, event }) => {
    const same = about.every((field) => sameJson(fieldOf(event.data, field), fieldOf(was.data, field)));
    return seq > line.seq && same;
  });
  // A unit that was stored and infused later ended twice: a correction is of the newest before it.
  const next = since.find(({ event }) => event.type === was.type || event.type === later.by);
  if (next?.event.type !== later.by) return undefined;
  const sentence = `That has been corrected by ${later.command} since, which counts: correct it so once more.`;
  return { code: 'has-its-own-correction', sentence, at: '/fact', allowed: [later.command] };
}

/** A field of what was said, by its name. */
export const fieldOf = (data: unknown, field: string): unknown => (data as Readonly<Record<string, unknown>>)[field];
