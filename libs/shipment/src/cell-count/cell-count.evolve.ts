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
  DayCount,
  UnitJudged,
} from './cell-count.js';
import { isEnough } from './cell-count.dose.js';

export const initialCellCount: CellCountState = {
  status: 'awaited',
  counts: [],
  judged: null,
  verdicts: [],
  decidedBy: null,
  plan: null,
  warnings: [],
};

/** The count after one more event. */
export const evolveCellCount: Evolve<CellCountState, CellCountEvent> = (state, event, recordedAt) => {
  switch (event.type) {
    case 'CellsCounted':
      return { ...withCount(state, event, recordedAt), status: 'short', decidedBy: null, warnings: [] };
    case 'CellCountCorrected':
      return corrected(state, event, recordedAt);
    case 'UnitJudged':
      return judged(state, event, recordedAt);
    case 'CountDecided':
      return decidedOn(state, event);
  }
};

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

/** Only what the rule decided is undone by new figures; that a short count is now enough comes as an event of its own. */
function corrected(state: CellCountState, event: CellCountCorrected, recordedAt: Instant): CellCountState {
  const next = withCount(state, event, recordedAt);
  if (state.status !== 'enough' || isEnough(event.data.verdicts)) return next;
  return { ...next, status: 'short', decidedBy: null, warnings: [] };
}

/** A person's word on the unit stands; that it is enough comes as an event of its own. */
function judged(state: CellCountState, { data }: UnitJudged, recordedAt: Instant): CellCountState {
  const { verdicts, ...figures } = data;
  const next = { ...state, verdicts, judged: { ...figures, recordedAt } };
  if (state.status === 'accepted-less') return next;
  return { ...next, status: 'short', decidedBy: null, warnings: [] };
}

const statusAfter: Readonly<Record<CountDecision, CellCountStatus>> = {
  enough: 'enough',
  'collect-again': 'collecting-again',
  'accept-less': 'accepted-less',
  stop: 'stopped',
};

function decidedOn(state: CellCountState, { data }: CountDecided): CellCountState {
  const { decision, wordOf, warnings } = data;
  return { ...state, status: statusAfter[decision], decidedBy: wordOf, plan: planFor(decision, state), warnings };
}

/** Who accepts less while the second day was awaited flies by plan 2 all the same: the seats of plan 1 are gone. */
function planFor(
  decision: CountDecision,
  { status, counts, plan, judged: unit }: CellCountState,
): CellCountState['plan'] {
  if (decision === 'stop') return null;
  if (decision === 'collect-again') return 2;
  if (unit !== null) return 1;
  return status === 'collecting-again' ? plan : (counts.at(-1)?.day ?? null);
}
