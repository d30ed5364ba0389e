import type { Evolve } from '../deciding.js';
import type { OrderEvent, OrderState, OrderStatus, Outcome } from './order.js';

export const initialOrder: OrderState = {
  status: 'none',
  details: null,
  policy: null,
  aboveRegistryCeiling: false,
  registryConsent: false,
  warnings: [],
  cancellation: null,
  told: {},
};

/** The order after one more event. */
export const evolveOrder: Evolve<OrderState, OrderEvent> = (state, event, recordedAt) => {
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
    case 'ShipmentCancelled':
      return { ...state, cancellation: { ...event.data, at: event.occurredAt, recordedAt }, told: {} };
    case 'PartyTold':
      return { ...state, told: { ...state.told, [event.data.party]: event.occurredAt } };
    case 'ShipmentClosed':
      return { ...state, status: statusAfter[event.data.outcome] };
  }
};

const statusAfter: Readonly<Record<Outcome, OrderStatus>> = {
  infused: 'closed',
  stopped: 'stopped',
  cancelled: 'cancelled',
};

function belowFloor(data: { readonly floorCd34PerKgE6: number; readonly recipients: readonly string[] }): string {
  const who = data.recipients.join(' and ');
  return `The request for ${who} is below the registry's own floor of ${data.floorCd34PerKgE6} million CD34 per kg.`;
}
