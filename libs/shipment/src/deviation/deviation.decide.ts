import { atNow, decided, inTheFuture, notAllowedNow, notWorded, type Decision } from '../deciding.js';
import type { ZonedInstant } from '@cellrelay/kernel';
import type { Refusal } from '../stage.js';
import { correctDeviation } from './deviation.correcting.js';
import { isGone, rapidAlertOwed, stillToTell } from './deviation.telling.js';
import type {
  CloseDeviation,
  Deviation,
  DeviationCommand,
  DeviationEvent,
  DeviationFacts,
  DeviationState,
  FollowCorrectedFact,
  GradeDeviation,
  OpenDeviation,
  OpenDeviationByRule,
  RecordPartnerTold,
  RecordRapidAlert,
  RecordSpearSubmitted,
} from './deviation.js';
import { deviationTable } from './deviation.transitions.js';

type Opening = OpenDeviation | OpenDeviationByRule;
type Working = Exclude<DeviationCommand, Opening>;

/** Opens deviations and takes what is done about them: graded, told, reported, closed, corrected. */
export function decideDeviation(
  command: DeviationCommand,
  state: DeviationState,
  facts: DeviationFacts,
): Decision<DeviationEvent> {
  if (command.name === 'OpenDeviation' || command.name === 'OpenDeviationByRule') return open(command, state, facts);
  const deviation = state.deviations.find(({ id }) => id === command.data.deviation);
  if (deviation === undefined) return decided(noSuch(command.data.deviation, state), () => []);
  const refused = notAllowedNow(deviationTable, {
    command: command.name,
    state: deviation.status,
    what: `Deviation ${deviation.id}`,
  });
  return refused === undefined ? work(command, deviation, facts) : decided(refused, () => []);
}

function noSuch(deviation: string, { deviations }: DeviationState): Refusal {
  const allowed = deviations.map(({ id }) => id);
  const sentence = `There is no deviation ${deviation}. There ${allowed.length === 0 ? 'is none' : `are ${allowed.join(', ')}`}.`;
  return { code: 'deviation-unknown', sentence, at: '/deviation', allowed };
}

/** What the process opens from a fact is opened once; asked again, nothing happens. */
function open(
  { name, data }: Opening,
  { deviations }: DeviationState,
  facts: DeviationFacts,
): Decision<DeviationEvent> {
  const openedFrom = name === 'OpenDeviationByRule' ? data.openedFrom : null;
  const again = deviations.some(
    (each) =>
      openedFrom !== null && each.openedFrom?.stage === openedFrom.stage && each.openedFrom.key === openedFrom.key,
  );
  if (again) return decided<DeviationEvent>(undefined, () => []);
  const happenedAt = data.happenedAt ?? atNow(facts.now);
  const { kind, words, seriousness } = data;
  const problem =
    inTheFuture(happenedAt, facts.now, '/happenedAt') ?? notWorded(words, 'What happened', '/words', mostWords);
  const deviation = `D${deviations.length + 1}`;
  return decided(problem, () => [
    recorded({ type: 'DeviationOpened', data: { deviation, kind, words, seriousness, openedFrom } }, happenedAt),
  ]);
}

/** A rule joins what a person wrote to what should have been, so that it may be longer than a person's own words. */
const mostWords = 2000;

type Fact<E extends DeviationEvent = DeviationEvent> = E extends DeviationEvent ? Pick<E, 'type' | 'data'> : never;

function recorded(fact: Fact, occurredAt: ZonedInstant): DeviationEvent {
  return { ...fact, v: 1, stage: 'deviation', occurredAt };
}

function work(command: Working, deviation: Deviation, facts: DeviationFacts): Decision<DeviationEvent> {
  switch (command.name) {
    case 'FollowCorrectedFact':
      return followed(command.data, deviation);
    case 'GradeDeviation':
      return grade(command.data, facts);
    case 'RecordPartnerTold':
      return partnerTold(command.data, facts);
    case 'RecordRapidAlert':
      return rapidAlert(command.data, facts);
    case 'RecordSpearSubmitted':
      return spearSubmitted(command.data, facts);
    case 'CloseDeviation':
      return close(command.data, deviation, facts);
    case 'CorrectDeviation':
      return correctDeviation(command.data, deviation, facts);
  }
}

