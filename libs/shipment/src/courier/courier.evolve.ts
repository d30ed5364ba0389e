import type { Instant } from '@cellrelay/kernel';
import type { CourierEvent, CourierNominated, CourierPerson, CourierState, Visa } from './courier.js';

export const initialCourier: CourierState = {
  status: 'wanted',
  courier: null,
  substitute: null,
  fit: null,
  trip: null,
  positionedAt: null,
  cargo: null,
  cargoRecordedAt: null,
};

/** The courier stage after one more event. Nothing is known yet of a person who is new to it. */
export function evolveCourier(state: CourierState, event: CourierEvent, recordedAt: Instant): CourierState {
  switch (event.type) {
    case 'CourierNominated':
      return nominated(state, event.data);
    case 'CourierFit':
      return { ...state, status: state.status === 'positioned' ? 'positioned' : 'fit-to-travel', fit: event.data };
    case 'VisaRecorded':
      return withVisa(state, event.data);
    case 'PositioningTripBooked':
      return { ...state, trip: event.data };
    case 'CourierInPosition':
      return { ...state, status: 'positioned', positionedAt: event.occurredAt };
    case 'CargoBooked':
      return { ...initialCourier, status: 'not-needed', cargo: event.data, cargoRecordedAt: recordedAt };
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
  if (state.courier !== null && isSamePerson(state.courier, courier)) return { ...state, courier, substitute };
  return { ...initialCourier, status: 'nominated', courier, substitute };
}

/** Whether two entries are of one person: what is known besides of the rest or the pool may have changed. */
function isSamePerson(one: CourierPerson, other: CourierPerson): boolean {
  return one.name === other.name && one.company === other.company && one.phone === other.phone;
}

/** The visas of the check, with what has become of one of them since. */
function withVisa(state: CourierState, visa: Visa): CourierState {
  const { fit } = state;
  if (fit === null) return state;
  const others = fit.visas.filter((each) => each.country !== visa.country);
  const visas = [...others, visa].sort((a, b) => (a.country < b.country ? -1 : 1));
  return { ...state, fit: { ...fit, visas } };
}
