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
} from './customs-clearance.js';
import { customsRequestTable } from './customs-clearance.transitions.js';

type RequestCommand = Exclude<CustomsClearanceCommand, CoverBorders>;

/** Keeps the customs requests in line with the plans, and takes in what the customs desks did. */
export function decideCustomsClearance(
  command: CustomsClearanceCommand,
  state: CustomsClearanceState,
  facts: CustomsClearanceFacts,
): Decision<CustomsClearanceEvent> {
  if (command.name !== 'CoverBorders') return decideOnRequest(command, state, facts);
  if (coversAlready(state, command.data.borders)) return decided(undefined, () => []);
  return decided(undefined, () => [{ type: 'BordersCovered', ...envelope(atNow(facts.now)), data: command.data }]);
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
  const { event, at } = readingOf(command, facts);
  const problem =
    outOfTurn(command, state) ??
    inTheFuture(event.occurredAt, facts.now, at) ??
    unworded(command) ??
    answeredBeforeAsked(command);
  return decided(problem, () => [event]);
}

function outOfTurn(command: RequestCommand, state: CustomsClearanceState): Refusal | undefined {
  const { request: id } = command.data;
  const request = state.requests.find((each) => each.id === id);
  if (request === undefined) {
    const allowed = state.requests.map((each) => each.id);
    return { code: 'no-such-request', sentence: `There is no customs request ${id}.`, at: '/request', allowed };
  }
  return notAllowedNow(customsRequestTable, {
    command: command.name,
    state: request.status,
    what: `Customs request ${id}`,
  });
}

interface Reading {
  readonly event: CustomsClearanceEvent;
  /** The field that states when. */
  readonly at: string;
}

function readingOf(command: RequestCommand, facts: CustomsClearanceFacts): Reading {
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
      const { grantedAt, permit } = command.data;
      return { event: { type: 'CustomsGranted', ...envelope(grantedAt), data: { request, permit } }, at: '/grantedAt' };
    }
    case 'RecordCustomsRefused': {
      const { refusedAt, reason } = command.data;
      return { event: { type: 'CustomsRefused', ...envelope(refusedAt), data: { request, reason } }, at: '/refusedAt' };
    }
    case 'AskCustomsAgain': {
      const { reason } = command.data;
      return { event: { type: 'CustomsAskedAgain', ...envelope(atNow(facts.now)), data: { request, reason } }, at: '' };
    }
    case 'RecordCustomsWithdrawn':
      return {
        event: { type: 'CustomsWithdrawn', ...envelope(command.data.withdrawnAt), data: { request } },
        at: '/withdrawnAt',
      };
    case 'RecordCustomsCleared':
      return {
        event: { type: 'CustomsCleared', ...envelope(command.data.clearedAt), data: { request } },
        at: '/clearedAt',
      };
  }
}

function unworded(command: RequestCommand): Refusal | undefined {
  switch (command.name) {
    case 'RecordCustomsGranted':
      return notWorded(command.data.permit, 'The permit', '/permit', 200);
    case 'RecordCustomsRefused':
    case 'AskCustomsAgain':
      return notWorded(command.data.reason, 'The reason', '/reason');
    default:
      return undefined;
  }
}

function answeredBeforeAsked(command: RequestCommand): Refusal | undefined {
  if (command.name !== 'RecordCustomsSubmitted') return undefined;
  const { submittedAt, answerExpectedAt } = command.data;
  if (answerExpectedAt.at >= submittedAt.at) return undefined;
  const sentence = `An answer cannot be expected at ${inZone(answerExpectedAt.at, answerExpectedAt.zone)}, before the request was submitted.`;
  return { code: 'answer-before-submission', sentence, at: '/answerExpectedAt' };
}
