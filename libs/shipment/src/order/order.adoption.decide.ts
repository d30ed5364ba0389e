import type { ZonedInstant } from '@cellrelay/kernel';
import { clockPolicyFor, type ClockPolicy } from '@cellrelay/viability';
import { atNow, decided, inTheFuture, notWorded, type Decision } from '../deciding.js';
import type { Refusal } from '../stage.js';
import type {
  AdoptionCommand,
  AdoptionEvent,
  AdoptPolicy,
  ClockLines,
  DecideOnChangedLimit,
} from './order.adoption.js';
import type { OrderFacts, OrderState } from './order.js';
import { receiptToInfusionMinutes } from './order.processing.js';
import { clockProblem } from './order.product.js';

/** An order that is open: only such a one adopts a policy. */
type Opened = OrderState & { readonly [Each in 'details' | 'policy']: NonNullable<OrderState[Each]> };

/**
 * Adopts another version of the policy, and takes the decision on a limit that it changes for collected cells. Refused when the policy has no clock for
 * what was ordered, and when the shipment is run by that version already: so the same adoption asked twice changes nothing.
 */
export function decideAdoption(
  command: AdoptionCommand,
  state: OrderState,
  facts: OrderFacts,
): Decision<AdoptionEvent> {
  if (!isOpen(state)) throw new Error('the table takes these commands of an open order only');
  return command.name === 'AdoptPolicy' ? adopt(command.data, state, facts) : decideOnLimit(command.data, state, facts);
}

function isOpen(state: OrderState): state is Opened {
  return state.details !== null && state.policy !== null;
}

function adopt(data: AdoptPolicy['data'], state: Opened, facts: OrderFacts): Decision<AdoptionEvent> {
  return decided(adoptionProblem(data, state), () => [
    {
      ...written(atNow(facts.now)),
      v: 4,
      type: 'PolicyAdopted',
      data: {
        from: state.policy.version,
        policy: data.policy,
        reason: data.reason,
        wordOf: data.wordOf,
        changedLimit: facts.clocksRunning ? changeOfLines(data.policy.clocks, state) : null,
      },
    },
  ]);
}

function adoptionProblem({ policy, reason, wordOf }: AdoptPolicy['data'], state: Opened): Refusal | undefined {
  const { version } = policy;
  if (version === state.policy.version)
    return { code: 'policy-adopted-already', sentence: `The shipment is run by policy ${version} already.`, at };
  const minutes = receiptToInfusionMinutes(state.details, { ...state, policy });
  const unclocked = clockProblem({ ...state.details, receiptToInfusionMinutes: minutes }, policy, at);
  return (
    (unclocked === undefined ? undefined : { ...unclocked, at }) ??
    notWorded(reason, 'The reason', '/reason') ??
    notWorded(wordOf, 'The person who gave the word', '/wordOf', 200)
  );
}

const at = '/version';

/** Both lines where one of them moves; null where the new policy draws them as they are. */
function changeOfLines(
  clocks: readonly ClockPolicy[],
  { policy, details }: Opened,
): { readonly was: ClockLines; readonly would: ClockLines } | null {
  const [now, next] = [clockPolicyFor(policy.clocks, details), clockPolicyFor(clocks, details)];
  if (now === undefined || next === undefined) return null;
  const [was, would] = [linesOf(now), linesOf(next)];
  return was.targetMinutes === would.targetMinutes && was.limitMinutes === would.limitMinutes ? null : { was, would };
}

function linesOf({ targetMinutes, limitMinutes }: ClockPolicy): ClockLines {
  return { targetMinutes, limitMinutes };
}

function decideOnLimit(
  data: DecideOnChangedLimit['data'],
  { changedLimit }: Opened,
  facts: OrderFacts,
): Decision<AdoptionEvent> {
  if (changedLimit === null) return decided<AdoptionEvent>(nothingWaits, () => []);
  const { version, was, would } = changedLimit;
  return decided(decisionProblem(data, facts), () => [
    {
      ...written(data.decidedAt),
      type: 'ChangedLimitDecided',
      data: {
        version,
        decision: data.decision,
        wordOf: { ...facts.statedBy, person: data.wordOf.person },
        reason: data.reason,
        was,
        would,
      },
    },
  ]);
}

const nothingWaits: Refusal = {
  code: 'no-changed-limit',
  sentence: 'No adopted policy changes the limit of collected cells, so there is nothing to decide.',
};

function decisionProblem(data: DecideOnChangedLimit['data'], { now }: OrderFacts): Refusal | undefined {
  return (
    inTheFuture(data.decidedAt, now, '/decidedAt') ??
    notWorded(data.wordOf.person, 'The person who gave the word', '/wordOf/person', 200) ??
    notWorded(data.reason, 'The reason', '/reason')
  );
}

function written(occurredAt: ZonedInstant) {
  return { v: 1, stage: 'order', occurredAt } as const;
}
