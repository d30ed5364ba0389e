import type { ZonedInstant } from '@cellrelay/kernel';
import { decided, inTheFuture, notWorded, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type {
  CancelRelay,
  CourierHandoffEvent,
  CourierHandoffFacts,
  CourierHandoffState,
  PlanRelay,
  RecordRelayHandover,
} from './courier-handoff.js';
import { sameName, signatureProblem, tooEarly } from './courier-handoff.signatures.js';

/** A second courier with a second preconditioned box takes over at an airport on the way (S43). The table has allowed the command already. */
export function decideRelay(
  command: PlanRelay | CancelRelay | RecordRelayHandover,
  state: CourierHandoffState,
  facts: CourierHandoffFacts,
): Decision<CourierHandoffEvent> {
  switch (command.name) {
    case 'PlanRelay':
      return decided(planProblem(command, state, facts), () => [planOf(command)]);
    case 'CancelRelay':
      return decided(cancelProblem(command, state, facts), () => [cancellationOf(command)]);
    case 'RecordRelayHandover':
      return decided(relayProblem(command, state, facts), () => [relayOf(command)]);
  }
}

function envelope(occurredAt: ZonedInstant): {
  readonly v: 1;
  readonly stage: 'courier-handoff';
  readonly occurredAt: ZonedInstant;
} {
  return { v: 1, stage: 'courier-handoff', occurredAt };
}

function planProblem({ data }: PlanRelay, state: CourierHandoffState, facts: CourierHandoffFacts): Refusal | undefined {
  const holder = state.status === 'packed' ? undefined : state.custody.at(-1)?.holder;
  return (
    inTheFuture(data.plannedAt, facts.now, '/plannedAt') ??
    (holder !== undefined && sameName(holder, data.courier.name) ? relayToHolder(holder) : undefined) ??
    sameBox(data.box, state, '/box')
  );
}

function relayToHolder(holder: string): Refusal {
  return {
    code: 'two-must-sign',
    sentence: `${holder} has the box already: a relay goes to another courier.`,
    at: '/courier/name',
  };
}

function sameBox(box: string, { boxNow }: CourierHandoffState, at: string): Refusal | undefined {
  if (boxNow === null || !sameName(box, boxNow.box)) return undefined;
  return {
    code: 'second-box-is-the-first',
    sentence: `The bags are in ${boxNow.box} now: a second box is another one.`,
    at,
  };
}

function planOf({ data: { plannedAt, ...plan } }: PlanRelay): CourierHandoffEvent {
  return { type: 'RelayPlanned', ...envelope(plannedAt), v: 2, data: plan };
}

function cancelProblem(
  { data }: CancelRelay,
  { relayPlan }: CourierHandoffState,
  facts: CourierHandoffFacts,
): Refusal | undefined {
  return (
    inTheFuture(data.cancelledAt, facts.now, '/cancelledAt') ??
    notWorded(data.reason, 'The reason', '/reason') ??
    (relayPlan === null ? noRelay : undefined)
  );
}

const noRelay: Refusal = { code: 'no-relay-planned', sentence: 'No relay is planned.', allowed: ['PlanRelay'] };

function cancellationOf({ data: { cancelledAt, reason } }: CancelRelay): CourierHandoffEvent {
  return { type: 'RelayCancelled', ...envelope(cancelledAt), data: { reason } };
}

/** A relay that nobody planned is taken all the same: the box has changed hands. */
function relayProblem(
  { data }: RecordRelayHandover,
  state: CourierHandoffState,
  facts: CourierHandoffFacts,
): Refusal | undefined {
  const taken = { code: 'relayed-before-handover', than: 'the courier before took the box', at: '/handedOverAt' };
  const cold = {
    code: 'relayed-before-preconditioning',
    than: 'the second box was preconditioned',
    at: '/handedOverAt',
  };
  return (
    inTheFuture(data.handedOverAt, facts.now, '/handedOverAt') ??
    signatureProblem('relay', data, state) ??
    (data.secondBox === null ? undefined : sameBox(data.secondBox.box, state, '/secondBox/box')) ??
    tooEarly(data.handedOverAt, state.custody.at(-1)?.since.at, taken) ??
    tooEarly(data.handedOverAt, data.secondBox?.preconditionedAt?.at, cold)
  );
}

function relayOf({ data: { handedOverAt, ...relayed } }: RecordRelayHandover): CourierHandoffEvent {
  return { type: 'RelayHandedOver', ...envelope(handedOverAt), data: relayed };
}
