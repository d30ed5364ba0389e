import type { TellingRules } from './deviation/deviation.js';
import { orderOf } from './overview.js';
import type { Shipment } from './shipment.js';

/** The site's rules on who is told of what, from the pinned policy. */
export function tellingRulesOf(shipment: Shipment): TellingRules {
  const { policy } = orderOf(shipment);
  return {
    rapidAlertKinds: policy.rapidAlertKinds.value,
    bothRegistriesKinds: policy.bothRegistriesKinds.value,
  };
}
