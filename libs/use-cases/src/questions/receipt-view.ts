import {
  arrivalOf,
  endedBags,
  followUpsOf,
  lossPercentOf,
  orderOf,
  receiptChecksOf,
  centreCountryOf,
  travelledBags,
  unitOf,
  type Shipment,
  type EndedBag,
  type TravelledBag,
} from '@cellrelay/shipment';
import type { ReceiptView } from './deviation-views.js';

/** What was found on receipt, point by point; the counts at both ends; what was infused, and what became of it. */
export function receiptViewOf(shipment: Shipment): ReceiptView {
  const { receipt } = shipment.stages;
  const bags = travelledBags(shipment);
  const followUp = orderOf(shipment).policy.followUp.value;
  return {
    country: centreCountryOf(shipment),
    checks: receiptChecksOf(shipment).map(({ id, text, source, mark }) => {
      const answer = receipt.answers.find(({ item }) => item === id);
      return { id, text, source, mark, found: answer?.found ?? null, words: answer?.words ?? null };
    }),
    bags: bags.map((bag) => bagViewOf(shipment, bag)),
    followUps: followUpsOf(receipt, { bags, followUp }).map(({ recipient, day, dueAt, questions, answered }) => {
      const answers = answered ? receipt.followUps : [];
      const answer = answers.find((each) => each.recipient === recipient && each.day === day);
      return { recipient, day, dueAt, questions: questions.map(({ text }) => text), answer: answerOf(answer) };
    }),
  };
}

function answerOf(answer: Shipment['stages']['receipt']['followUps'][number] | undefined) {
  if (answer === undefined) return null;
  const { engrafted, neutrophilsOn, plateletsOn, words } = answer;
  return { engrafted, neutrophilsOn, plateletsOn, words };
}

function bagViewOf(shipment: Shipment, bag: TravelledBag): ReceiptView['bags'][number] {
  const arrival = arrivalOf(bag, shipment.stages.receipt.arrivals);
  const ended = endedBags(shipment).findLast((each) => each.bag === bag.id);
  return {
    bag: bag.id,
    recipient: bag.recipient,
    cd34PerUlAtOrigin: bag.atOrigin?.cd34PerUl ?? null,
    arrival: countOf(arrival),
    lossPercent: lossPercentOf(bag, arrival),
    ended: ended === undefined ? null : endOf(ended),
  };
}

function countOf(arrival: Shipment['stages']['receipt']['arrivals'][number] | undefined) {
  if (arrival === undefined) return null;
  const { viabilityPercent, cd34PerUl, wbcE9PerL, cd3PerUl, method } = arrival;
  return { viabilityPercent, cd34PerUl, wbcE9PerL, cd3PerUl, method };
}

function endOf({ at, how, ageMinutes, dose }: EndedBag) {
  return {
    at: at.at,
    how,
    ageMinutes,
    dose: (dose?.figures ?? []).map((given) => ({ ...given, unit: unitOf(given) })),
  };
}
