import { sameJson, type Instant } from '@cellrelay/kernel';
import type { CourierEvent, CourierNominated, CourierState } from './courier.js';

export const initialCourier: CourierState = {
  status: 'wanted',
  courier: null,
  substitute: null,
  fit: null,
  positionedAt: null,
  cargo: null,
};

/** The courier stage after one more event. Nothing is known yet of a person who is new to it. */
export function evolveCourier(state: CourierState, event: CourierEvent, _recordedAt: Instant): CourierState {
  switch (event.type) {
    case 'CourierNominated':
      return nominated(state, event.data);
    case 'CourierFit':
      return { ...state, status: state.status === 'positioned' ? 'positioned' : 'fit-to-travel', fit: event.data };
    case 'CourierInPosition':
      return { ...state, status: 'positioned', positionedAt: event.occurredAt };
    case 'CargoBooked':
      return { ...initialCourier, status: 'not-needed', cargo: event.data };
    case 'SubstituteSent':
      return {
        ...initialCourier,
        status: 'nominated',
        courier: state.substitute,
        substitute: event.data.nextSubstitute,
      };
  }
}

/** The same courier with another substitute keeps what was checked. */
function nominated(state: CourierState, { courier, substitute }: CourierNominated['data']): CourierState {
  if (state.courier !== null && sameJson(state.courier, courier)) return { ...state, substitute };
  return { ...initialCourier, status: 'nominated', courier, substitute };
}
