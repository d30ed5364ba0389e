import { latest, type Instant } from '@cellrelay/kernel';
import { agendaOf, emptyShipment, foldNext, type Obligation, type Shipment } from '@cellrelay/shipment';
import { entryOf } from '../log/entry.js';
import type { LogEntry, StoredEntry } from '../ports.js';
import { lateWords } from './late.js';

/** A bell that was answered late: which line of the log tells it, what it was about, and how late it was. */
export interface LateBell {
  readonly seq: number;
  readonly key: string;
  readonly dueAt: Instant;
  readonly does: 'ring' | 'call';
  /** "2 h 5 min" */
  readonly late: string;
}

/** A line that a bell led to. When it had been due is in a deadline's own event; of a call it is asked of what was owed before. */
interface Answered {
  readonly index: number;
  readonly key: string;
  readonly dueAt: Instant | null;
}

/**
 * The bells of a log that were answered more than a minute after they were due, or, where they were owed past their time from the beginning, after they
 * were owed. Derived from the lines alone.
 */
export function lateBells(lines: readonly StoredEntry[]): readonly LateBell[] {
  const log = lines.map(({ text }) => entryOf(text));
  const answered = log.flatMap((entry, index) => answeredBy(entry, index, log));
  if (answered.length === 0) return [];
  const states = statesOf(log, answered.at(-1)?.index ?? 0);
  return answered.flatMap((each) => lateBell(each, log, states));
}

function answeredBy(entry: LogEntry, index: number, log: readonly LogEntry[]): readonly Answered[] {
  const { event, commandId, recordedAt } = entry;
  if (event.type === 'DeadlineRang') {
    const { key, dueAt } = event.data;
    return lateWords(dueAt, recordedAt) === null ? [] : [{ index, key, dueAt }];
  }
  // A command's further lines are what follows from its first.
  if (log[index - 1]?.commandId === commandId) return [];
  const key = /^bell\/[^/]+\/(.+)@\d+\/(?:Record\w+|HandCallToPerson)$/.exec(commandId)?.[1];
  return key === undefined ? [] : [{ index, key, dueAt: null }];
}

/** The shipment before each line, up to that one: as it was known then. */
function statesOf(log: readonly LogEntry[], upTo: number): readonly Shipment[] {
  const states = [emptyShipment];
  for (let index = 0; index < upTo; index += 1)
    states.push(foldNext(states[index] ?? emptyShipment, log.slice(0, index + 1)));
  return states;
}

function lateBell(
  { index, key, dueAt }: Answered,
  log: readonly LogEntry[],
  states: readonly Shipment[],
): readonly LateBell[] {
  const entry = log[index];
  const owed = owedIn(states[index], key, dueAt);
  if (entry === undefined || owed === undefined || lateWords(owed.dueAt, entry.recordedAt) === null) return [];
  const since = log[firstOwed(states, index, owed) - 1]?.recordedAt ?? owed.dueAt;
  const late = lateWords(latest([owed.dueAt, since]) ?? owed.dueAt, entry.recordedAt);
  const does = owed.does === 'call' ? 'call' : 'ring';
  return late === null ? [] : [{ seq: entry.seq, key, dueAt: owed.dueAt, does, late }];
}

/** Of a deadline at that moment; of a call whenever it was due. */
function owedIn(state: Shipment | undefined, key: string, dueAt: Instant | null): Obligation | undefined {
  if (state === undefined) return undefined;
  return agendaOf(state).find(
    (each) => each.key === key && (dueAt === null ? each.does === 'call' : each.dueAt === dueAt),
  );
}

/** The first of the states up to that one in which it was owed without a break since, sought by halves: what is owed stays so until it is done. */
function firstOwed(states: readonly Shipment[], upTo: number, { key, dueAt }: Obligation): number {
  let [owedNot, owed] = [-1, upTo];
  while (owed - owedNot > 1) {
    const middle = Math.floor((owed + owedNot) / 2);
    const there = agendaOf(states[middle] ?? emptyShipment).some((each) => each.key === key && each.dueAt === dueAt);
    if (there) owed = middle;
    else owedNot = middle;
  }
  return owed;
}
