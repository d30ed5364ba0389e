import { earliest, latest, plusMinutes, type Instant } from '@cellrelay/kernel';
import type { Call, Deadline, Obligation } from '../obligation.js';
import type { CustomsClearanceAgendaFacts, CustomsClearanceState, CustomsRequest } from './customs-clearance.js';
import {
  borderOf,
  recordCleared,
  recordGranted,
  recordLaterAnswer,
  recordRefused,
  recordSubmitted,
  recordWithdrawn,
  refusedOffers,
} from './customs-clearance.offers.js';

export { customsClearanceCauses } from './customs-clearance.causes.js';

const dayMinutes = 24 * 60;

/** An answer that is missing a day before the border is nobody's routine any more. */
export const answerBeforeCrossingMinutes = dayMinutes;

/** What is owed at the borders: requests to submit, answers to ask for, requests to withdraw, goods to present. */
export function customsClearanceObligations(
  state: CustomsClearanceState,
  facts: CustomsClearanceAgendaFacts,
): readonly Obligation[] {
  return state.requests.flatMap((request) => [
    ...callsFor(request, facts),
    ...answerDue(request),
    ...presentationDue(request, facts),
  ]);
}

function callsFor(request: CustomsRequest, facts: CustomsClearanceAgendaFacts): readonly Call[] {
  const crossingAt = crossingOf(request);
  if (request.status === 'wanted' && crossingAt !== undefined) return [submission(request, crossingAt, facts)];
  if (request.status === 'submitted' && request.answerExpectedAt !== null)
    return [question(request, request.answerExpectedAt)];
  if (request.status === 'to-withdraw' && request.toWithdrawSince !== null)
    return [withdrawal(request, request.toWithdrawSince)];
  return [];
}

/** The earliest crossing that the request is for. */
function crossingOf(request: CustomsRequest): Instant | undefined {
  return earliest(request.covers.map((each) => each.crossingAt));
}

const call = { does: 'call', stage: 'customs-clearance', owner: 'desk' } as const;

/** What the desk is asked: the border, and the plans and moments it is for. */
function askOf({ id, country, direction, airport, covers, occasion }: CustomsRequest): Call['request'] {
  return { request: id, country, direction, airport, covers, occasion };
}

function submission(request: CustomsRequest, crossingAt: Instant, facts: CustomsClearanceAgendaFacts): Call {
  const leadAt = plusMinutes(crossingAt, -facts.customsLeadDays * dayMinutes);
  return {
    ...call,
    key: `submit-customs-request/${request.id}/${request.occasion}`,
    kind: 'submit-customs-request',
    dueAt: latest([request.wantedAt, leadAt]) ?? leadAt,
    what: `Submit the customs request for the ${borderOf(request)}`,
    request: askOf(request),
    byHand: [recordSubmitted(request), recordGranted(request)],
  };
}

function question(request: CustomsRequest, dueAt: Instant): Call {
  return {
    ...call,
    key: `ask-customs-answer/${request.id}/${request.occasion}`,
    kind: 'ask-customs-answer',
    dueAt,
    what: `Ask for the customs answer for the ${borderOf(request)}`,
    request: askOf(request),
    byHand: [recordGranted(request), recordRefused(request), recordLaterAnswer(request)],
  };
}

function withdrawal(request: CustomsRequest, dueAt: Instant): Call {
  return {
    ...call,
    key: `withdraw-customs-request/${request.id}/${request.occasion}`,
    kind: 'withdraw-customs-request',
    dueAt,
    what: `Withdraw the customs request for the ${borderOf(request)}`,
    request: { ...askOf(request), permit: request.permit },
    byHand: [recordWithdrawn(request)],
  };
}

const ring = { does: 'ring', stage: 'customs-clearance', owner: 'coordinator' } as const;

function answerDue(request: CustomsRequest): readonly Deadline[] {
  const crossingAt = crossingOf(request);
  const open = request.status === 'wanted' || request.status === 'submitted' || request.status === 'refused';
  if (!open || crossingAt === undefined) return [];
  return [
    {
      ...ring,
      key: `customs-answer-due/${request.id}`,
      kind: 'customs-answer-due',
      dueAt: plusMinutes(crossingAt, -answerBeforeCrossingMinutes),
      what: `Have the customs permit for the ${borderOf(request)}`,
      severity: 'critical',
      overdue: {
        wrong: `No customs permit for the ${borderOf(request)}: it was to be there a day before the crossing.`,
        follows: 'The cells may be held at the border.',
      },
      offers: request.status === 'refused' ? refusedOffers(request) : [recordGranted(request), recordRefused(request)],
    },
  ];
}

/** Once the box has left, or reached, that airport by the confirmed plan, the goods must have been presented. */
function presentationDue(request: CustomsRequest, facts: CustomsClearanceAgendaFacts): readonly Deadline[] {
  const passedAt = (request.direction === 'export' ? facts.departedFrom : facts.landedAt)[request.airport];
  const concerned = request.covers.some((each) => each.plan === facts.confirmedPlan) && request.status !== 'cleared';
  if (!concerned || passedAt === undefined) return [];
  const exporting = request.direction === 'export';
  return [
    {
      ...ring,
      owner: 'courier',
      key: `customs-presentation-due/${request.id}`,
      kind: 'customs-presentation-due',
      dueAt: plusMinutes(passedAt, facts.reportGraceMinutes),
      what: `Present the cells to customs: ${borderOf(request)}`,
      severity: exporting ? 'notice' : 'warning',
      overdue: {
        wrong: `The cells are not known to have been cleared: ${borderOf(request)}.`,
        follows: exporting ? 'The export may have to be put right afterwards.' : 'They may be standing at the airport.',
      },
      offers: [recordCleared(request)],
    },
  ];
}
