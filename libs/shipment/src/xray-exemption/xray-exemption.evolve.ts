import type { Instant } from '@cellrelay/kernel';
import { askedAnew, coverCheckpoints } from './xray-exemption.cover.js';
import type {
  Exemption,
  ExemptionGranted,
  ExemptionRefused,
  ExemptionRequested,
  ScanDecided,
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
  const { exemption: id } = event.data;
  return { exemptions: state.exemptions.map((each) => (each.id === id ? changed(each, event, recordedAt) : each)) };
}

type ExemptionEvent = Exclude<XrayExemptionEvent, { type: 'CheckpointsCovered' }>;

function changed(exemption: Exemption, event: ExemptionEvent, recordedAt: Instant): Exemption {
  switch (event.type) {
    case 'ExemptionRequested':
      return requested(exemption, event, recordedAt);
    case 'ExemptionGranted':
      return granted(exemption, event, recordedAt);
    case 'ExemptionRefused':
      return refused(exemption, event);
    case 'ExemptionAskedAgain':
      return askedAnew(exemption, recordedAt);
    case 'ExemptionWithdrawn':
      return withdrawn(exemption, recordedAt);
    case 'BoxSearchedByHand':
      return { ...exemption, status: 'honoured' };
    case 'BoxScanned':
      return { ...exemption, status: 'scanned', reason: event.data.reason, scannedAt: event.occurredAt };
    case 'ScanDecided':
      return { ...exemption, scanDecision: wordOf(event) };
  }
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

function granted(exemption: Exemption, event: ExemptionGranted, at: Instant): Exemption {
  const noted = { ...exemption, reference: event.data.reference, reason: null };
  return unwanted(exemption) ? toWithdraw(noted, at) : { ...noted, status: 'granted' };
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
  return exemption.status === 'requested' || exemption.status === 'granted' ? askedAnew(exemption, at) : exemption;
}

function wordOf({ data: { decision, physician, reason } }: ScanDecided): Exemption['scanDecision'] {
  return { decision, physician, reason };
}
