import { err, ok, sameJson, type Result } from '@cellrelay/kernel';
import { correctionOf } from './corrections.js';
import { decideStage } from './decide-stage.js';
import { notWorded } from './deciding.js';
import { emptyShipment, evolve } from './fold.js';
import { isCorrection, isRecorded, readingOf } from './reading.js';
import type { CorrectFact, FactCorrected, LoggedEvent, RecordedEvent, RecordedLine, StageCommand } from './shipment.js';
import type { Circumstances, Refusal } from './stage.js';

type Correction = Exclude<ReturnType<typeof correctionOf>, { readonly not: string }>;

/** The fact that is to be corrected: its first line, how it reads by now, and what it can be corrected by. */
interface Sought {
  readonly line: RecordedLine;
  readonly stands: readonly RecordedEvent[];
  readonly was: RecordedEvent;
  readonly correction: Correction;
}

/**
 * Decides what should have been said where it was said: on the shipment as it stood before the fact, as it reads today, with today's clock. A time that
 * contradicts other facts is taken, because one of the two is wrong and this is how it is put right; the conflict stands until it is (chronology.ts).
 */
export function decideCorrection(
  { data }: CorrectFact,
  log: readonly LoggedEvent[],
  circumstances: Circumstances,
): Result<FactCorrected, Refusal> {
  const sought = factOf(data, log);
  if (!sought.ok) return sought;
  const before = readingOf(log).lines.filter(({ seq }) => seq < sought.value.line.seq);
  const decided = decideStage(underItsPolicy(data.corrected, log), before.reduce(evolve, emptyShipment), {
    ...circumstances,
    despiteRecord: true,
  });
  if (!decided.ok) return err(within(decided.error));
  const by = decided.value.map((event) => dated(event, sought.value));
  const correction = corrected(data, sought.value, { by, log });
  const problem = changesNothing(by, sought.value) ?? labelsLost(by, sought.value, log) ?? labelTwice(correction, log);
  return problem === undefined ? ok(correction) : err(problem);
}

/** An order is corrected under the policy that was pinned to it. */
function underItsPolicy(command: StageCommand, log: readonly LoggedEvent[]): StageCommand {
  if (command.name !== 'OpenShipment') return command;
  const pinned = log.flatMap(({ event }) => (event.type === 'PolicyPinned' ? [event.data.policy] : [])).at(0);
  return pinned === undefined ? command : { ...command, data: { ...command.data, policy: pinned } };
}

