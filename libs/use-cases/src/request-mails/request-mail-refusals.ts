import type { IssuedPaper, Refusal } from '@cellrelay/shipment';
import { paperSaid } from './paper-said.js';
import type { MailableRequest } from './mailable-request.js';

export { noSuchShipment } from '../identity/identity-refusals.js';

type Named = Pick<MailableRequest, 'request' | 'status'>;

const idsOf = (requests: readonly Named[]): readonly string[] => requests.map(({ request }) => request);

export function noSuchRequest(request: string, known: readonly Named[]): Refusal {
  const sentence = `There is no request ${request.slice(0, 60)} to customs or airport security.`;
  return { code: 'no-such-request', sentence, allowed: idsOf(known) };
}

/** What an office has, or does not need to get, is not sent to it again. */
export function notWanted({ request, status }: Named, known: readonly Named[]): Refusal {
  return {
    code: 'request-not-wanted',
    sentence: `Request ${request} is ${status.replaceAll('-', ' ')}; only one that is wanted is sent.`,
    allowed: idsOf(known.filter((each) => each.status === 'wanted')),
  };
}

export const underWay: Refusal = {
  code: 'request-mail-under-way',
  sentence: 'A mail with this request is under way already: see first what becomes of it.',
};

export const keyReused: Refusal = {
  code: 'idempotency-key-reused',
  sentence: 'This idempotency key was used for another mail.',
};

export function noSuchPaper(index: number, valid: readonly string[]): Refusal {
  const sentence = 'No paper of this shipment was issued under this id.';
  return { code: 'no-such-paper', sentence, at: `/papers/${index}`, allowed: valid };
}

export function paperNotValid(paper: IssuedPaper, index: number, valid: readonly string[]): Refusal {
  const how = paper.standing === 'withdrawn' ? 'withdrawn' : 'outdated';
  return {
    code: 'paper-not-valid',
    sentence: `${paperSaid(paper)} is ${how}: it is not sent.`,
    ...{ at: `/papers/${index}`, allowed: valid },
  };
}

export function paperTwice(index: number): Refusal {
  return { code: 'paper-named-twice', sentence: 'This paper is named twice.', at: `/papers/${index}` };
}

export const answerNotSaid: Refusal = {
  code: 'field-missing',
  sentence: 'Say when an answer can be asked for: this office answers in advance.',
  at: '/answerExpectedAt',
};

export const answerPast: Refusal = {
  code: 'answer-before-submission',
  sentence: 'An answer cannot be expected before the request is sent.',
  at: '/answerExpectedAt',
};
