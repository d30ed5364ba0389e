import type { Offer } from '../obligation.js';
import type { CustomsRequest } from './customs-clearance.js';

const ways = { export: 'export from', import: 'import into', transit: 'transit of' } as const;

/** A border in words: "export from CN at PEK". */
export function borderOf({
  country,
  direction,
  airport,
}: Pick<CustomsRequest, 'country' | 'direction' | 'airport'>): string {
  return `${ways[direction]} ${country} at ${airport}`;
}

export function recordSubmitted({ id }: CustomsRequest): Offer {
  return { command: 'RecordCustomsSubmitted', label: 'Record that it is submitted', prefill: { request: id } };
}

export function recordGranted({ id }: CustomsRequest): Offer {
  return { command: 'RecordCustomsGranted', label: 'Record the permit', prefill: { request: id } };
}

export function recordRefused({ id }: CustomsRequest): Offer {
  return { command: 'RecordCustomsRefused', label: 'Record the refusal', prefill: { request: id } };
}

/** Still no answer: asked again, with the moment it is promised for now. */
export function recordLaterAnswer({ id }: CustomsRequest): Offer {
  return { command: 'RecordCustomsSubmitted', label: 'Record a later answer', prefill: { request: id } };
}

export function recordWithdrawn({ id }: CustomsRequest): Offer {
  return { command: 'RecordCustomsWithdrawn', label: 'Record that it is withdrawn', prefill: { request: id } };
}

export function recordCleared({ id }: CustomsRequest): Offer {
  return { command: 'RecordCustomsCleared', label: 'Record the clearance', prefill: { request: id } };
}

export function recordRegularised({ id }: CustomsRequest): Offer {
  return { command: 'RecordRegularised', label: 'Record that the papers are in order', prefill: { request: id } };
}

/** The request is made again, with what changed. */
export function askAgain({ id }: CustomsRequest): Offer {
  return { command: 'AskCustomsAgain', label: 'Ask customs again', prefill: { request: id } };
}

export function recordProlonged({ id }: CustomsRequest): Offer {
  return { command: 'RecordCustomsGranted', label: 'Record a permit that holds longer', prefill: { request: id } };
}

function escalate({ id }: CustomsRequest): Offer {
  return { command: 'RecordCustomsEscalated', label: 'Take it to a named person', prefill: { request: id } };
}

function releaseFirst({ id }: CustomsRequest): Offer {
  return { command: 'RecordReleasedFirst', label: 'Record that it was released first', prefill: { request: id } };
}

/** Other flights, to where customs can be had. */
function movePlans({ covers }: CustomsRequest): readonly Offer[] {
  const plans = [...new Set(covers.map(({ plan }) => plan))];
  return plans.map((plan) => ({
    command: 'ProposePlan',
    label: `Move plan ${plan} to another airport`,
    prefill: { plan },
  }));
}

/**
 * What can be done where there is no permit and none is coming: ask again, take it to somebody who may decide otherwise, enter the permit that was
 * given after all, move the plans, or, where a rule says so, have the goods released first.
 */
export function nextSteps(request: CustomsRequest, mayReleaseFirst: boolean): readonly Offer[] {
  return [
    askAgain(request),
    escalate(request),
    recordGranted(request),
    ...movePlans(request),
    ...(mayReleaseFirst ? [releaseFirst(request)] : []),
  ];
}
