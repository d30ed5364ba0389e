import { inZone, type ZonedInstant } from '@cellrelay/kernel';
import { atNow, decided, inTheFuture, notAllowedNow, notWorded, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { coversAlready } from './customs-clearance.cover.js';
import type {
  CoverBorders,
  CustomsClearanceCommand,
  CustomsClearanceEvent,
  CustomsClearanceFacts,
  CustomsClearanceState,
  CustomsRequest,
  PinCalendars,
  RecordCustomsGranted,
  RecordCustomsSubmitted,
  RecordRegularised,
  RecordReleasedFirst,
} from './customs-clearance.js';
import { openRuleAt, releaseFirstNotAllowed } from './customs-clearance.release-first.js';
import { customsRequestTable } from './customs-clearance.transitions.js';
import { lapsesTooEarlyAt } from './customs-clearance.validity.js';

type RequestCommand = Exclude<CustomsClearanceCommand, CoverBorders | PinCalendars>;

/** Keeps the customs requests in line with the plans, and takes in what the customs desks did. */
export function decideCustomsClearance(
  command: CustomsClearanceCommand,
  state: CustomsClearanceState,
  facts: CustomsClearanceFacts,
): Decision<CustomsClearanceEvent> {
  if (command.name === 'PinCalendars') return pinned(command, facts);
  if (command.name !== 'CoverBorders') return decideOnRequest(command, state, facts);
  if (coversAlready(state, command.data.borders)) return decided(undefined, () => []);
  return decided(undefined, () => [{ type: 'BordersCovered', ...envelope(atNow(facts.now)), data: command.data }]);
}

function pinned({ data }: PinCalendars, { now }: CustomsClearanceFacts): Decision<CustomsClearanceEvent> {
  return decided(undefined, () => [{ type: 'CalendarsPinned', ...envelope(atNow(now)), data }]);
}

function envelope(occurredAt: ZonedInstant): {
  readonly v: 1;
  readonly stage: 'customs-clearance';
  readonly occurredAt: ZonedInstant;
} {
  return { v: 1, stage: 'customs-clearance', occurredAt };
}

function decideOnRequest(
  command: RequestCommand,
  state: CustomsClearanceState,
  facts: CustomsClearanceFacts,
): Decision<CustomsClearanceEvent> {
  const { request: id } = command.data;
  const request = state.requests.find((each) => each.id === id);
  if (request === undefined) return decided(noSuchRequest(id, state), () => []);
  const { event, at } = readingOf(command, request, facts);
  const problem =
    notAllowedNow(customsRequestTable, {
      command: command.name,
      state: request.status,
      what: `Customs request ${id}`,
    }) ??
    inTheFuture(event.occurredAt, facts.now, at) ??
    unworded(command) ??
    contradicted(command, request, facts);
  return decided(problem, () => [event]);
}

function noSuchRequest(id: string, state: CustomsClearanceState): Refusal {
  const allowed = state.requests.map((each) => each.id);
  return { code: 'no-such-request', sentence: `There is no customs request ${id}.`, at: '/request', allowed };
}

interface Reading {
  readonly event: CustomsClearanceEvent;
  /** The field that states when. */
  readonly at: string;
}

type Answer = Extract<
  RequestCommand,
  { name: 'RecordCustomsSubmitted' | 'RecordCustomsGranted' | 'RecordCustomsRefused' | 'RecordCustomsWithdrawn' }
>;

function readingOf(command: RequestCommand, request: CustomsRequest, facts: CustomsClearanceFacts): Reading {
  switch (command.name) {
    case 'AskCustomsAgain':
      return { event: { type: 'CustomsAskedAgain', ...envelope(atNow(facts.now)), data: command.data }, at: '' };
    case 'LapsePermit': {
      const data = { request: request.id, permit: request.permit };
      return { event: { type: 'PermitLapsed', ...envelope(atNow(facts.now)), data }, at: '' };
    }
    case 'RecordCustomsEscalated': {
      const { escalatedAt, ...data } = command.data;
      return { event: { type: 'CustomsEscalated', ...envelope(escalatedAt), data }, at: '/escalatedAt' };
    }
    case 'RecordReleasedFirst':
      return { event: releasedFirst(command, request, facts), at: '/releasedAt' };
    case 'RecordRegularised': {
      const { regularisedAt, ...data } = command.data;
      return { event: { type: 'CustomsRegularised', ...envelope(regularisedAt), data }, at: '/regularisedAt' };
    }
    case 'RecordCustomsCleared': {
      const { clearedAt, ...data } = command.data;
      return { event: { type: 'CustomsCleared', ...envelope(clearedAt), data }, at: '/clearedAt' };
    }
    default:
      return answerOf(command);
  }
}

/** Without an open rule the command is refused, and this event is never recorded. */
function releasedFirst(
  { data }: RecordReleasedFirst,
  request: CustomsRequest,
  facts: CustomsClearanceFacts,
): CustomsClearanceEvent {
  const { releasedAt, ...said } = data;
  const workingDays = openRuleAt(request, releasedAt.at, facts)?.regularisationWorkingDays ?? 0;
  return { type: 'CustomsReleasedFirst', ...envelope(releasedAt), data: { ...said, workingDays } };
}

function answerOf(command: Answer): Reading {
  const { request } = command.data;
  switch (command.name) {
    case 'RecordCustomsSubmitted': {
      const { submittedAt, answerExpectedAt } = command.data;
      return {
        event: { type: 'CustomsSubmitted', ...envelope(submittedAt), data: { request, answerExpectedAt } },
        at: '/submittedAt',
      };
    }
    case 'RecordCustomsGranted': {
      const { grantedAt, permit, validUntil = null } = command.data;
      const event = {
        type: 'CustomsGranted',
        ...envelope(grantedAt),
        v: 2,
        data: { request, permit, validUntil },
      } as const;
      return { event, at: '/grantedAt' };
    }
    case 'RecordCustomsRefused': {
      const { refusedAt, reason } = command.data;
      return { event: { type: 'CustomsRefused', ...envelope(refusedAt), data: { request, reason } }, at: '/refusedAt' };
    }
    case 'RecordCustomsWithdrawn':
      return {
        event: { type: 'CustomsWithdrawn', ...envelope(command.data.withdrawnAt), data: { request } },
        at: '/withdrawnAt',
      };
  }
}

function unworded(command: RequestCommand): Refusal | undefined {
  switch (command.name) {
    case 'RecordCustomsGranted':
      return notWorded(command.data.permit, 'The permit', '/permit', 200);
    case 'RecordCustomsEscalated':
      return (
        notWorded(command.data.to, 'Whom it was taken to', '/to', 200) ??
        notWorded(command.data.reason, 'The reason', '/reason')
      );
    case 'RecordReleasedFirst':
      return notWorded(command.data.commitment, 'The commitment', '/commitment');
    case 'RecordRegularised':
      return notWorded(command.data.reference, 'The reference', '/reference', 200);
    case 'RecordCustomsRefused':
    case 'AskCustomsAgain':
      return notWorded(command.data.reason, 'The reason', '/reason');
    default:
      return undefined;
  }
}

/** What a command says that cannot be so beside what is known of the request. */
function contradicted(
  command: RequestCommand,
  request: CustomsRequest,
  facts: CustomsClearanceFacts,
): Refusal | undefined {
  switch (command.name) {
    case 'RecordCustomsSubmitted':
      return answeredBeforeAsked(command);
    case 'RecordCustomsGranted':
      return validUntilBeforeGrant(command);
    case 'AskCustomsAgain':
      return permitHolds(request);
    case 'RecordReleasedFirst':
      return openRuleAt(request, command.data.releasedAt.at, facts) === undefined
        ? releaseFirstNotAllowed(request, command.data.releasedAt.at, facts)
        : undefined;
    case 'RecordRegularised':
      return regularisedBeforeRelease(command, request);
    default:
      return undefined;
  }
}

function answeredBeforeAsked({ data }: RecordCustomsSubmitted): Refusal | undefined {
  const { submittedAt, answerExpectedAt } = data;
  if (answerExpectedAt.at >= submittedAt.at) return undefined;
  const sentence = `An answer cannot be expected at ${inZone(answerExpectedAt.at, answerExpectedAt.zone)}, before the request was submitted.`;
  return { code: 'answer-before-submission', sentence, at: '/answerExpectedAt' };
}

function validUntilBeforeGrant({ data: { grantedAt, validUntil } }: RecordCustomsGranted): Refusal | undefined {
  if (validUntil === undefined || validUntil === null || validUntil.at > grantedAt.at) return undefined;
  const sentence = `A permit cannot end at ${inZone(validUntil.at, validUntil.zone)}, before it was given; leave the end empty where the desk named none.`;
  return { code: 'valid-until-before-grant', sentence, at: '/validUntil' };
}

/** A permit that does is not asked for anew, or the one in hand would count no longer. */
function permitHolds(request: CustomsRequest): Refusal | undefined {
  if (request.status !== 'granted' || lapsesTooEarlyAt(request) !== undefined) return undefined;
  const sentence = `Permit ${request.permit ?? ''} holds for every crossing that request ${request.id} covers. It is asked for anew when it was refused, has lapsed, or lapses too early.`;
  return { code: 'permit-holds', sentence, at: '/request' };
}

function regularisedBeforeRelease({ data }: RecordRegularised, { released }: CustomsRequest): Refusal | undefined {
  if (released === null || data.regularisedAt.at >= released.releasedAt.at) return undefined;
  const sentence = `The goods were released at ${inZone(released.releasedAt.at, released.releasedAt.zone)}; the papers cannot have been put right before that.`;
  return { code: 'regularised-before-release', sentence, at: '/regularisedAt' };
}
