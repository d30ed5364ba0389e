import type { ZonedInstant } from '@cellrelay/kernel';
import { atNow, decided, notAllowedNow, notWorded, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { correctionProblem, cryopreservationProblem, decisionProblem, recordProblem } from './cell-count.checks.js';
import type {
  BagCount,
  CellCountCommand,
  CellCountEvent,
  CellCountFacts,
  CellCountState,
  CorrectCellCount,
  CountDayNumber,
  CryopreserveAtOrigin,
  DecideOnCount,
  JudgeUnit,
  RecipientVerdict,
  RecordCellCount,
  RecordFollowUpShipment,
} from './cell-count.js';
import { evolveCellCount } from './cell-count.evolve.js';
import { judgedBy, undecidedFor, wantedRecipients } from './cell-count.standing.js';
import { cellCountTable } from './cell-count.transitions.js';
import { warningsOf } from './cell-count.warnings.js';
import { unitVerdictsOf } from './cell-count.dose.js';

/** Judges a count, its correction or another allotment of its bags, or takes a person's decision on it. All doses are cumulative over the days. */
export function decideCellCount(
  command: CellCountCommand,
  state: CellCountState,
  facts: CellCountFacts,
): Decision<CellCountEvent> {
  const refused = notAllowedNow(cellCountTable, { command: command.name, state: state.status, what: 'The count' });
  if (refused !== undefined) return decided(refused, () => []);
  switch (command.name) {
    case 'RecordCellCount':
      return record(command.data, state, facts);
    case 'CorrectCellCount':
      return correct(command.data, state, facts);
    case 'JudgeCellCount':
      return decided<CellCountEvent>(undefined, () => withRule(judgedAnew(state, facts), state, facts));
    case 'DecideOnCount':
      return decideOn(command.data, state, facts);
    case 'CryopreserveAtOrigin':
      return cryopreserve(command.data, facts);
    case 'RecordFollowUpShipment':
      return followUp(command.data, state, facts);
    case 'JudgeUnit':
      return judge(command.data, state, facts);
  }
}

type Fact<E extends CellCountEvent = CellCountEvent> = E extends CellCountEvent ? Pick<E, 'type' | 'data'> : never;

function recorded(fact: Fact, occurredAt: ZonedInstant): CellCountEvent {
  return { ...fact, v: versions[fact.type] ?? 1, stage: 'cell-count', occurredAt };
}

/** The versions of events that have changed since the first; use-cases/log/upcasts.ts lifts the older ones. */
const versions: Partial<Record<CellCountEvent['type'], number>> = {
  CellsCounted: 2,
  CellCountCorrected: 2,
  CountDecided: 2,
};

function record(data: RecordCellCount['data'], state: CellCountState, facts: CellCountFacts): Decision<CellCountEvent> {
  return decided(recordProblem(data, state, facts), () => {
    const { day, bags, countedAt } = data;
    const verdicts = judged(day, bags, { state, facts });
    return withRule(recorded({ type: 'CellsCounted', data: { day, bags, verdicts } }, countedAt), state, facts);
  });
}

function correct(
  data: CorrectCellCount['data'],
  state: CellCountState,
  facts: CellCountFacts,
): Decision<CellCountEvent> {
  return decided(correctionProblem(data, state, facts), () => {
    const { countedAt, ...rest } = data;
    const verdicts = judged(data.day, data.bags, { state, facts });
    return withRule(recorded({ type: 'CellCountCorrected', data: { ...rest, verdicts } }, countedAt), state, facts);
  });
}

function judgedAnew(state: CellCountState, facts: CellCountFacts): CellCountEvent {
  const counts = state.counts.flatMap((count) => count.bags);
  return recorded({ type: 'CountJudgedAnew', data: { verdicts: judgedBy(counts, facts) } }, atNow(facts.now));
}

/** The new verdicts, and the rule's decision where they leave nothing for a person to decide. */
function withRule(judged: CellCountEvent, state: CellCountState, facts: CellCountFacts): readonly CellCountEvent[] {
  const next = evolveCellCount(state, judged, facts.now);
  const waits = next.status === 'short' || next.status === 'one-short';
  const settled = undecidedFor(next).length === 0 && wantedRecipients(next).length > 0;
  return waits && settled ? [judged, enough(next.verdicts, facts)] : [judged];
}

/** By the bank's figures. Where a person has accepted less already, that stands. */
function judge(unit: JudgeUnit['data'], state: CellCountState, facts: CellCountFacts): Decision<CellCountEvent> {
  const verdicts = unitVerdictsOf(unit, facts);
  const judgement = recorded({ type: 'UnitJudged', data: { ...unit, verdicts } }, atNow(facts.now));
  return decided<CellCountEvent>(undefined, () => withRule(judgement, state, facts));
}

/** The verdicts with this day's bags in place of what was counted for it before. */
function judged(
  day: CountDayNumber,
  bags: readonly BagCount[],
  { state, facts }: { readonly state: CellCountState; readonly facts: CellCountFacts },
): readonly RecipientVerdict[] {
  const others = state.counts.filter((count) => count.day !== day).flatMap((count) => count.bags);
  return judgedBy([...others, ...bags], facts);
}

function enough(verdicts: readonly RecipientVerdict[], facts: CellCountFacts): CellCountEvent {
  const warnings = warningsOf('enough', verdicts, facts);
  const wordOf = { person: 'rule', organisation: 'CellRelay', how: 'rule' } as const;
  const reason = 'Every requested dose is met.';
  const data = {
    decision: 'enough',
    wordOf,
    role: null,
    confirmedBy: null,
    recipients: null,
    reason,
    warnings,
  } as const;
  return recorded({ type: 'CountDecided', data }, atNow(facts.now));
}

function decideOn(data: DecideOnCount['data'], state: CellCountState, facts: CellCountFacts): Decision<CellCountEvent> {
  return decided(decisionProblem(data, state, facts), () => {
    const { decision, reason, confirmedBy } = data;
    const { role, person } = data.wordOf;
    const wordOf = { ...facts.statedBy, person };
    const recipients = whomItIsAbout(data, state);
    const about = state.verdicts.filter(({ recipient }) => recipients === null || recipients.includes(recipient));
    const warnings = warningsOf(decision, about, facts);
    const fact = { decision, wordOf, role, confirmedBy, recipients, reason, warnings };
    return [recorded({ type: 'CountDecided', data: fact }, data.decidedAt)];
  });
}

/** Where nobody is named: all who are short, or everybody where nobody is, or where a second day is awaited for all. */
function whomItIsAbout(
  { decision, recipients }: DecideOnCount['data'],
  state: CellCountState,
): readonly string[] | null {
  if (decision !== 'accept-less' && decision !== 'stop') return null;
  if (recipients !== null) return recipients;
  const short = undecidedFor(state);
  return state.status === 'collecting-again' || short.length === 0 ? wantedRecipients(state) : short;
}

function cryopreserve(data: CryopreserveAtOrigin['data'], facts: CellCountFacts): Decision<CellCountEvent> {
  return decided(cryopreservationProblem(data, facts), () => {
    const { confirmedBy, reason } = data;
    const { role, person } = data.wordOf;
    const wordOf = { ...facts.statedBy, person };
    const decision = 'cryopreserve-at-origin';
    const fact = { decision, wordOf, role, confirmedBy, recipients: null, reason, warnings: [] } as const;
    return [recorded({ type: 'CountDecided', data: fact }, data.decidedAt)];
  });
}

/** Another reference corrects the one that was recorded. */
function followUp(
  { reference }: RecordFollowUpShipment['data'],
  state: CellCountState,
  facts: CellCountFacts,
): Decision<CellCountEvent> {
  const problem =
    notWorded(reference, 'The reference of the shipment that follows', '/reference', 40) ??
    (state.followUp?.reference === reference ? recordedAlready(reference) : undefined);
  return decided(problem, () => [
    recorded({ type: 'FollowUpShipmentRecorded', data: { reference } }, atNow(facts.now)),
  ]);
}

function recordedAlready(reference: string): Refusal {
  return { code: 'recorded-already', sentence: `${reference} is recorded already.`, at: '/reference' };
}
