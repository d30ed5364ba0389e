import type { Offer } from '../obligation.js';
import type { EscalationLevel, Exemption } from './xray-exemption.js';

/** A checkpoint in words: "checkpoint at PEK (plan 1)". */
export function checkpointOf({ airport, plan }: Exemption): string {
  return `checkpoint at ${airport} (plan ${plan})`;
}

export function recordRequested({ id }: Exemption): Offer {
  return { command: 'RecordExemptionRequested', label: 'Record that it is requested', prefill: { exemption: id } };
}

export function recordGranted({ id }: Exemption): Offer {
  return { command: 'RecordExemptionGranted', label: 'Record the exemption', prefill: { exemption: id } };
}

export function recordRefused({ id }: Exemption): Offer {
  return { command: 'RecordExemptionRefused', label: 'Record the refusal', prefill: { exemption: id } };
}

/** Still no answer: asked again, with the moment it is promised for now. */
export function recordLaterAnswer({ id }: Exemption): Offer {
  return { command: 'RecordExemptionRequested', label: 'Record a later answer', prefill: { exemption: id } };
}

export function recordWithdrawn({ id }: Exemption): Offer {
  return { command: 'RecordExemptionWithdrawn', label: 'Record that it is withdrawn', prefill: { exemption: id } };
}

export function recordScanDecision({ id }: Exemption): Offer {
  return { command: 'RecordScanDecision', label: "Record the physician's decision", prefill: { exemption: id } };
}

export function recordSearched({ id }: Exemption): Offer {
  return { command: 'RecordSearchedByHand', label: 'Record that it was searched by hand', prefill: { exemption: id } };
}

export function recordNotified({ id }: Exemption): Offer {
  return { command: 'RecordExemptionNotified', label: 'Record that they are told', prefill: { exemption: id } };
}

/** What can be done about a refusal: ask again, tell them and ask on the spot, or enter the exemption that was given after all. */
export function refusedOffers(exemption: Exemption): readonly Offer[] {
  return [
    { command: 'AskExemptionAgain', label: 'Ask airport security again', prefill: { exemption: exemption.id } },
    recordGranted(exemption),
    { ...recordNotified(exemption), label: 'Tell them, and ask a supervisor on arrival' },
  ];
}

/** While security insists: the search by hand, the next higher person, and at last the scan under protest. */
export function demandedOffers(exemption: Exemption): readonly Offer[] {
  const { id } = exemption;
  return [
    { ...recordSearched(exemption), label: 'Record that they search it by hand' },
    escalateTo(exemption, 'supervisor', 'Ask for a supervisor'),
    escalateTo(exemption, 'hotline', 'Have the registry’s hotline call'),
    { command: 'RecordScanned', label: 'Record that it was X-rayed under protest', prefill: { exemption: id } },
  ];
}

function escalateTo({ id }: Exemption, level: EscalationLevel, label: string): Offer {
  return { command: 'RecordDemandEscalated', label, prefill: { exemption: id, level } };
}
