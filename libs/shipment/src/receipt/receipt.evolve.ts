import type { Evolve } from '../deciding.js';
import type { InfusionStarted, ProductReceived, ReceiptEvent, ReceiptState } from './receipt.js';

export const initialReceipt: ReceiptState = {
  status: 'awaited',
  receivedAt: null,
  found: null,
  acceptedAt: null,
  deviation: null,
  refusedFor: null,
  ended: [],
};

/** The receipt after one more event. */
export const evolveReceipt: Evolve<ReceiptState, ReceiptEvent> = (state, event) => {
  switch (event.type) {
    case 'ProductReceived':
      return { ...state, status: 'received', receivedAt: event.occurredAt, found: foundBy(event) };
    case 'ProductAccepted':
      return {
        ...state,
        status: 'accepted',
        acceptedAt: event.occurredAt,
        deviation: event.data.deviation,
        refusedFor: null,
      };
    case 'ProductRefused':
      return { ...state, status: 'refused', refusedFor: event.data.reason };
    case 'InfusionStarted':
      return { ...state, status: statusAfter(event), ended: [...state.ended, endOf(event)] };
  }
};

function statusAfter({ data: { last, how } }: InfusionStarted): ReceiptState['status'] {
  if (!last) return 'infusing';
  return how === 'stored-frozen' ? 'stored' : 'infused';
}

function foundBy({ data: { boxCelsius, sealIntact } }: ProductReceived): ReceiptState['found'] {
  return { boxCelsius, sealIntact };
}

function endOf({ data, occurredAt }: InfusionStarted): ReceiptState['ended'][number] {
  return { bag: data.bag, at: occurredAt, how: data.how, ageMinutes: data.ageMinutes };
}
