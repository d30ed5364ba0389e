import type { Offer } from '../obligation.js';
import type { CustomsRequest } from './customs-clearance.js';

/** A border in words: "export from CN at PEK". */
export function borderOf({ country, direction, airport }: CustomsRequest): string {
  return `${direction === 'export' ? 'export from' : 'import into'} ${country} at ${airport}`;
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

/** What can be done about a refusal: ask again, or enter the permit that was given after all. */
export function refusedOffers(request: CustomsRequest): readonly Offer[] {
  return [
    { command: 'AskCustomsAgain', label: 'Ask customs again', prefill: { request: request.id } },
    recordGranted(request),
  ];
}