function factOf(data: CorrectFact['data'], log: readonly LoggedEvent[]): Result<Sought, Refusal> {
  const line = firstLineOf(data.fact, log);
  if (line === undefined) return err(noSuchFact(data.fact, log.length));
  const read = readingOf(log).lines.filter(({ seq }) => seq === line.seq);
  const was = read[0]?.event ?? line.event;
  const correction = correctionOf(was);
  if ('not' in correction) {
    const allowed = correction.instead === undefined ? {} : { allowed: correction.instead };
    return err({ code: 'not-correctable', sentence: correction.not, at: '/fact', ...allowed });
  }
  const sought = { line, was, correction, stands: read.map(({ event }) => event) };
  const problem = correctedSince(sought, log) ?? unfit(data, correction);
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

function unfit({ corrected, reason, evidence }: CorrectFact['data'], correction: Correction): Refusal | undefined {
  return (
    anotherCommand(corrected, correction) ??
    anotherFact(corrected, correction) ??
    ownCorrection(corrected, correction) ??
    notWorded(reason, 'The reason', '/reason') ??
    notWorded(evidence, 'The evidence', '/evidence')
  );
}

function anotherCommand({ name }: StageCommand, { command }: Correction): Refusal | undefined {
  if (name === command) return undefined;
  const sentence = `That fact was recorded by ${command}, and is corrected by what ${command} should have said; ${name} records another.`;
  return { code: 'another-command', sentence, at: '/command', allowed: [command] };
}

function anotherFact({ data }: StageCommand, { about, data: was }: Correction): Refusal | undefined {
  const field = about.find((name) => !sameJson(fieldOf(data, name), fieldOf(was, name)));
  if (field === undefined) return undefined;
  const sentence = `With another ${field} it would be another fact. What did happen is recorded by itself; here only what was wrong about this one can change.`;
  return { code: 'another-fact', sentence, at: `/body/${field}`, allowed: [String(fieldOf(was, field))] };
}

function ownCorrection({ data }: StageCommand, { own, data: was }: Correction): Refusal | undefined {
  if (own === undefined || sameJson(fieldOf(data, own.field), fieldOf(was, own.field))) return undefined;
  const sentence = `Leave that as it was recorded here: it is corrected by ${own.command}.`;
  return { code: 'has-its-own-correction', sentence, at: `/body/${own.field}`, allowed: [own.command] };
}

/** What has been corrected whole by a later event is read as that one says it: to correct the first would change nothing. */
function correctedSince({ line, was, correction }: Sought, log: readonly LoggedEvent[]): Refusal | undefined {
  const { later, about } = correction;
  if (later === undefined) return undefined;
  const since = readingOf(log).lines.filter(({ seq, event }) => {
    const same = about.every((field) => sameJson(fieldOf(event.data, field), fieldOf(was.data, field)));
    return seq > line.seq && same;
  });
  // A unit that was stored and infused later ended twice: a correction is of the newest before it.
  const next = since.find(({ event }) => event.type === was.type || event.type === later.by);
  if (next?.event.type !== later.by) return undefined;
  const sentence = `That has been corrected by ${later.command} since, which counts: correct it so once more.`;
  return { code: 'has-its-own-correction', sentence, at: '/fact', allowed: [later.command] };
}

const fieldOf = (data: unknown, field: string): unknown => (data as Readonly<Record<string, unknown>>)[field];

/** What is wrong with what should have been said is wrong in the body within. */
function within(refusal: Refusal): Refusal {
  return { ...refusal, at: `/body${refusal.at ?? ''}` };
}

function dated(event: RecordedEvent, { was, correction }: Sought): RecordedEvent {
  return correction.undated ? { ...event, occurredAt: was.occurredAt } : event;
}

function changesNothing(by: readonly RecordedEvent[], { stands }: Sought): Refusal | undefined {
  if (!sameJson(by, stands) && !sameJson(by, toTheMinute(stands))) return undefined;
  return { code: 'nothing-corrected', sentence: 'That is how it is recorded already.', at: '/body' };
}

/** As a form shows what stands: a form that is sent as it was filled in says nothing new, though a desk's own moment has seconds. */
function toTheMinute(stands: readonly RecordedEvent[]): unknown {
  return JSON.parse(JSON.stringify(stands).replaceAll(/(T\d\d:\d\d):[\d.]+Z"/g, '$1:00.000Z"'));
}

/** Later facts name bags by their labels. A label that was misread is read anew in all of them; bags that come or go cannot be. */
function labelsLost(
  by: readonly RecordedEvent[],
  { was, line }: Sought,
  log: readonly LoggedEvent[],
): Refusal | undefined {
  const [is] = by;
  if (was.type !== 'CollectionEnded' || is?.type !== 'CollectionEnded') return undefined;
  const labels = was.data.bags.map(({ id }) => id);
  const named = readingOf(log).lines.some(
    ({ seq, event }) => seq > line.seq && event.stage !== 'alert' && namesAny(event, labels),
  );
  return named && !sameAllotment(was.data.bags, is.data.bags) ? allotmentKept : undefined;
}

/**
 * A bag that was split takes its parts along, each with its own division: with a label that is a division itself, one of them may come to have the label of the
 * whole, or of another bag. A bag is known by DIN and product code with its division, so no two may have the same.
 */
function labelTwice(event: FactCorrected, log: readonly LoggedEvent[]): Refusal | undefined {
  if (event.data.was.type !== 'CollectionEnded') return undefined;
  const seq = (log.at(-1)?.seq ?? 0) + 1;
  const read = readingOf([...log, { seq, recordedAt: event.occurredAt.at, event }]).lines;
  const parts = read
    .flatMap((line) => (line.event.type === 'BagSplit' ? line.event.data.parts : []))
    .map(({ id }) => id);
  const labels = [...collectedIn(read), ...parts];
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  return twice === undefined ? undefined : labelInUse(twice, parts.includes(twice));
}

function collectedIn(lines: readonly RecordedLine[]): readonly string[] {
  return lines.flatMap(({ event }) => (event.type === 'CollectionEnded' ? event.data.bags : [])).map(({ id }) => id);
}

function labelInUse(label: string, ofPart: boolean): Refusal {
  const sentence = ofPart
    ? `${label} would be the label of two bags: one has been split, and its parts keep their divisions. Give it a product code whose division no part has, as one that ends in 00.`
    : `${label} is on record as another bag already.`;
  return { code: 'label-in-use', sentence, at: ofPart ? '/body/bags' : '/body/din' };
}

function namesAny({ data }: RecordedEvent, labels: readonly string[]): boolean {
  const text = JSON.stringify(data);
  return labels.some((label) => text.includes(label));
}

type Bags = readonly { readonly recipient: string }[];

function sameAllotment(was: Bags, is: Bags): boolean {
  return was.length === is.length && was.every(({ recipient }, index) => recipient === is[index]?.recipient);
}

const allotmentKept: Refusal = {
  code: 'bags-named-later',
  sentence:
    'Later facts name these bags, and doses were judged by them: their labels and volumes can be corrected, in the same order, but not their number or whom they are for.',
  at: '/body/bags',
};

function corrected(
  { reason, evidence }: CorrectFact['data'],
  { line, was, correction }: Sought,
  { by, log }: { readonly by: readonly RecordedEvent[]; readonly log: readonly LoggedEvent[] },
): FactCorrected {
  const [first, ...rest] = by;
  if (first === undefined) throw new Error('a fact is recorded by one event at least');
  const replaces = [line.seq, ...recordedWith(line, correction.with, log)];
  return {
    type: 'FactCorrected',
    v: 1,
    stage: first.stage,
    occurredAt: first.occurredAt,
    data: { fact: line.seq, replaces, by: [first, ...rest], was, reason, evidence },
  };
}

/** The lines right behind, as far as the same decision recorded them with it. */
function recordedWith(line: RecordedLine, types: Correction['with'], log: readonly LoggedEvent[]): readonly number[] {
  const behind = log.filter(({ seq }) => seq > line.seq);
  const end = behind.findIndex(({ event }) => !(types as readonly string[]).includes(event.type));
  return behind.slice(0, end === -1 ? behind.length : end).map(({ seq }) => seq);
}
