import type { Cause } from '../obligation.js';
import type { Exemption, XrayExemptionAgendaFacts, XrayExemptionState } from './xray-exemption.js';
import { checkpointOf, demandedOffers, recordScanDecision, refusedOffers } from './xray-exemption.offers.js';

/**
 * The troubles that stand at the checkpoints: exemptions refused and still needed, boxes that security wants in the machine, and scanned boxes without
 * the physician's word, or that are not to be used.
 */
export function xrayExemptionCauses(state: XrayExemptionState, facts: XrayExemptionAgendaFacts): readonly Cause[] {
  return state.exemptions.flatMap((each) => causesOf(each, facts));
}

function causesOf(exemption: Exemption, facts: XrayExemptionAgendaFacts): readonly Cause[] {
  switch (exemption.status) {
    case 'refused':
      return [refusal(exemption)];
    case 'demanded':
      return [demanded(exemption)];
    case 'scanned':
      return exemption.scanDecision === null ? [scanned(exemption)] : notToBeUsed(exemption, facts);
    default:
      return [];
  }
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

function demanded(exemption: Exemption): Cause {
  const { demand } = exemption;
  const taken = demand?.escalations.at(-1);
  const escalated = taken === undefined ? '' : ` It was taken to ${taken.to} (${taken.level}).`;
  return {
    key: `xray-demanded/${exemption.id}`,
    stage: 'xray-exemption',
    severity: 'critical',
    wrong: `Security wants the box X-rayed, ${checkpointOf(exemption)}; asked by ${demand?.by ?? 'nobody named'}.${escalated}`,
    follows: 'The box goes through the machine or misses the flight unless somebody higher agrees to a search by hand.',
    until: exemption.passesAt,
    offers: demandedOffers(exemption),
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

/** The box travels on all the same: a word can be changed, and other cells may not be had. */
function notToBeUsed(exemption: Exemption, { notUsedOffers }: XrayExemptionAgendaFacts): readonly Cause[] {
  const word = exemption.scanDecision;
  if (word?.decision !== 'do-not-use') return [];
  return [
    {
      key: `scanned-not-used/${exemption.id}`,
      stage: 'xray-exemption',
      severity: 'critical',
      wrong: `${word.physician} decided that the X-rayed cells are not used, ${checkpointOf(exemption)}: ${word.reason}`,
      follows: 'The patient has no other cells on the way. Both registries must be told at once.',
      offers: [{ ...recordScanDecision(exemption), label: 'Record another word of the physician' }, ...notUsedOffers],
    },
  ];
}
