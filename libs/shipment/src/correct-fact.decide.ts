import { err, ok, sameJson, type Result } from '@cellrelay/kernel';
import { bagsLost, labelTwice } from './correct-fact.bags.js';
import { fieldOf, soughtFact, type Correction, type Sought } from './correct-fact.sought.js';
import { decideStage } from './decide-stage.js';
import { fineAs, nothingCorrected, notWorded } from './deciding.js';
import { emptyShipment, evolve } from './fold.js';
import { nameInWords } from './names-in-words.js';
import { readingOf } from './reading.js';
import type { CorrectFact, FactCorrected, LoggedEvent, RecordedEvent, StageCommand } from './shipment.js';
import type { Circumstances, Refusal } from './stage.js';

/**
 * Decides what should have been said where it was said: on the shipment as it stood before the fact, as it reads today, with today's clock. A time that
 * contradicts other facts is taken, because one of the two is wrong and this is how it is put right; the conflict stands until it is (chronology.ts).
 */
export function decideCorrection(
  { data }: CorrectFact,
  log: readonly LoggedEvent[],
  circumstances: Circumstances,
): Result<FactCorrected, Refusal> {
  const sought = soughtFact(data.fact, log);
  if (!sought.ok) return sought;
  const wrong = unfit(data, sought.value.correction);
  if (wrong !== undefined) return err(wrong);
  const before = readingOf(log).lines.filter(({ seq }) => seq < sought.value.line.seq);
  const said = asFineAsRecorded(data.corrected, sought.value.correction);
  const decided = decideStage(underItsPolicy(said, log), before.reduce(evolve, emptyShipment), {
    ...circumstances,
    statedBy: wordOf(sought.value.was, circumstances.statedBy),
    despiteRecord: true,
    firstRecordedAt: sought.value.line.recordedAt,
  });
  if (!decided.ok) return err(within(decided.error));
  const by = decided.value.map((event) => dated(event, sought.value));
  const correction = corrected(data, sought.value, by);
  const problem = changesNothing(by, sought.value) ?? bagsLost(by, sought.value, log) ?? labelTwice(correction, log);
  return problem === undefined ? ok(correction) : err(problem);
}

/** A decision tells whose word it was and how that came: whoever corrects it has told us of a mistake, and gave no other word. */
function wordOf({ data }: RecordedEvent, corrects: Circumstances['statedBy']): Circumstances['statedBy'] {
  const { wordOf: word } = data as { readonly wordOf?: Partial<Circumstances['statedBy']> | string };
  if (typeof word !== 'object' || word.organisation === undefined || word.how === undefined) return corrects;
  return { ...corrects, organisation: word.organisation, how: word.how };
}

/** Forms show times to the second: one that is as it was shown is as it was recorded, however fine that is. */
function asFineAsRecorded(said: StageCommand, { data: was }: Correction): StageCommand {
  // The shape of what was said stays; only moments in it are finer.
  return { ...said, data: fineAs(said.data, was) } as StageCommand;
}

/** An order is corrected under the policy that was pinned to it. */
function underItsPolicy(command: StageCommand, log: readonly LoggedEvent[]): StageCommand {
  if (command.name !== 'OpenShipment') return command;
  const pinned = log.flatMap(({ event }) => (event.type === 'PolicyPinned' ? [event.data.policy] : [])).at(0);
  return pinned === undefined ? command : { ...command, data: { ...command.data, policy: pinned } };
}

function unfit({ corrected, reason, evidence }: CorrectFact['data'], correction: Correction): Refusal | undefined {
  return (
    anotherCommand(corrected, correction) ??
    anotherFact(corrected, correction) ??
    ownCorrection(corrected, correction) ??
    anotherDay(corrected, correction) ??
    notWorded(reason, 'The reason', '/reason') ??
    notWorded(evidence, 'The evidence', '/evidence')
  );
}

function anotherCommand({ name }: StageCommand, { command }: Correction): Refusal | undefined {
  if (name === command) return undefined;
  const sentence = `That fact was recorded by ${command}, and is corrected by what ${command} should have said; ${name} records another.`;
  return { code: 'another-command', sentence, at: '/command', allowed: [command] };
}

/** The day on which a unit leaves its bank is moved, with all that hangs on it, and not only read otherwise. */
function anotherDay(said: StageCommand, { data }: Correction): Refusal | undefined {
  if (said.name !== 'OpenShipment' || said.data.unit === null) return undefined;
  const was = (data as Partial<typeof said.data>).unit;
  if (was == null || was.shipOn === said.data.unit.shipOn) return undefined;
  const sentence = `The unit was to leave its bank on ${was.shipOn}: another day is a postponement, which stands down its flights and has everybody told.`;
  return { code: 'moved-not-corrected', sentence, at: '/body/unit/shipOn', allowed: ['PostponeShipping'] };
}

function anotherFact({ data }: StageCommand, { about, data: was }: Correction): Refusal | undefined {
  const field = about.find((name) => !sameJson(fieldOf(data, name), fieldOf(was, name)));
  if (field === undefined) return undefined;
  const sentence = `With another ${nameInWords(field)} it would be another fact. What did happen is recorded by itself; here only what was wrong about this one can change.`;
  return { code: 'another-fact', sentence, at: `/body/${field}`, allowed: [String(fieldOf(was, field))] };
}

function ownCorrection({ data }: StageCommand, { own, data: was }: Correction): Refusal | undefined {
  if (own === undefined || sameJson(fieldOf(data, own.field), fieldOf(was, own.field))) return undefined;
  const sentence = `Leave that as it was recorded here: it is corrected by ${own.command}.`;
  return { code: 'has-its-own-correction', sentence, at: `/body/${own.field}`, allowed: [own.command] };
}

/** What is wrong with what should have been said is wrong in the body within. */
function within(refusal: Refusal): Refusal {
  return { ...refusal, at: `/body${refusal.at ?? ''}` };
}

function dated(event: RecordedEvent, { was, correction }: Sought): RecordedEvent {
  return correction.undated ? { ...event, occurredAt: was.occurredAt } : event;
}

function changesNothing(by: readonly RecordedEvent[], { stands }: Sought): Refusal | undefined {
  return sameJson(by, stands) ? { ...nothingCorrected, at: '/body' } : undefined;
}

function corrected(
  { reason, evidence }: CorrectFact['data'],
  { line, replaces, was }: Sought,
  by: readonly RecordedEvent[],
): FactCorrected {
  const [first, ...rest] = by;
  if (first === undefined) throw new Error('a fact is recorded by one event at least');
  return {
    type: 'FactCorrected',
    v: 1,
    stage: first.stage,
    occurredAt: first.occurredAt,
    data: { fact: line.seq, replaces, by: [first, ...rest], was, reason, evidence },
  };
}
