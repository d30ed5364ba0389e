import { earliest } from '@cellrelay/kernel';
import type { Cause } from '../obligation.js';
import type { CustomsClearanceAgendaFacts, CustomsClearanceState, CustomsRequest } from './customs-clearance.js';
import { borderOf, nextSteps } from './customs-clearance.offers.js';
import { openRuleAt } from './customs-clearance.release-first.js';

/** The troubles that stand at the borders: requests refused and permits lapsed that are still needed. */
export function customsClearanceCauses(
  state: CustomsClearanceState,
  facts: CustomsClearanceAgendaFacts,
): readonly Cause[] {
  return state.requests
    .filter(({ status }) => status === 'refused' || status === 'lapsed')
    .map((request) => withoutPermit(request, facts));
}

function withoutPermit(request: CustomsRequest, facts: CustomsClearanceAgendaFacts): Cause {
  const crossingAt = earliest(request.covers.map((each) => each.crossingAt));
  const taken = request.escalations.at(-1);
  const escalated = taken === undefined ? '' : ` It was taken to ${taken.to}.`;
  return {
    key: `${request.status === 'lapsed' ? 'permit-lapsed' : 'customs-refused'}/${request.id}/${request.occasion}`,
    stage: 'customs-clearance',
    severity: 'critical',
    wrong: `${wrongWith(request)}${escalated}`,
    follows: 'Without a permit the cells may be held at the border.',
    ...(crossingAt === undefined ? {} : { until: crossingAt }),
    offers: nextSteps(request, mayReleaseFirst(request, facts)),
  };
}

function wrongWith(request: CustomsRequest): string {
  if (request.status === 'lapsed') return `The customs permit for the ${borderOf(request)} has lapsed.`;
  return `Customs refused the ${borderOf(request)}: ${request.reason ?? 'no reason given'}.`;
}

/** Whether a rule will be in force when the goods come to that border. */
export function mayReleaseFirst(request: CustomsRequest, facts: CustomsClearanceAgendaFacts): boolean {
  return request.covers.some(({ crossingAt }) => openRuleAt(request, crossingAt, facts) !== undefined);
}
