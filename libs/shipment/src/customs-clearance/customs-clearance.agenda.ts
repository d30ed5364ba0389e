import { endOfWorkingDays } from '@cellrelay/itinerary';
import { earliest, latest, localDateAt, plusMinutes, type Instant } from '@cellrelay/kernel';
import { answerDueSaid, answeredBy, askedBy, basisOf, workingDays } from '../lead-times.js';
import type { Call, Deadline, Obligation } from '../obligation.js';
import { mayReleaseFirst } from './customs-clearance.causes.js';
import type {
  CustomsClearanceAgendaFacts,
  CustomsClearanceState,
  CustomsRequest,
  CustomsRequestStatus,
} from './customs-clearance.js';
import { lapsesTooEarlyAt, passedAt } from './customs-clearance.validity.js';
import {
  askAgain,
  borderOf,
  nextSteps,
  recordProlonged,
  recordRegularised,
  recordCleared,
  recordGranted,
  recordLaterAnswer,
  recordRefused,
  recordSubmitted,
  recordWithdrawn,
} from './customs-clearance.offers.js';

export { customsClearanceCauses } from './customs-clearance.causes.js';

const dayMinutes = 24 * 60;

/** What is owed at the borders: requests to submit, answers to ask for, permits to prolong, requests to withdraw, goods to present, papers to put right. */
export function customsClearanceObligations(
  state: CustomsClearanceState,
  facts: CustomsClearanceAgendaFacts,
): readonly Obligation[] {
  return state.requests.flatMap((request) => [
    ...callsFor(request, facts),
    ...answerDue(request, facts),
    ...permitToProlong(request, facts),
    ...presentationDue(request, facts),
    ...regularisationDue(request, facts),
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
  const { at: leadAt, ...why } = askedBy(
    { at: crossingAt, airport: request.airport },
    facts.customsLeadDays,
    facts.leadTimes,
  );
  return {
    ...call,
    key: `submit-customs-request/${request.id}/${request.occasion}`,
    kind: 'submit-customs-request',
    dueAt: latest([request.wantedAt, leadAt]) ?? leadAt,
    what: `Submit the customs request for the ${borderOf(request)}`,
    ...why,
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

const withoutAnswer: ReadonlySet<CustomsRequestStatus> = new Set(['wanted', 'submitted', 'refused', 'lapsed']);

/** An answer that is missing so shortly before the border is nobody's routine any more. */
function answerDue(request: CustomsRequest, facts: CustomsClearanceAgendaFacts): readonly Deadline[] {
  const crossingAt = crossingOf(request);
  if (!withoutAnswer.has(request.status) || crossingAt === undefined) return [];
  const lost = request.status === 'refused' || request.status === 'lapsed';
  const { at: dueAt, ...why } = answeredBy({ at: crossingAt, airport: request.airport }, facts.leadTimes);
  return [
    {
      ...ring,
      key: `customs-answer-due/${request.id}`,
      kind: 'customs-answer-due',
      dueAt,
      ...why,
      what: `Have the customs permit for the ${borderOf(request)}`,
      severity: 'critical',
      overdue: {
        wrong: `No customs permit for the ${borderOf(request)}: it was to be there ${answerDueSaid(facts.leadTimes)} before the crossing.`,
        follows: 'The cells may be held at the border.',
      },
      offers: lost
        ? nextSteps(request, mayReleaseFirst(request, facts))
        : [recordGranted(request), recordRefused(request)],
    },
  ];
}

/** A permit that ends before the last crossing it covers is prolonged, or asked for anew; at its end it counts no longer. */
function permitToProlong(request: CustomsRequest, facts: CustomsClearanceAgendaFacts): readonly Deadline[] {
  const endsAt = lapsesTooEarlyAt(request);
  if (endsAt === undefined || passedAt(request, facts) !== undefined) return [];
  const permit = `permit ${request.permit ?? ''} for the ${borderOf(request)}`;
  const common = {
    ...ring,
    severity: 'critical',
    offers: [askAgain(request), recordProlonged(request)],
  } as const;
  return [
    {
      ...common,
      key: `permit-lapses/${request.id}`,
      kind: 'permit-lapses',
      dueAt: plusMinutes(endsAt, -facts.permitLapseNoticeDays * dayMinutes),
      what: `Have ${permit} prolonged, or ask anew`,
      overdue: {
        wrong: `The ${permit} lapses before the last crossing that it is to cover.`,
        follows: 'When it has lapsed the cells may be held at the border.',
      },
    },
    {
      ...common,
      key: `permit-lapsed/${request.id}`,
      kind: 'permit-lapsed',
      dueAt: endsAt,
      what: `End of the ${permit}`,
      overdue: { wrong: `The ${permit} has lapsed.`, follows: 'The cells may be held at the border.' },
    },
  ];
}

/** Once the box has left, or reached, that airport by the confirmed plan, the goods must have been presented. In transit nobody looks at them. */
function presentationDue(request: CustomsRequest, facts: CustomsClearanceAgendaFacts): readonly Deadline[] {
  const since = passedAt(request, facts);
  const dealtWith = request.status === 'cleared' || request.status === 'to-be-regularised';
  if (dealtWith || request.direction === 'transit' || since === undefined) return [];
  const exporting = request.direction === 'export';
  return [
    {
      ...ring,
      owner: 'courier',
      key: `customs-presentation-due/${request.id}`,
      kind: 'customs-presentation-due',
      dueAt: plusMinutes(since, facts.reportGraceMinutes),
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

/** Owed until the papers are in order, after the shipment has ended too. */
function regularisationDue(request: CustomsRequest, facts: CustomsClearanceAgendaFacts): readonly Deadline[] {
  const { id, status, released, airport } = request;
  if (status !== 'to-be-regularised' || released === null) return [];
  const country = facts.leadTimes.airports[airport]?.country ?? request.country;
  const zone = facts.zones[airport] ?? released.releasedAt.zone;
  const after = localDateAt(released.releasedAt.at, zone);
  const end = endOfWorkingDays({ after, days: released.workingDays, country, zone }, facts.leadTimes.calendars);
  const years = [...new Set(end.withoutCalendar.map((day) => day.slice(0, 4)))].join(', ');
  const counted = years === '' ? '' : `; only weekends left out, no holiday calendar of ${country} for ${years}`;
  return [
    {
      ...ring,
      key: `regularisation-due/${id}`,
      kind: 'regularisation-due',
      dueAt: end.at,
      ...basisOf(
        `${workingDays(released.workingDays)} of ${country} after ${after}`,
        { country, counted: end },
        facts.leadTimes,
      ),
      what: `Put the papers right for the ${borderOf(request)} (${workingDays(released.workingDays)} from the release${counted})`,
      severity: 'critical',
      overdue: {
        wrong: `The ${borderOf(request)} was released first, and its papers are not in order.`,
        follows: 'The commitment given to customs is broken, and the next release may be refused.',
      },
      offers: [recordRegularised(request)],
    },
  ];
}
