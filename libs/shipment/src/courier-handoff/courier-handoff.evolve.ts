import type { Instant, ZonedInstant } from '@cellrelay/kernel';
import type { CourierHandoffEvent, CourierHandoffState } from './courier-handoff.js';

export const initialCourierHandoff: CourierHandoffState = {
  status: 'awaited',
  charges: [],
  heldBy: [],
  loaded: [],
  readyAt: null,
  packed: null,
  packedAt: null,
  handedOverAt: null,
  deliveredAt: null,
};

/** The handoff stage after one more event. */
export function evolveCourierHandoff(
  state: CourierHandoffState,
  event: CourierHandoffEvent,
  _recordedAt: Instant,
): CourierHandoffState {
  switch (event.type) {
    case 'BoxPacked':
      return { ...state, status: 'packed', packed: event.data, packedAt: event.occurredAt };
    case 'HandedOverToCourier':
      return { ...state, status: 'in-custody', handedOverAt: event.occurredAt };
    case 'ShipperCharged':
      return { ...state, charges: [...state.charges, { ...event.data, chargedAt: event.occurredAt }] };
    case 'CargoAccepted':
      return {
        ...heldAt(state, event.data.facility, event.occurredAt),
        status: 'in-custody',
        handedOverAt: event.occurredAt,
      };
    case 'CargoLoaded':
      return { ...state, loaded: [...state.loaded, event.data.booking] };
    case 'CargoReady':
      return { ...heldAt(state, event.data.facility, event.occurredAt), readyAt: event.occurredAt };
    case 'DeliveredToCentre':
      return { ...state, status: 'delivered', deliveredAt: event.occurredAt };
  }
}

function heldAt(state: CourierHandoffState, facility: string, since: ZonedInstant): CourierHandoffState {
  return { ...state, heldBy: [...state.heldBy, { facility, since }] };
}
