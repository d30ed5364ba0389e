import { decisionRules, isBanked, orderOf, type Shipment } from '@cellrelay/shipment';
import type { DecisionView } from './decision-views.js';
import { decidersOf, decisionSaid } from './decision-words.js';

/** What can be decided on a count of this order: who does it, and when it can be done. */
export function askedOn(shipment: Shipment): DecisionView['asked'] {
  const mayPart = orderOf(shipment).policy.travelTogether.value === 'may-part';
  const fresh = isBanked(shipment) ? [] : (['collect-again'] as const);
  const early = mayPart && !isBanked(shipment) ? (['ship-day-1-early'] as const) : [];
  return (['enough', ...fresh, 'accept-less', ...early, 'stop'] as const).map((decision) => ({
    what: decisionSaid[decision],
    who: decidersOf(decision),
    when: decisionRules[decision].allowedWhen,
    confirmed: decisionRules[decision].grave,
  }));
}
