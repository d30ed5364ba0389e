import type { Instant } from '@cellrelay/kernel';
import type { ChangedLimitDecided, PolicyAdopted } from './order.adoption.js';
import type { OrderState } from './order.js';

/**
 * The order under another policy. What the shipment is run by is always `policy`, whole: while a changed limit waits, and after it was turned down, that is
 * the adopted version with the clocks that it had before. One set of clocks for all bags of a shipment, those still to be collected too.
 */
export function withAdopted(state: OrderState, { data }: PolicyAdopted, recordedAt: Instant): OrderState {
  const { policy, changedLimit } = data;
  if (changedLimit === null || state.policy === null)
    return { ...state, policy, clockPolicyVersion: policy.version, changedLimit: null };
  const waiting = { version: policy.version, adoptedAt: recordedAt, ...changedLimit, clocks: policy.clocks };
  return { ...state, policy: { ...policy, clocks: state.policy.clocks }, changedLimit: waiting };
}

/** The order after the decision on the changed limit. */
export function withLimitDecided(state: OrderState, { data }: ChangedLimitDecided): OrderState {
  const { policy, changedLimit } = state;
  if (data.decision === 'keep-old' || policy === null || changedLimit === null) return { ...state, changedLimit: null };
  return {
    ...state,
    policy: { ...policy, clocks: changedLimit.clocks },
    clockPolicyVersion: changedLimit.version,
    changedLimit: null,
  };
}
