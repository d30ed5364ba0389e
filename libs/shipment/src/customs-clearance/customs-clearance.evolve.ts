import type { Instant } from '@cellrelay/kernel';
import { askedAnew, coverBorders } from './customs-clearance.cover.js';
import type {
  CustomsClearanceEvent,
  CustomsClearanceState,
  CustomsGranted,
  CustomsRefused,
  CustomsRequest,
  CustomsSubmitted,
} from './customs-clearance.js';

export const initialCustomsClearance: CustomsClearanceState = { requests: [] };

/** The customs stage after one more event. */
export function evolveCustomsClearance(
  state: CustomsClearanceState,
  event: CustomsClearanceEvent,
  recordedAt: Instant,
): CustomsClearanceState {
  switch (event.type) {
    case 'BordersCovered':
      return coverBorders(state, event.data.borders, recordedAt);
    case 'CustomsSubmitted':
      return changed(state, event.data.request, (request) => submitted(request, event, recordedAt));
    case 'CustomsGranted':
      return changed(state, event.data.request, (request) => granted(request, event, recordedAt));
    case 'CustomsRefused':
      return changed(state, event.data.request, (request) => refused(request, event));
    case 'CustomsAskedAgain':
      return changed(state, event.data.request, (request) => askedAnew(request, recordedAt));
    case 'CustomsWithdrawn':
      return changed(state, event.data.request, (request) => withdrawn(request, recordedAt));
    case 'CustomsCleared':
      return changed(state, event.data.request, (request) => ({ ...request, status: 'cleared' }));
  }
}

function changed(
  state: CustomsClearanceState,
  id: string,
  change: (request: CustomsRequest) => CustomsRequest,
): CustomsClearanceState {
  return { requests: state.requests.map((request) => (request.id === id ? change(request) : request)) };
}

function unwanted(request: CustomsRequest): boolean {
  return request.status === 'to-withdraw' || request.status === 'withdrawn';
}

function toWithdraw(request: CustomsRequest, at: Instant): CustomsRequest {
  return {
    ...request,
    status: 'to-withdraw',
    toWithdrawSince: request.status === 'withdrawn' ? at : request.toWithdrawSince,
  };
}

/** An answer that came before the submission was recorded keeps its place. */
function submitted(request: CustomsRequest, event: CustomsSubmitted, at: Instant): CustomsRequest {
  const noted = { ...request, submittedAt: event.occurredAt.at, answerExpectedAt: event.data.answerExpectedAt.at };
  if (unwanted(request)) return toWithdraw(noted, at);
  return request.status === 'granted' || request.status === 'refused' ? noted : { ...noted, status: 'submitted' };
}

function granted(request: CustomsRequest, event: CustomsGranted, at: Instant): CustomsRequest {
  const noted = { ...request, permit: event.data.permit, reason: null };
  return unwanted(request) ? toWithdraw(noted, at) : { ...noted, status: 'granted' };
}

function refused(request: CustomsRequest, event: CustomsRefused): CustomsRequest {
  const noted = { ...request, permit: null, reason: event.data.reason };
  return unwanted(request) ? { ...noted, status: 'withdrawn', toWithdrawSince: null } : { ...noted, status: 'refused' };
}

/** A withdrawal of what is needed after all (it crossed with a change of plans) means asking again. */
function withdrawn(request: CustomsRequest, at: Instant): CustomsRequest {
  if (unwanted(request)) return { ...request, status: 'withdrawn', toWithdrawSince: null };
  return request.status === 'submitted' || request.status === 'granted' ? askedAnew(request, at) : request;
}
