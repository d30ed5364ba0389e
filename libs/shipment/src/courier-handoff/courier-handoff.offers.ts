import type { Offer } from '../obligation.js';
import type { RelayPlan } from './courier-handoff.js';

/** What a person can do about the box. The seal is never filled in: it is read from the box, or the comparison is worth nothing. */

export const pack: Offer = { command: 'PackBox', label: 'Record the packing', prefill: {} };
export const handOver: Offer = { command: 'HandOverToCourier', label: 'Record the handover', prefill: {} };
export const deliver: Offer = { command: 'DeliverToCentre', label: 'Record the delivery', prefill: {} };
export const relay: Offer = { command: 'RecordRelayHandover', label: 'Record the relay', prefill: {} };
export const planRelay: Offer = { command: 'PlanRelay', label: 'Plan a relay with a second box', prefill: {} };
/** The relay as it is planned, with papers that are known by now. */
export function relayWithPapers(plan: RelayPlan, label: string): Offer {
  return { ...planRelay, label, prefill: { ...plan } };
}
export const cancelRelay: Offer = { command: 'CancelRelay', label: 'Cancel the relay', prefill: {} };
export const charge: Offer = { command: 'ChargeShipper', label: 'Record the charging of the shipper', prefill: {} };
export const acceptCargo: Offer = {
  command: 'RecordCargoAccepted',
  label: 'Record that the carrier has it',
  prefill: {},
};
export const ready: Offer = {
  command: 'RecordCargoReady',
  label: 'Record that it is ready to be collected',
  prefill: {},
};
