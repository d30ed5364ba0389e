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

/**
 * The question, answered once for all states that differ in nothing but their alerts: whatever rings changes those alone, several times over. It is asked of the shipment without them;
 * a question that looks at an alert all the same, or at how far the log has been read, throws, which is a defect.
 */
export function derivedBesidesAlerts<Answer>(question: (shipment: Shipment) => Answer): (shipment: Shipment) => Answer {
  const once = derivedOnce(question);
  return (shipment) => once(besidesAlerts(shipment));
}

const grounds = new WeakMap<Shipment, Shipment>();

/** Says that the second differs from the first in nothing but its alerts. */
export function differInAlerts(before: Shipment, after: Shipment): void {
  grounds.set(after, besidesAlerts(before));
}

/** One and the same for all states that were said to differ in their alerts alone. */
function besidesAlerts(shipment: Shipment): Shipment {
  const known = grounds.get(shipment);
  if (known !== undefined) return known;
  const ground = without({ ...shipment, stages: without({ ...shipment.stages }, ['alert']) }, howFar);
  grounds.set(shipment, ground);
  grounds.set(ground, ground);
  return ground;
}

const howFar = ['revision', 'stageRevisions', 'recordedAt'] as const;

function without<Whole extends object>(whole: Whole, names: readonly (keyof Whole & string)[]): Whole {
  for (const name of names)
    Object.defineProperty(whole, name, {
      get: () => {
        throw new Error(`${name} was asked for by what is derived from the rest`);
      },
    });
  return whole;
}
