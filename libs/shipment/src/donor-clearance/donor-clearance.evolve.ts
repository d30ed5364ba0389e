import type { Evolve } from '../deciding.js';
import type { DonorClearanceEvent, DonorClearanceState } from './donor-clearance.js';

export const initialDonorClearance: DonorClearanceState = { status: 'awaited', since: null, reason: null };

/** The donor's clearance after one more event. */
export const evolveDonorClearance: Evolve<DonorClearanceState, DonorClearanceEvent> = (_state, event) => {
  switch (event.type) {
    case 'DonorCleared':
      return { status: 'cleared', since: event.occurredAt, reason: null };
    case 'UnitReleased':
      return { status: 'released', since: event.occurredAt, reason: null };
    case 'DonorSuspended':
      return { status: 'suspended', since: event.occurredAt, reason: event.data.reason };
    case 'DonorWithdrawn':
      return { status: 'withdrawn', since: event.occurredAt, reason: event.data.reason };
  }
};
