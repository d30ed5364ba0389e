import { z } from 'zod';
import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const address = `${v1}/shipments/{id}/requests`;
const nowhere = ['shipment-id-malformed', 'no-such-shipment'] as const;

const requestParams = queries.shipmentParams.extend({
  request: z
    .string()
    .max(60)
    .meta({ description: 'The request, as CN-export-PEK, or 1/0/PEK with its strokes encoded' }),
});

/** Requests to customs and airport security as they are sent by mail. By hand one is recorded by a command as ever. */
export const requestRoutes = {
  listRequests: {
    tag: 'papers',
    open: false,
    id: 'listRequests',
    method: 'get',
    path: address,
    params: queries.shipmentParams,
    says: 'A shipment’s requests to customs and airport security: what can be attached, and what was sent by mail',
    more: 'For the operator’s people alone.',
    answer: json('Requests', 'All of them'),
    refusals: nowhere,
  },
  mailRequest: {
    tag: 'papers',
    open: false,
    id: 'mailRequest',
    method: 'post',
    path: `${address}/{request}/mail`,
    params: requestParams,
    headers: [
      {
        name: 'Idempotency-Key',
        required: true,
        says: 'Chosen by the caller, new for every intent: 1 to 150 printable characters without spaces',
        example: '5f0c1f8e-3e0c-4f64-9d2e-0f6f4d1f7a12',
      },
    ],
    body: 'RequestMailToSend',
    says: 'Send a request that is wanted to its office by mail, with issued papers attached',
    more: 'It is kept, and sent within moments where there is a mail server. Once that has taken it the request is recorded as submitted; until then, and where it is refused, it stays wanted. A paper that became outdated meanwhile is not sent. Sent again with the same key and body, it answers how the same mail stands.',
    answer: {
      ...json('RequestMail', 'The mail, as it stands'),
      headers: { 'Idempotent-Replayed': '`true` when this mail was asked for before' },
    },
    refusals: [
      ...nowhere,
      ...(['no-such-request', 'request-not-wanted', 'request-mail-under-way', 'answer-before-submission'] as const),
      ...(['no-such-paper', 'paper-not-valid', 'paper-named-twice', 'field-missing', 'unknown-field'] as const),
      ...([
        'malformed',
        'wrong-type',
        'too-few',
        'too-many',
        'text-missing',
        'text-too-long',
        'text-characters',
      ] as const),
      ...(['local-time-malformed', 'zone-missing', 'zone-unknown'] as const),
      ...(['idempotency-key-missing', 'idempotency-key-malformed', 'idempotency-key-reused'] as const),
      ...(['body-faulty', 'body-not-json', 'body-not-json-type', 'body-too-large', 'text-not-storable'] as const),
    ],
  },
} as const satisfies Record<string, RouteSpec>;
