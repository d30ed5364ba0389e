import { earliest } from '@cellrelay/kernel';
import type { Cause } from '../obligation.js';
import type { CustomsClearanceAgendaFacts, CustomsClearanceState, CustomsRequest } from './customs-clearance.js';
import { borderOf, refusedOffers } from './customs-clearance.offers.js';

/** The troubles that stand at the borders: requests refused and still needed. */
export function customsClearanceCauses(
  state: CustomsClearanceState,
  _facts: CustomsClearanceAgendaFacts,
): readonly Cause[] {
  return state.requests.filter((request) => request.status === 'refused').map(refusal);
}

function refusal(request: CustomsRequest): Cause {
  const crossingAt = earliest(request.covers.map((each) => each.crossingAt));
  return {
    key: `customs-refused/${request.id}/${request.occasion}`,
    stage: 'customs-clearance',
    severity: 'critical',
    wrong: `Customs refused the ${borderOf(request)}: ${request.reason ?? 'no reason given'}.`,
    follows: 'Without a permit the cells may be held at the border.',
    ...(crossingAt === undefined ? {} : { until: crossingAt }),
    offers: refusedOffers(request),
  };
}
