import type { Result } from '@cellrelay/kernel';
import { fieldOf, soughtFact, type Sought } from './correct-fact.sought.js';
import { correctionOf } from './corrections.js';
import type { Offer } from './obligation.js';
import { readingOf, type Reading } from './reading.js';
import type { LoggedEvent, RecordedEvent, StageCommand } from './shipment.js';
import type { Refusal } from './stage.js';

/** A command that corrects, and what it is about. */
export type CorrectionOffer = Pick<Offer, 'command' | 'prefill'>;

/**
 * How the fact of each line can be corrected: by a correction of its own, by `CorrectFact`, or by both, where one of its fields has its own. A line that reads
 * otherwise by now has none: its newest correction has. Lines that are not named cannot be corrected by themselves. `asked`: the lines that it is asked of, all
 * unless told; the log is the whole one, since each line hangs on every later one.
 */
export function correctionsOfLines(
  log: readonly LoggedEvent[],
  asked: readonly number[] = log.map(({ seq }) => seq),
): ReadonlyMap<number, readonly CorrectionOffer[]> {
  const reading = readingOf(log);
  const open = asked.filter((seq) => reading.corrected[seq] === undefined);
  return new Map(open.map((seq) => [seq, correctionsOfLine(seq, log, reading)]));
}

function correctionsOfLine(seq: number, log: readonly LoggedEvent[], reading: Reading): readonly CorrectionOffer[] {
  const sought = soughtFact(seq, log, reading);
  if (sought.ok) return [...ownFieldOf(sought.value), { command: 'CorrectFact', prefill: { fact: seq } }];
  const event = reading.lines.find((line) => line.seq === seq)?.event;
  return event === undefined ? [] : ownOf(event);
}

function ownFieldOf({ was, correction: { own, about } }: Sought): readonly CorrectionOffer[] {
  return own === undefined ? [] : [offered(own.command, about, was)];
}

/** Where nothing but a correction of its own will do, or the newest of such. */
function ownOf(event: RecordedEvent): readonly CorrectionOffer[] {
  const correction = correctionOf(event);
  if ('not' in correction)
    return correction.own === undefined ? [] : [offered(correction.own.command, correction.own.about, event)];
  const { later, about } = correction;
  return later === undefined ? [] : [offered(later.command, about, event)];
}

function offered(command: StageCommand['name'], about: readonly string[], { data }: RecordedEvent): CorrectionOffer {
  return { command, prefill: Object.fromEntries(about.map((name) => [name, fieldOf(data, name)])) };
}

/** What the form of a correction begins with: the fact as it reads by now. */
export interface FactToCorrect {
  /** The line that recorded it. */
  readonly fact: number;
  readonly stage: RecordedEvent['stage'];
  readonly said: StageCommand;
  /** Fields that the correction must leave as they are: what it is about, and what has a correction of its own. */
  readonly kept: readonly string[];
}

/** The fact of that line, or of the line that it corrects, as its correction says it again; refused where `CorrectFact` would be. */
export function factToCorrect(seq: number, log: readonly LoggedEvent[]): Result<FactToCorrect, Refusal> {
  const sought = soughtFact(seq, log);
  if (!sought.ok) return sought;
  const { line, was, correction } = sought.value;
  const { command, data, about, own } = correction;
  // The row of each event reads what its own command said; the union cannot follow that.
  const said = { name: command, data } as StageCommand;
  const kept = [...about, ...(own === undefined ? [] : [own.field])];
  return { ok: true, value: { fact: line.seq, stage: was.stage, said, kept } };
}
