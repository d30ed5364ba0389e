import type { Shipment } from './shipment.js';

/**
 * The question, answered once for each state. A state is never changed, and a decision asks the same one several times: for its alerts, for their
 * causes, for its agenda, and the next command asks again what was owed before it. An answer is forgotten with its state.
 */
export function derivedOnce<Answer>(question: (shipment: Shipment) => Answer): (shipment: Shipment) => Answer {
  const answers = new WeakMap<Shipment, { readonly answer: Answer }>();
  return (shipment) => {
    const known = answers.get(shipment) ?? { answer: question(shipment) };
    answers.set(shipment, known);
    return known.answer;
  };
}
