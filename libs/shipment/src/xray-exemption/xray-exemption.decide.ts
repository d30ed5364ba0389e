import { inZone, type ZonedInstant } from '@cellrelay/kernel';
import { atNow, decided, inTheFuture, notAllowedNow, notWorded, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { coversAlready } from './xray-exemption.cover.js';
import type {
  CoverCheckpoints,
  XrayExemptionCommand,
  XrayExemptionEvent,
  XrayExemptionFacts,
  XrayExemptionState,
} from './xray-exemption.js';
import { exemptionTable } from './xray-exemption.transitions.js';

type ExemptionCommand = Exclude<XrayExemptionCommand, CoverCheckpoints>;

/** Keeps the exemptions in line with the plans, and takes in what airport security answered and did. */
export function decideXrayExemption(
  command: XrayExemptionCommand,
  state: XrayExemptionState,
  facts: XrayExemptionFacts,
): Decision<XrayExemptionEvent> {
  if (command.name !== 'CoverCheckpoints') return decideOnExemption(command, state, facts);
  if (coversAlready(state, command.data.checkpoints)) return decided(undefined, () => []);
  return decided(undefined, () => [{ type: 'CheckpointsCovered', ...envelope(atNow(facts.now)), data: command.data }]);
}

function envelope(occurredAt: ZonedInstant): {
  readonly v: 1;
  readonly stage: 'xray-exemption';
  readonly occurredAt: ZonedInstant;
} {
  return { v: 1, stage: 'xray-exemption', occurredAt };
}

function decideOnExemption(
  command: ExemptionCommand,
  state: XrayExemptionState,
  facts: XrayExemptionFacts,
): Decision<XrayExemptionEvent> {
  const { event, at } = readingOf(command, facts);
  const problem =
    outOfTurn(command, state) ??
    inTheFuture(event.occurredAt, facts.now, at) ??
    unworded(command) ??
    answeredBeforeAsked(command);
  return decided(problem, () => [event]);
}

function outOfTurn(command: ExemptionCommand, state: XrayExemptionState): Refusal | undefined {
  const { exemption: id } = command.data;
  const exemption = state.exemptions.find((each) => each.id === id);
  if (exemption === undefined) {
    const allowed = state.exemptions.map((each) => each.id);
    return { code: 'no-such-exemption', sentence: `There is no X-ray exemption ${id}.`, at: '/exemption', allowed };
  }
  return notAllowedNow(exemptionTable, {
    command: command.name,
    state: exemption.status,
    what: `X-ray exemption ${id}`,
  });
}

interface Reading {
  readonly event: XrayExemptionEvent;
  /** The field that states when. */
  readonly at: string;
}

type Answer = Extract<
  ExemptionCommand,
  { name: 'RecordExemptionRequested' | 'RecordExemptionGranted' | 'RecordExemptionRefused' }
>;

function readingOf(command: ExemptionCommand, facts: XrayExemptionFacts): Reading {
  const { exemption } = command.data;
  switch (command.name) {
    case 'AskExemptionAgain': {
      const { reason } = command.data;
      return {
        event: { type: 'ExemptionAskedAgain', ...envelope(atNow(facts.now)), data: { exemption, reason } },
        at: '',
      };
    }
    case 'RecordExemptionWithdrawn':
      return {
        event: { type: 'ExemptionWithdrawn', ...envelope(command.data.withdrawnAt), data: { exemption } },
        at: '/withdrawnAt',
      };
    case 'RecordSearchedByHand':
      return {
        event: { type: 'BoxSearchedByHand', ...envelope(command.data.searchedAt), data: { exemption } },
        at: '/searchedAt',
      };
    case 'RecordScanned': {
      const { scannedAt, reason } = command.data;
      return { event: { type: 'BoxScanned', ...envelope(scannedAt), data: { exemption, reason } }, at: '/scannedAt' };
    }
    case 'RecordScanDecision': {
      const { decidedAt, ...data } = command.data;
      return { event: { type: 'ScanDecided', ...envelope(decidedAt), data }, at: '/decidedAt' };
    }
    default:
      return answerOf(command);
  }
}

function answerOf(command: Answer): Reading {
  const { exemption } = command.data;
  switch (command.name) {
    case 'RecordExemptionRequested': {
      const { requestedAt, answerExpectedAt } = command.data;
      return {
        event: { type: 'ExemptionRequested', ...envelope(requestedAt), data: { exemption, answerExpectedAt } },
        at: '/requestedAt',
      };
    }
    case 'RecordExemptionGranted': {
      const { grantedAt, reference } = command.data;
      return {
        event: { type: 'ExemptionGranted', ...envelope(grantedAt), data: { exemption, reference } },
        at: '/grantedAt',
      };
    }
    case 'RecordExemptionRefused': {
      const { refusedAt, reason } = command.data;
      return {
        event: { type: 'ExemptionRefused', ...envelope(refusedAt), data: { exemption, reason } },
        at: '/refusedAt',
      };
    }
  }
}

function unworded(command: ExemptionCommand): Refusal | undefined {
  switch (command.name) {
    case 'RecordExemptionGranted':
      return notWorded(command.data.reference, 'The reference', '/reference', 200);
    case 'RecordScanDecision':
      return (
        notWorded(command.data.physician, 'The physician', '/physician', 200) ??
        notWorded(command.data.reason, 'The reason', '/reason')
      );
    case 'RecordExemptionRefused':
    case 'AskExemptionAgain':
    case 'RecordScanned':
      return notWorded(command.data.reason, 'The reason', '/reason');
    default:
      return undefined;
  }
}

function answeredBeforeAsked(command: ExemptionCommand): Refusal | undefined {
  if (command.name !== 'RecordExemptionRequested') return undefined;
  const { requestedAt, answerExpectedAt } = command.data;
  if (answerExpectedAt.at >= requestedAt.at) return undefined;
  const sentence = `An answer cannot be expected at ${inZone(answerExpectedAt.at, answerExpectedAt.zone)}, before it was asked for.`;
  return { code: 'answer-before-request', sentence, at: '/answerExpectedAt' };
}
