import { inZone, type ZonedInstant } from '@cellrelay/kernel';
import { atNow, decided, inTheFuture, notAllowedNow, notWorded, outOfOrder, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import { coversAlready } from './xray-exemption.cover.js';
import { decideUnplanned } from './xray-exemption.unplanned.js';
import type {
  CoverCheckpoints,
  RecordUnplannedCheckpoint,
  XrayExemptionCommand,
  XrayExemptionEvent,
  XrayExemptionFacts,
  XrayExemptionState,
} from './xray-exemption.js';
import { checkpointOf } from './xray-exemption.offers.js';
import { exemptionTable } from './xray-exemption.transitions.js';

type ExemptionCommand = Exclude<XrayExemptionCommand, CoverCheckpoints | RecordUnplannedCheckpoint>;

/** Keeps the exemptions in line with the plans, and takes in what airport security answered and did. */
export function decideXrayExemption(
  command: XrayExemptionCommand,
  state: XrayExemptionState,
  facts: XrayExemptionFacts,
): Decision<XrayExemptionEvent> {
  if (command.name === 'RecordUnplannedCheckpoint') return decideUnplanned(command, state, facts);
  if (command.name !== 'CoverCheckpoints') return decideOnExemption(command, state, facts);
  if (coversAlready(state, command.data.checkpoints)) return decided(undefined, () => []);
  return decided(undefined, () => [
    { type: 'CheckpointsCovered', ...envelope(atNow(facts.now)), v: 2, data: command.data },
  ]);
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
    notThereYet(command, state, facts) ??
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

/** A checkpoint sees the box only once the courier has it, and only by the plan that is flown. */
function notThereYet(
  command: ExemptionCommand,
  state: XrayExemptionState,
  facts: XrayExemptionFacts,
): Refusal | undefined {
  const { boxOnItsWay } = facts;
  const passed = passingOf(command);
  const exemption = state.exemptions.find((each) => each.id === command.data.exemption);
  if (passed === undefined || exemption === undefined) return undefined;
  const where = checkpointOf(exemption);
  if (boxOnItsWay?.plan !== exemption.plan) {
    const sentence = `The box has not come to the ${where}: the courier does not have it on that plan.`;
    return { code: 'box-not-there-yet', sentence, at: '/exemption' };
  }
  if (boxOnItsWay.since <= passed.stated.at) return undefined;
  const taken = inZone(boxOnItsWay.since, passed.stated.zone);
  const sentence = `The box cannot have been at the ${where} before the courier took it at ${taken}.`;
  return outOfOrder(facts, { code: 'box-not-there-yet', sentence, at: passed.at });
}

/** When the box is said to have been there, and the field that says so; undefined for what only concerns the papers. */
function passingOf(command: ExemptionCommand): { readonly stated: ZonedInstant; readonly at: string } | undefined {
  if (command.name === 'RecordSearchedByHand') return { stated: command.data.searchedAt, at: '/searchedAt' };
  if (command.name === 'RecordXrayDemanded') return { stated: command.data.demandedAt, at: '/demandedAt' };
  return command.name === 'RecordScanned' ? { stated: command.data.scannedAt, at: '/scannedAt' } : undefined;
}

interface Reading {
  readonly event: XrayExemptionEvent;
  /** The field that states when. */
  readonly at: string;
}

type Passing = Extract<
  ExemptionCommand,
  {
    name:
      'RecordXrayDemanded' | 'RecordDemandEscalated' | 'RecordSearchedByHand' | 'RecordScanned' | 'RecordScanDecision';
  }
>;
type Answer = Exclude<ExemptionCommand, Passing>;

const passings: ReadonlySet<string> = new Set<Passing['name']>([
  'RecordXrayDemanded',
  'RecordDemandEscalated',
  'RecordSearchedByHand',
  'RecordScanned',
  'RecordScanDecision',
]);

function isPassing(command: ExemptionCommand): command is Passing {
  return passings.has(command.name);
}

function readingOf(command: ExemptionCommand, facts: XrayExemptionFacts): Reading {
  return isPassing(command) ? happeningOf(command) : answerOf(command, facts);
}

/** What happened at the checkpoint, and the word on it. */
function happeningOf(command: Passing): Reading {
  switch (command.name) {
    case 'RecordXrayDemanded': {
      const { demandedAt, ...data } = command.data;
      return { event: { type: 'XrayDemanded', ...envelope(demandedAt), data }, at: '/demandedAt' };
    }
    case 'RecordDemandEscalated': {
      const { escalatedAt, ...data } = command.data;
      return { event: { type: 'DemandEscalated', ...envelope(escalatedAt), data }, at: '/escalatedAt' };
    }
    case 'RecordSearchedByHand': {
      const { searchedAt, ...data } = command.data;
      return { event: { type: 'BoxSearchedByHand', ...envelope(searchedAt), data }, at: '/searchedAt' };
    }
    case 'RecordScanned': {
      const { scannedAt, ...data } = command.data;
      return { event: { type: 'BoxScanned', ...envelope(scannedAt), data }, at: '/scannedAt' };
    }
    case 'RecordScanDecision': {
      const { decidedAt, ...data } = command.data;
      return { event: { type: 'ScanDecided', ...envelope(decidedAt), data }, at: '/decidedAt' };
    }
  }
}

function answerOf(command: Answer, facts: XrayExemptionFacts): Reading {
  switch (command.name) {
    case 'RecordExemptionRequested': {
      const { requestedAt, ...data } = command.data;
      return { event: { type: 'ExemptionRequested', ...envelope(requestedAt), data }, at: '/requestedAt' };
    }
    case 'RecordExemptionNotified': {
      const { notifiedAt, ...data } = command.data;
      return { event: { type: 'ExemptionNotified', ...envelope(notifiedAt), data }, at: '/notifiedAt' };
    }
    case 'RecordExemptionGranted': {
      const { grantedAt, ...data } = command.data;
      return { event: { type: 'ExemptionGranted', ...envelope(grantedAt), data }, at: '/grantedAt' };
    }
    case 'RecordExemptionRefused': {
      const { refusedAt, ...data } = command.data;
      return { event: { type: 'ExemptionRefused', ...envelope(refusedAt), data }, at: '/refusedAt' };
    }
    case 'AskExemptionAgain':
      return { event: { type: 'ExemptionAskedAgain', ...envelope(atNow(facts.now)), data: command.data }, at: '' };
    case 'RecordExemptionWithdrawn': {
      const { withdrawnAt, ...data } = command.data;
      return { event: { type: 'ExemptionWithdrawn', ...envelope(withdrawnAt), data }, at: '/withdrawnAt' };
    }
  }
}

function unworded(command: ExemptionCommand): Refusal | undefined {
  switch (command.name) {
    case 'RecordExemptionGranted':
      return notWorded(command.data.reference, 'The reference', '/reference', 200);
    case 'RecordExemptionNotified':
      return notWorded(command.data.told, 'Who was told', '/told', 200);
    case 'RecordXrayDemanded':
      return notWorded(command.data.by, 'Who demands it', '/by', 200);
    case 'RecordDemandEscalated':
      return notWorded(command.data.to, 'Whom it was taken to', '/to', 200);
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
