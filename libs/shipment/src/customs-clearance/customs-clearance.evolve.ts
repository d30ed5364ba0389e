import type { Instant } from '@cellrelay/kernel';
import { askedAnew, coverBorders } from './customs-clearance.cover.js';
import type {
  CalendarsPinned,
  CustomsClearanceEvent,
  CustomsClearanceState,
  CustomsEscalated,
  CustomsGranted,
  CustomsRefused,
  CustomsReleasedFirst,
  CustomsRequest,
  CustomsRequestStatus,
  CustomsSubmitted,
} from './customs-clearance.js';

export const initialCustomsClearance: CustomsClearanceState = { requests: [], pinned: null };

/** The customs stage after one more event. */
export function evolveCustomsClearance(
  state: CustomsClearanceState,
  event: CustomsClearanceEvent,
  recordedAt: Instant,
): CustomsClearanceState {
  if (event.type === 'BordersCovered') return coverBorders(state, event.data.borders, recordedAt);
  if (event.type === 'CalendarsPinned') return withCalendars(state, event);
  const { request: id } = event.data;
  return {
    ...state,
    requests: state.requests.map((each) => (each.id === id ? changed(each, event, recordedAt) : each)),
  };
}

/** What is pinned of other countries stays. */
function withCalendars(state: CustomsClearanceState, { data }: CalendarsPinned): CustomsClearanceState {
  const news = [...data.calendars.map(({ country }) => country), ...data.without];
  const before = state.pinned ?? { calendars: [], without: [] };
  const calendars = before.calendars.filter(({ country }) => !news.includes(country));
  const without = before.without.filter((country) => !news.includes(country));
  const pinned = { calendars: [...calendars, ...data.calendars], without: [...without, ...data.without] };
  return { ...state, pinned };
}

type RequestEvent = Exclude<CustomsClearanceEvent, { type: 'BordersCovered' | 'CalendarsPinned' }>;
type OnTheWay = Extract<
  RequestEvent,
  { type: 'PermitLapsed' | 'CustomsReleasedFirst' | 'CustomsRegularised' | 'CustomsCleared' }
>;

function changed(request: CustomsRequest, event: RequestEvent, recordedAt: Instant): CustomsRequest {
  switch (event.type) {
    case 'CustomsSubmitted':
      return submitted(request, event, recordedAt);
    case 'CustomsGranted':
      return granted(request, event, recordedAt);
    case 'CustomsRefused':
      return refused(request, event);
    case 'CustomsEscalated':
      return escalated(request, event);
    case 'CustomsAskedAgain':
      return askedAnew(request, recordedAt);
    case 'CustomsWithdrawn':
      return withdrawn(request, recordedAt);
    default:
      return passing(request, event);
  }
}

function passing(request: CustomsRequest, event: OnTheWay): CustomsRequest {
  switch (event.type) {
    case 'PermitLapsed':
      return { ...request, status: 'lapsed' };
    case 'CustomsReleasedFirst':
      return releasedFirst(request, event);
    case 'CustomsRegularised':
    case 'CustomsCleared':
      return { ...request, status: 'cleared' };
  }
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

/** States that a submission which is recorded late does not take back. */
const answered: ReadonlySet<CustomsRequestStatus> = new Set(['granted', 'refused', 'lapsed', 'to-be-regularised']);

/** An answer that came before the submission was recorded keeps its place. */
function submitted(request: CustomsRequest, event: CustomsSubmitted, at: Instant): CustomsRequest {
  const noted = { ...request, submittedAt: event.occurredAt.at, answerExpectedAt: event.data.answerExpectedAt.at };
  if (unwanted(request)) return toWithdraw(noted, at);
  return answered.has(request.status) ? noted : { ...noted, status: 'submitted' };
}

function granted(request: CustomsRequest, event: CustomsGranted, at: Instant): CustomsRequest {
  const { permit, validUntil } = event.data;
  const noted = { ...request, permit, validUntil, reason: null };
  if (unwanted(request)) return toWithdraw(noted, at);
  return request.status === 'to-be-regularised' ? noted : { ...noted, status: 'granted' };
}

function refused(request: CustomsRequest, event: CustomsRefused): CustomsRequest {
  const noted = { ...request, permit: null, validUntil: null, reason: event.data.reason };
  if (unwanted(request)) return { ...noted, status: 'withdrawn', toWithdrawSince: null };
  return request.status === 'to-be-regularised' ? noted : { ...noted, status: 'refused' };
}

function escalated(request: CustomsRequest, { data: { to, reason }, occurredAt }: CustomsEscalated): CustomsRequest {
  return { ...request, escalations: [...request.escalations, { to, reason, at: occurredAt.at }] };
}

function releasedFirst(request: CustomsRequest, { data, occurredAt }: CustomsReleasedFirst): CustomsRequest {
  const { commitment, workingDays } = data;
  return { ...request, status: 'to-be-regularised', released: { releasedAt: occurredAt, commitment, workingDays } };
}

/** A withdrawal of what is needed after all (it crossed with a change of plans) means asking again. */
function withdrawn(request: CustomsRequest, at: Instant): CustomsRequest {
  if (unwanted(request)) return { ...request, status: 'withdrawn', toWithdrawSince: null };
  return request.status === 'submitted' || request.status === 'granted' ? askedAnew(request, at) : request;
}
