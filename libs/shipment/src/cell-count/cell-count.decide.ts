import { ok, type ZonedInstant } from '@cellrelay/kernel';
import { atNow, decided, notAllowedNow, type Decision } from '../deciding.js';
import { correctionProblem, decisionProblem, recordProblem } from './cell-count.checks.js';
import type {
  BagCount,
  CellCountCommand,
  CellCountEvent,
  CellCountFacts,
  CellCountState,
  CorrectCellCount,
  CountDayNumber,
  DecideOnCount,
  JudgeUnit,
  RecipientVerdict,
  RecordCellCount,
} from './cell-count.js';
import { cellCountTable } from './cell-count.transitions.js';
import { warningsOf } from './cell-count.warnings.js';
import { isEnough, unitVerdictsOf, verdictsOf } from './cell-count.dose.js';

/** Judges a count, its correction, or takes a person's decision on a short one. All doses are cumulative over the days. */
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
    case 'DecideOnCount':
      return decideOn(command.data, state, facts);
    case 'JudgeUnit':
      return judge(command.data, state, facts);
  }
}

type Fact<E extends CellCountEvent = CellCountEvent> = E extends CellCountEvent ? Pick<E, 'type' | 'data'> : never;

function recorded(fact: Fact, occurredAt: ZonedInstant): CellCountEvent {
  return { ...fact, v: versions[fact.type] ?? 1, stage: 'cell-count', occurredAt };
}

/** The versions of events that have changed since the first; use-cases/log/upcasts.ts lifts the older ones. */
const versions: Partial<Record<CellCountEvent['type'], number>> = { CellsCounted: 2, CellCountCorrected: 2 };

function record(data: RecordCellCount['data'], state: CellCountState, facts: CellCountFacts): Decision<CellCountEvent> {
  return decided(recordProblem(data, state, facts), () => {
    const { day, bags, countedAt } = data;
    const verdicts = judged(day, bags, { state, facts });
    const counted = recorded({ type: 'CellsCounted', data: { day, bags, verdicts } }, countedAt);
    return isEnough(verdicts) ? [counted, enough(verdicts, facts)] : [counted];
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
    const corrected = recorded({ type: 'CellCountCorrected', data: { ...rest, verdicts } }, countedAt);
    return state.status === 'short' && isEnough(verdicts) ? [corrected, enough(verdicts, facts)] : [corrected];
  });
}

/** By the bank's figures. Where a person has accepted less already, that stands. */
function judge(unit: JudgeUnit['data'], state: CellCountState, facts: CellCountFacts): Decision<CellCountEvent> {
  const verdicts = unitVerdictsOf(unit, facts);
  const judged = recorded({ type: 'UnitJudged', data: { ...unit, verdicts } }, atNow(facts.now));
  return ok(state.status !== 'accepted-less' && isEnough(verdicts) ? [judged, enough(verdicts, facts)] : [judged]);
}

/** The verdicts with this day's bags in place of what was counted for it before. */
function judged(
  day: CountDayNumber,
  bags: readonly BagCount[],
  { state, facts }: { readonly state: CellCountState; readonly facts: CellCountFacts },
): readonly RecipientVerdict[] {
  const others = state.counts.filter((count) => count.day !== day).flatMap((count) => count.bags);
  const collected = facts.collected.flatMap((each) => each.bags);
  return verdictsOf([...others, ...bags], (id) => collected.find((bag) => bag.id === id)?.recipient, facts);
}

function enough(verdicts: readonly RecipientVerdict[], facts: CellCountFacts): CellCountEvent {
  const warnings = warningsOf('enough', verdicts, facts);
  const wordOf = { person: 'rule', organisation: 'CellRelay', how: 'rule' } as const;
  const reason = 'Every requested dose is met.';
  return recorded(
    { type: 'CountDecided', data: { decision: 'enough', wordOf, role: null, reason, warnings } },
    atNow(facts.now),
  );
}

function decideOn(data: DecideOnCount['data'], state: CellCountState, facts: CellCountFacts): Decision<CellCountEvent> {
  return decided(decisionProblem(data, state, facts), () => {
    const { decision, reason } = data;
    const { role, person } = data.wordOf;
    const wordOf = { ...facts.statedBy, person };
    const warnings = warningsOf(decision, state.verdicts, facts);
    return [recorded({ type: 'CountDecided', data: { decision, wordOf, role, reason, warnings } }, data.decidedAt)];
  });
}
