import type { Offer } from '../obligation.js';
import type { Exemption } from './xray-exemption.js';

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

/** What can be done about a refusal: ask again, or enter the exemption that was given after all. */
export function refusedOffers(exemption: Exemption): readonly Offer[] {
  return [
    { command: 'AskExemptionAgain', label: 'Ask airport security again', prefill: { exemption: exemption.id } },
    recordGranted(exemption),
  ];
}
