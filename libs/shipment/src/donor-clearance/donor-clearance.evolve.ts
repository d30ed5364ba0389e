import type { Evolve } from '../deciding.js';
import type {
  Backup,
  BackupCalledUpon,
  BackupNamed,
  BackupWithdrawn,
  ClearanceWord,
  Conditioning,
  ConditioningPlanned,
  ConditioningStarted,
  DonorClearanceEvent,
  DonorClearanceState,
  DonorStep,
  DonorStepRecorded,
} from './donor-clearance.js';
import { donorSteps } from './donor-clearance.js';
import { conditioningOf } from './donor-clearance.conditioning.js';

export const initialDonorClearance: DonorClearanceState = {
  status: 'awaited',
  since: null,
  reason: null,
  words: [],
  suspensionDecision: null,
  steps: [],
  conditioning: [],
  backups: [],
};

/** The donor's clearance after one more event. */
export const evolveDonorClearance: Evolve<DonorClearanceState, DonorClearanceEvent> = (state, event, recordedAt) => {
  switch (event.type) {
    case 'DonorCleared':
      return said(state, { word: 'cleared', at: event.occurredAt, reason: null, recordedAt });
    case 'UnitReleased':
      return said(state, { word: 'released', at: event.occurredAt, reason: null, recordedAt });
    case 'DonorSuspended':
      return said(state, { word: 'suspended', at: event.occurredAt, reason: event.data.reason, recordedAt });
    case 'DonorWithdrawn':
      return said(state, { word: 'withdrawn', at: event.occurredAt, reason: event.data.reason, recordedAt });
    case 'SuspensionDecided':
      return { ...state, suspensionDecision: { ...event.data, recordedAt } };
    case 'DonorStepRecorded':
      return { ...state, steps: withStep(state.steps, event) };
    case 'ConditioningPlanned':
    case 'ConditioningStarted':
      return { ...state, conditioning: withConditioning(state, event) };
    default:
      return { ...state, backups: withBackup(state.backups, event) };
  }
};

function said(state: DonorClearanceState, word: ClearanceWord): DonorClearanceState {
  const { word: status, at: since, reason } = word;
  return { ...state, status, since, reason, words: [...state.words, word], suspensionDecision: null };
}

/** In the order in which a donor's way goes. */
function withStep(steps: readonly DonorStep[], { data, occurredAt }: DonorStepRecorded): readonly DonorStep[] {
  const { step, on } = data;
  const recorded: DonorStep = { step, on, at: on === null ? occurredAt : null };
  const others = steps.filter((each) => each.step !== step);
  return donorSteps.flatMap((name) => [...others, recorded].filter((each) => each.step === name));
}

function withConditioning(
  state: DonorClearanceState,
  event: ConditioningPlanned | ConditioningStarted,
): readonly Conditioning[] {
  const { recipient } = event.data;
  const known = conditioningOf(state, recipient);
  const next: Conditioning =
    event.type === 'ConditioningPlanned'
      ? { ...known, status: 'planned', plannedStartAt: event.data.plannedStartAt, startedAt: null, despite: null }
      : { ...known, status: 'started', startedAt: event.occurredAt, despite: event.data.despite };
  const others = state.conditioning.filter((each) => each.recipient !== recipient);
  return [...others, next].sort((a, b) => (a.recipient < b.recipient ? -1 : 1));
}

function statusOf(event: Exclude<BackupEvent, { readonly type: 'BackupNamed' }>): Backup['status'] {
  if (event.type === 'BackupWithdrawn') return 'withdrawn';
  return event.data.confirmedBy === undefined ? 'called-upon' : 'confirmed';
}

type BackupEvent = BackupNamed | BackupCalledUpon | BackupWithdrawn;

function withBackup(backups: readonly Backup[], event: BackupEvent): readonly Backup[] {
  if (event.type === 'BackupNamed') {
    const others = backups.filter((each) => each.reference !== event.data.reference);
    return [...others, { ...event.data, status: 'named' }];
  }
  const status = statusOf(event);
  return backups.map((each) => (each.reference === event.data.reference ? { ...each, status } : each));
}
