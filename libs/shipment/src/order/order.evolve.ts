import type { Evolve } from '../deciding.js';
import { withAdopted, withLimitDecided } from './order.adoption.evolve.js';
import type { OrderEvent, OrderState } from './order.js';

export const initialOrder: OrderState = {
  status: 'none',
  details: null,
  policy: null,
  clockPolicyVersion: null,
  changedLimit: null,
  aboveRegistryCeiling: false,
  registryConsent: false,
  warnings: [],
  closedAt: null,
};

/** The order after one more event. */
export const evolveOrder: Evolve<OrderState, OrderEvent> = (state, event, recordedAt) => {
  switch (event.type) {
    case 'ShipmentOpened':
      return { ...state, status: 'open', details: event.data };
    case 'PolicyPinned':
      return { ...state, policy: event.data.policy, clockPolicyVersion: event.data.policy.version };
    case 'PolicyAdopted':
      return withAdopted(state, event, recordedAt);
    case 'ChangedLimitDecided':
      return withLimitDecided(state, event);
    case 'RequestAboveCeilingMarked':
      return { ...state, aboveRegistryCeiling: true };
    case 'RequestBelowFloorWarned':
      return { ...state, warnings: [...state.warnings, belowFloor(event.data)] };
    case 'RegistryConsentRecorded':
      return { ...state, registryConsent: true };
    case 'ShipmentClosed':
      return { ...state, status: event.data.outcome === 'infused' ? 'closed' : 'stopped', closedAt: recordedAt };
  }
};

function belowFloor(data: { readonly floorCd34PerKgE6: number; readonly recipients: readonly string[] }): string {
  const who = data.recipients.join(' and ');
  return `The request for ${who} is below the registry's own floor of ${data.floorCd34PerKgE6} million CD34 per kg.`;
}