/** What the rule said of the fact until now stays in the log beside what it says of the corrected one. */
function followed(
  { deviation: id, says, why }: FollowCorrectedFact['data'],
  deviation: Deviation,
): Decision<DeviationEvent> {
  const { ground } = deviation;
  if (ground === null) throw new Error(`no fact opened deviation ${id}`);
  const { kind, words, happenedAt } = ground;
  const data = { deviation: id, says, was: { kind, words, happenedAt }, why };
  return decided<DeviationEvent>(undefined, () => [
    recorded({ type: 'CorrectedFactFollowed', data }, says?.happenedAt ?? happenedAt),
  ]);
}

function grade({ gradedAt, ...data }: GradeDeviation['data'], facts: DeviationFacts): Decision<DeviationEvent> {
  const problem = told(gradedAt, '/gradedAt', facts) ?? notWorded(data.reason, 'The reason', '/reason');
  return decided(problem, () => [recorded({ type: 'DeviationGraded', data }, gradedAt)]);
}

function partnerTold({ toldAt, ...data }: RecordPartnerTold['data'], facts: DeviationFacts): Decision<DeviationEvent> {
  const problem = told(toldAt, '/toldAt', facts) ?? notWorded(data.who, 'Who was told', '/who', 200);
  return decided(problem, () => [recorded({ type: 'PartnerTold', data }, toldAt)]);
}

function rapidAlert({ toldAt, ...data }: RecordRapidAlert['data'], facts: DeviationFacts): Decision<DeviationEvent> {
  const problem = told(toldAt, '/toldAt', facts) ?? notWorded(data.to, 'Who was told', '/to', 200);
  return decided(problem, () => [recorded({ type: 'RapidAlertGiven', data }, toldAt)]);
}

function spearSubmitted(
  { submittedAt, ...data }: RecordSpearSubmitted['data'],
  facts: DeviationFacts,
): Decision<DeviationEvent> {
  const problem =
    told(submittedAt, '/submittedAt', facts) ?? notWorded(data.reference, 'The reference', '/reference', 100);
  return decided(problem, () => [recorded({ type: 'SpearSubmitted', data }, submittedAt)]);
}

function told(at: ZonedInstant, field: string, { now }: DeviationFacts): Refusal | undefined {
  return inTheFuture(at, now, field);
}

function close(data: CloseDeviation['data'], deviation: Deviation, facts: DeviationFacts): Decision<DeviationEvent> {
  const { closedAt, ...closing } = data;
  const problem =
    ungraded(deviation) ??
    stillOwed(deviation, facts) ??
    told(closedAt, '/closedAt', facts) ??
    notWorded(closing.outcome, 'The outcome', '/outcome') ??
    notWorded(closing.correctiveAction, 'The corrective action', '/correctiveAction');
  return decided(problem, () => [recorded({ type: 'DeviationClosed', data: closing }, closedAt)]);
}

function ungraded(deviation: Deviation): Refusal | undefined {
  if (deviation.status !== 'open' || isGone(deviation)) return undefined;
  const sentence = `Deviation ${deviation.id} is not graded; it can be closed after that.`;
  return { code: 'deviation-not-graded', sentence, allowed: ['GradeDeviation'] };
}

/** Nothing is filed away before those who must know of it do. */
function stillOwed(deviation: Deviation, facts: DeviationFacts): Refusal | undefined {
  const rapid = rapidAlertOwed(deviation, facts);
  if (stillToTell(deviation, facts).length === 0 && !rapid) return undefined;
  const allowed = [rapid ? 'RecordRapidAlert' : 'RecordPartnerTold'];
  const whom = rapid ? 'The rapid alert is not recorded' : 'It is not recorded that the registries were told';
  return {
    code: 'deviation-not-told',
    sentence: `${whom}; deviation ${deviation.id} can be closed after that.`,
    allowed,
  };
}
