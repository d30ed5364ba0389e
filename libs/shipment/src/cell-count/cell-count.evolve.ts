import type { Instant } from '@cellrelay/kernel';
import type { Evolve } from '../deciding.js';
import type {
  CellCountCorrected,
  CellCountEvent,
  CellCountState,
  CellCountStatus,
  CellsCounted,
  CountDecided,
  CountDecision,
  CountJudgedAnew,
  DayCount,
  RecipientVerdict,
  UnitJudged,
} from './cell-count.js';
import { statusByRule, undecidedFor } from './cell-count.standing.js';

export const initialCellCount: CellCountState = {
  status: 'awaited',
  counts: [],
  judged: null,
  verdicts: [],
  acceptedFor: [],
  stoppedFor: [],
  decidedBy: null,
  judgedAnewAt: null,
  followUp: null,
  cryopreservingSince: null,
  plan: null,
  warnings: [],
};

/** The count after one more event. */
export const evolveCellCount: Evolve<CellCountState, CellCountEvent> = (state, event, recordedAt) => {
  switch (event.type) {
    case 'CellsCounted':
      return counted(state, event, recordedAt);
    case 'CellCountCorrected':
      return judged(state, withCount(state, event, recordedAt));
    case 'CountJudgedAnew':
      return judged(state, allottedAnew(state, event, recordedAt));
    case 'UnitJudged':
      return unitJudged(state, event, recordedAt);
    case 'CountDecided':
      return decidedOn(state, event, recordedAt);
    case 'FollowUpShipmentRecorded':
      return { ...state, followUp: { since: state.followUp?.since ?? recordedAt, reference: event.data.reference } };
  }
};

/** Less was accepted of other cells than there are now. That it is enough comes as an event of its own. */
function counted(state: CellCountState, event: CellsCounted, recordedAt: Instant): CellCountState {
  const next = { ...withCount(state, event, recordedAt), acceptedFor: [] };
  return state.status === 'cryopreserving' ? next : reopened(next);
}

function withCount(
  state: CellCountState,
  event: CellsCounted | CellCountCorrected,
  recordedAt: Instant,
): CellCountState {
  const { day, bags, verdicts } = event.data;
  const count: DayCount = { day, countedAt: event.occurredAt, recordedAt, bags };
  const others = state.counts.filter((each) => each.day !== day);
  return { ...state, verdicts, counts: [...others, count].sort((a, b) => a.day - b.day) };
}

/** Who accepted less did so for that dose; one that gets less than that now is asked again. */
function allottedAnew(state: CellCountState, { data }: CountJudgedAnew, judgedAnewAt: Instant): CellCountState {
  const acceptedFor = state.acceptedFor.filter((ref) => !losesCells(ref, state.verdicts, data.verdicts));
  return { ...state, verdicts: data.verdicts, acceptedFor, judgedAnewAt };
}

/** A person's word on the unit stands; that it is enough comes as an event of its own. */
function unitJudged(state: CellCountState, { data }: UnitJudged, recordedAt: Instant): CellCountState {
  const { verdicts, ...figures } = data;
  const next = { ...state, verdicts, judged: { ...figures, recordedAt } };
  return state.status === 'accepted-less' ? next : reopened(next);
}

function losesCells(ref: string, before: readonly RecipientVerdict[], now: readonly RecipientVerdict[]): boolean {
  const dosesIn = (verdicts: readonly RecipientVerdict[]) =>
    verdicts.find(({ recipient }) => recipient === ref)?.doses ?? [];
  const earlier = dosesIn(before);
  return dosesIn(now).some(({ dose }, index) => dose < (earlier[index]?.dose ?? 0));
}

/** Only what the rule decided is undone by new figures; that a short count is now enough comes as an event of its own. */
function judged(before: CellCountState, next: CellCountState): CellCountState {
  const open = undecidedFor(next).length > 0;
  if (before.status === 'short' || before.status === 'one-short') return open ? reopened(next) : next;
  if (before.status !== 'enough' && before.status !== 'accepted-less') return next;
  return open ? reopened(next) : next;
}

function reopened(state: CellCountState): CellCountState {
  const status = statusByRule(state) === 'one-short' ? 'one-short' : 'short';
  return { ...state, status, decidedBy: null, warnings: [] };
}

function decidedOn(before: CellCountState, { data, occurredAt }: CountDecided, recordedAt: Instant): CellCountState {
  const { decision, wordOf, warnings } = data;
  const state = { ...before, ...settledBy(before, data), decidedBy: wordOf, warnings };
  const status = statusAfter(decision, state);
  return {
    ...state,
    status,
    plan: planFor(status, state),
    ...(decision === 'ship-day-1-early' ? { followUp: { since: recordedAt, reference: null } } : {}),
    ...(decision === 'cryopreserve-at-origin' ? { cryopreservingSince: occurredAt.at } : {}),
  };
}

/** The plan that would fly after that decision, as things stand; null where none would, or somebody else is still to be decided for. */
export function planAfter(
  state: CellCountState,
  about: Pick<CountDecided['data'], 'decision' | 'recipients'>,
): CellCountState['plan'] {
  const settled = { ...state, ...settledBy(state, about) };
  return planFor(statusAfter(about.decision, settled), settled);
}

/** A decision that names nobody is about everybody. */
function settledBy(
  { acceptedFor, stoppedFor, verdicts }: CellCountState,
  { decision, recipients }: Pick<CountDecided['data'], 'decision' | 'recipients'>,
): Pick<CellCountState, 'acceptedFor' | 'stoppedFor'> {
  const whom = recipients ?? verdicts.map(({ recipient }) => recipient);
  const without = acceptedFor.filter((ref) => !whom.includes(ref));
  if (decision === 'accept-less') return { acceptedFor: [...without, ...whom], stoppedFor };
  if (decision === 'stop') return { acceptedFor: without, stoppedFor: [...new Set([...stoppedFor, ...whom])] };
  return { acceptedFor, stoppedFor };
}

const statuses: Readonly<Partial<Record<CountDecision, CellCountStatus>>> = {
  'collect-again': 'collecting-again',
  'ship-day-1-early': 'shipped-early',
  'cryopreserve-at-origin': 'cryopreserving',
};

/** What was decided for one recipient leaves the others waiting for their own word, or for the second day. */
function statusAfter(decision: CountDecision, state: CellCountState): CellCountStatus {
  const fixed = statuses[decision];
  if (fixed !== undefined) return fixed;
  const waiting = state.status === 'collecting-again' && undecidedFor(state).length > 0;
  return waiting ? 'collecting-again' : statusByRule(state);
}

const plans: Readonly<Partial<Record<CellCountStatus, CellCountState['plan']>>> = {
  stopped: null,
  cryopreserving: null,
  'collecting-again': 2,
  'shipped-early': 1,
};

/** Who accepts less while the second day was awaited flies by plan 2 all the same: the seats of plan 1 are gone. A banked unit has one plan. */
function planFor(status: CellCountStatus, { counts, plan, judged: unit }: CellCountState): CellCountState['plan'] {
  const fixed = plans[status];
  if (fixed !== undefined) return fixed;
  if (status !== 'enough' && status !== 'accepted-less') return plan;
  return unit !== null ? 1 : plan === 2 ? 2 : (counts.at(-1)?.day ?? null);
}
