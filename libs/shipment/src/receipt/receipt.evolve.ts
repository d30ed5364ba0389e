import type { Evolve } from '../deciding.js';
import { saidNotUsed } from './receipt.bags.js';
import type {
  ArrivalCount,
  ArrivalCountCorrected,
  ArrivalCounted,
  BagNotUsed,
  EndedBag,
  FollowUpRecorded,
  InfusionStartCorrected,
  InfusionStarted,
  ProductAccepted,
  ProductReceived,
  ReceiptCorrected,
  ReceiptEvent,
  ReceiptState,
} from './receipt.js';

export const initialReceipt: ReceiptState = {
  status: 'awaited',
  receivedAt: null,
  found: null,
  answers: [],
  asked: [],
  acceptedAt: null,
  deviation: null,
  refusedFor: null,
  refusal: null,
  arrivals: [],
  ended: [],
  followUps: [],
};

/** The receipt after one more event. */
export const evolveReceipt: Evolve<ReceiptState, ReceiptEvent> = (state, event) => {
  switch (event.type) {
    case 'ProductReceived':
      return { ...state, status: 'received', receivedAt: event.occurredAt, ...foundBy(event) };
    case 'ReceiptCorrected':
      return { ...state, receivedAt: event.occurredAt, ...foundBy(event) };
    case 'ArrivalCounted':
    case 'ArrivalCountCorrected':
      return countedOnArrival(state, event);
    case 'ProductAccepted':
      return accepted(state, event);
    case 'ProductRefused': {
      const { reason } = event.data;
      return { ...state, status: 'refused', refusedFor: reason, refusal: { at: event.occurredAt, reason } };
    }
    case 'FollowUpRecorded':
      return answered(state, event);
    default:
      return withEnd(state, event);
  }
};

/** Where no bag is used it stays so, until one is. */
function accepted(state: ReceiptState, { data: { deviation }, occurredAt }: ProductAccepted): ReceiptState {
  const status = state.status === 'not-used' ? 'not-used' : 'accepted';
  return { ...state, status, acceptedAt: occurredAt, deviation, refusedFor: null };
}

function withEnd(state: ReceiptState, event: InfusionStarted | InfusionStartCorrected | BagNotUsed): ReceiptState {
  switch (event.type) {
    case 'InfusionStarted':
      return begun(state, event);
    case 'InfusionStartCorrected':
      return { ...state, ended: corrected(state.ended, endOf(event)) };
    case 'BagNotUsed':
      return notUsed(state, event);
  }
}

/** A unit that was stored and infused later ended twice: the last is meant. */
function corrected(ended: readonly EndedBag[], end: EndedBag): readonly EndedBag[] {
  const place = ended.findLastIndex(({ bag }) => bag === end.bag);
  return ended.map((each, index) => (index === place ? end : each));
}

function begun(state: ReceiptState, event: InfusionStarted): ReceiptState {
  return { ...state, status: statusAfter(event), ended: [...withoutWord(state, event.data), endOf(event)] };
}

/** That it is not used is taken back by its use; that it was frozen stays when it is infused, for it ended its clock. */
function withoutWord({ ended }: ReceiptState, { bag, how }: InfusionStarted['data']): readonly EndedBag[] {
  return ended.filter((each) => each.bag !== bag || (each.how !== 'not-used' && each.how !== how));
}

/** With the last bag all has ended: as infused or frozen, if anything was. */
function notUsed(state: ReceiptState, { data, occurredAt }: BagNotUsed): ReceiptState {
  const { bag, ageMinutes, last, reason, wordOf } = data;
  const end: EndedBag = {
    ...{ bag, at: occurredAt, how: 'not-used', ageMinutes, volumeInfusedMl: null, dose: null },
    notUsed: { reason, wordOf },
  };
  const ended = [...state.ended, end];
  const unused = saidNotUsed({ ended });
  const used = ended.some((each) => !unused.includes(each.bag));
  const status = last ? (used ? 'infused' : 'not-used') : state.status;
  return { ...state, status, ended };
}

function statusAfter({ data: { last, how } }: InfusionStarted): ReceiptState['status'] {
  if (!last) return 'infusing';
  return how === 'stored-frozen' ? 'stored' : 'infused';
}

function foundBy({ data: { boxCelsius, sealIntact, answers, asked } }: ProductReceived | ReceiptCorrected) {
  return { found: { boxCelsius, sealIntact }, answers, asked };
}

function countedOnArrival(state: ReceiptState, event: ArrivalCounted | ArrivalCountCorrected): ReceiptState {
  const { bag, dose, viabilityPercent, cd34PerUl, wbcE9PerL, cd3PerUl, method } = event.data;
  const figures = { viabilityPercent, cd34PerUl, wbcE9PerL, cd3PerUl, method };
  const count: ArrivalCount = { bag, countedAt: event.occurredAt, ...figures };
  return {
    ...state,
    arrivals: [...state.arrivals.filter((each) => each.bag !== bag), count],
    ended: state.ended.map((each) => (each.bag === bag && each.how === 'infusion' ? { ...each, dose } : each)),
  };
}

function endOf({ data, occurredAt }: InfusionStarted | InfusionStartCorrected): EndedBag {
  const { bag, how, ageMinutes, volumeInfusedMl, dose } = data;
  return { bag, at: occurredAt, how, ageMinutes, volumeInfusedMl, dose, notUsed: null };
}

function answered(state: ReceiptState, { data, occurredAt }: FollowUpRecorded): ReceiptState {
  const others = state.followUps.filter((each) => each.recipient !== data.recipient || each.day !== data.day);
  return { ...state, followUps: [...others, { ...data, answeredAt: occurredAt }] };
}
