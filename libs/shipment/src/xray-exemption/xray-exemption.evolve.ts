import type { Instant } from '@cellrelay/kernel';
import { askedAnew, coverCheckpoints, unplannedFor } from './xray-exemption.cover.js';
import type {
  Demand,
  DemandEscalated,
  Exemption,
  ExemptionGranted,
  ExemptionNotified,
  ExemptionRefused,
  ExemptionRequested,
  ScanDecided,
  XrayDemanded,
  XrayExemptionEvent,
  XrayExemptionState,
} from './xray-exemption.js';

export const initialXrayExemption: XrayExemptionState = { exemptions: [] };

/** The X-ray stage after one more event. */
export function evolveXrayExemption(
  state: XrayExemptionState,
  event: XrayExemptionEvent,
  recordedAt: Instant,
): XrayExemptionState {
  if (event.type === 'CheckpointsCovered') return coverCheckpoints(state, event.data.checkpoints, recordedAt);
  if (event.type === 'UnplannedCheckpointPassed')
    return { exemptions: [...state.exemptions, unplannedFor(event, recordedAt)] };
  const { exemption: id } = event.data;
  return { exemptions: state.exemptions.map((each) => (each.id === id ? changed(each, event, recordedAt) : each)) };
}

type ExemptionEvent = Exclude<XrayExemptionEvent, { type: 'CheckpointsCovered' | 'UnplannedCheckpointPassed' }>;

function changed(exemption: Exemption, event: ExemptionEvent, recordedAt: Instant): Exemption {
  switch (event.type) {
    case 'ExemptionRequested':
      return requested(exemption, event, recordedAt);
    case 'ExemptionNotified':
      return notified(exemption, event, recordedAt);
    case 'ExemptionGranted':
      return granted(exemption, event, recordedAt);
    case 'ExemptionRefused':
      return refused(exemption, event);
    case 'ExemptionAskedAgain':
      return askedAnew(exemption, recordedAt);
    case 'ExemptionWithdrawn':
      return withdrawn(exemption, recordedAt);
    default:
      return passed(exemption, event);
  }
}

type Passing = Extract<
  ExemptionEvent,
  { type: 'XrayDemanded' | 'DemandEscalated' | 'BoxSearchedByHand' | 'BoxScanned' | 'ScanDecided' }
>;

function passed(exemption: Exemption, event: Passing): Exemption {
  switch (event.type) {
    case 'XrayDemanded':
      return { ...exemption, status: 'demanded', demand: demandOf(event) };
    case 'DemandEscalated':
      return { ...exemption, demand: escalated(exemption, event) };
    case 'BoxSearchedByHand':
      return { ...exemption, status: 'honoured' };
    case 'BoxScanned':
      return { ...exemption, status: 'scanned', reason: event.data.reason, scannedAt: event.occurredAt };
    case 'ScanDecided':
      return { ...exemption, scanDecision: wordOf(event) };
  }
}

function demandOf({ data: { by }, occurredAt }: XrayDemanded): Demand {
  return { at: occurredAt.at, by, escalations: [] };
}

function escalated({ demand }: Exemption, { data: { level, to }, occurredAt }: DemandEscalated): Demand | null {
  return demand === null ? null : { ...demand, escalations: [...demand.escalations, { level, to, at: occurredAt.at }] };
}

function unwanted(exemption: Exemption): boolean {
  return exemption.status === 'to-withdraw' || exemption.status === 'withdrawn';
}

function toWithdraw(exemption: Exemption, at: Instant): Exemption {
  return {
    ...exemption,
    status: 'to-withdraw',
    toWithdrawSince: exemption.status === 'withdrawn' ? at : exemption.toWithdrawSince,
  };
}

/** An answer that came before the request was recorded keeps its place. */
function requested(exemption: Exemption, event: ExemptionRequested, at: Instant): Exemption {
  const noted = { ...exemption, requestedAt: event.occurredAt.at, answerExpectedAt: event.data.answerExpectedAt.at };
  if (unwanted(exemption)) return toWithdraw(noted, at);
  return exemption.status === 'granted' || exemption.status === 'refused' ? noted : { ...noted, status: 'requested' };
}

/** Telling somebody takes no exemption back. */
function notified(exemption: Exemption, event: ExemptionNotified, at: Instant): Exemption {
  const noted = { ...exemption, told: event.data.told };
  if (unwanted(exemption)) return toWithdraw(noted, at);
  return exemption.status === 'granted' ? noted : { ...noted, status: 'notified' };
}

/** A paper that comes while security still insists is a better argument, and no more. */
function granted(exemption: Exemption, event: ExemptionGranted, at: Instant): Exemption {
  const noted = { ...exemption, reference: event.data.reference, reason: null };
  if (unwanted(exemption)) return toWithdraw(noted, at);
  return exemption.status === 'demanded' ? noted : { ...noted, status: 'granted' };
}

function refused(exemption: Exemption, event: ExemptionRefused): Exemption {
  const noted = { ...exemption, reference: null, reason: event.data.reason };
  return unwanted(exemption)
    ? { ...noted, status: 'withdrawn', toWithdrawSince: null }
    : { ...noted, status: 'refused' };
}

/** A withdrawal of what is needed after all (it crossed with a change of plans) means asking again. */
function withdrawn(exemption: Exemption, at: Instant): Exemption {
  if (unwanted(exemption)) return { ...exemption, status: 'withdrawn', toWithdrawSince: null };
  return ['requested', 'notified', 'granted'].includes(exemption.status) ? askedAnew(exemption, at) : exemption;
}

function wordOf({ data: { decision, physician, reason } }: ScanDecided): Exemption['scanDecision'] {
  return { decision, physician, reason };
}
