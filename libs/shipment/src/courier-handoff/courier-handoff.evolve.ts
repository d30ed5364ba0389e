import type { Instant } from '@cellrelay/kernel';
import type { CourierHandoffEvent, CourierHandoffState } from './courier-handoff.js';

export const initialCourierHandoff: CourierHandoffState = {
  status: 'awaited',
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
    case 'DeliveredToCentre':
      return { ...state, status: 'delivered', deliveredAt: event.occurredAt };
  }
}
