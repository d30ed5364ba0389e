import type { Evolve } from '../deciding.js';
import type { OrderEvent, OrderState } from './order.js';

export const initialOrder: OrderState = {
  status: 'none',
  details: null,
  policy: null,
  aboveRegistryCeiling: false,
  registryConsent: false,
  warnings: [],
};

/** The order after one more event. */
export const evolveOrder: Evolve<OrderState, OrderEvent> = (state, event) => {
  switch (event.type) {
    case 'ShipmentOpened':
      return { ...state, status: 'open', details: event.data };
    case 'PolicyPinned':
      return { ...state, policy: event.data.policy };
    case 'RequestAboveCeilingMarked':
      return { ...state, aboveRegistryCeiling: true };
    case 'RequestBelowFloorWarned':
      return { ...state, warnings: [...state.warnings, belowFloor(event.data)] };
    case 'RegistryConsentRecorded':
      return { ...state, registryConsent: true };
    case 'ShipmentClosed':
      return { ...state, status: event.data.outcome === 'infused' ? 'closed' : 'stopped' };
  }
};

function belowFloor(data: { readonly floorCd34PerKgE6: number; readonly recipients: readonly string[] }): string {
  const who = data.recipients.join(' and ');
  return `The request for ${who} is below the registry's own floor of ${data.floorCd34PerKgE6} million CD34 per kg.`;
}
