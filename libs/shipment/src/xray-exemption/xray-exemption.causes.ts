import type { Cause } from '../obligation.js';
import type { Exemption, XrayExemptionAgendaFacts, XrayExemptionState } from './xray-exemption.js';
import { checkpointOf, recordScanDecision, refusedOffers } from './xray-exemption.offers.js';

/** The troubles that stand at the checkpoints: exemptions refused and still needed, and scanned boxes without the physician's word. */
export function xrayExemptionCauses(state: XrayExemptionState, _facts: XrayExemptionAgendaFacts): readonly Cause[] {
  return state.exemptions.flatMap((exemption) => {
    if (exemption.status === 'refused') return [refusal(exemption)];
    return exemption.status === 'scanned' && exemption.scanDecision === null ? [scanned(exemption)] : [];
  });
}

/** A warning only: a refusal can be answered by asking again, until the deadline a day before the flight rings as critical. */
function refusal(exemption: Exemption): Cause {
  return {
    key: `exemption-refused/${exemption.id}/${exemption.occasion}`,
    stage: 'xray-exemption',
    severity: 'warning',
    wrong: `The exemption from X-ray was refused, ${checkpointOf(exemption)}: ${exemption.reason ?? 'no reason given'}.`,
    follows: 'The box goes through the machine unless security is persuaded to search it by hand.',
    until: exemption.passesAt,
    offers: refusedOffers(exemption),
  };
}

function scanned(exemption: Exemption): Cause {
  return {
    key: `scanned/${exemption.id}`,
    stage: 'xray-exemption',
    severity: 'critical',
    wrong: `The box was X-rayed, ${checkpointOf(exemption)}: ${exemption.reason ?? 'no reason given'}.`,
    follows: 'The transplant physician decides whether the cells are used. Nothing is discarded on its account.',
    offers: [recordScanDecision(exemption)],
  };
}
