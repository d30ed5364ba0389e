import { uuidForm } from '@cellrelay/kernel';
import { z } from 'zod';
import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const bodyFaults = ['body-faulty', 'body-not-json', 'body-not-json-type', 'body-too-large', 'text-not-storable'];
const ofShipment = { tag: 'links', open: false, params: queries.shipmentParams } as const;
const byLink = { tag: 'links', open: true, method: 'post' } as const;
const noGood = ['link-missing', 'no-such-link', 'link-expired', 'link-used'];
const token = {
  name: 'Cellrelay-Link',
  required: true,
  says: 'What stands after # in the link’s address, so that no log has it',
  example: 'eyJzaWduYXR1cmUiOiI…',
} as const;

/** Links for parties without an account: one task of one shipment each. */
export const linkRoutes = {
  makeLink: {
    ...ofShipment,
    id: 'makeLink',
    method: 'post',
    path: `${v1}/shipments/{id}/links`,
    says: 'Make a link for one task, for somebody without an account',
    more: 'It is signed, good once, and until it runs out or is revoked. It goes by mail where this server sends mail and an address is given; else it is answered, this once.',
    body: 'NewLink',
    answer: { ...json('LinkMade', 'The link'), status: 201 },
    refusals: [
      ...['shipment-id-malformed', 'no-such-shipment', 'not-by-link', 'task-not-asked-for', 'too-many-links'],
      ...['keys-missing', 'signing-key-missing', ...bodyFaults],
    ],
  },
  listLinks: {
    ...ofShipment,
    id: 'listLinks',
    method: 'get',
    path: `${v1}/shipments/{id}/links`,
    says: 'Links that were made for a shipment’s tasks, the latest first',
    query: queries.linksQuery,
    answer: json('LinkPage', 'A page of them'),
    refusals: ['shipment-id-malformed', 'query-faulty'],
  },
  revokeLink: {
    tag: 'links',
    open: false,
    id: 'revokeLink',
    method: 'delete',
    path: `${v1}/links/{id}`,
    params: z.object({ id: z.string().regex(uuidForm).meta({ description: 'The link’s id' }) }),
    says: 'Revoke a link: it is good for nothing from then on',
    answer: json('SignedLink', 'As it stands now'),
    refusals: ['no-such-link'],
  },
  lookAtLink: {
    ...byLink,
    id: 'lookAtLink',
    path: `${v1}/by-link/look`,
    says: 'What the holder of a link is asked for, and nothing else of the shipment',
    more: 'One that is forged, altered, unknown or revoked is answered alike.',
    headers: [token],
    body: 'Nothing',
    answer: json('LinkTask', 'The task'),
    refusals: [...noGood, 'task-not-asked-for', ...bodyFaults],
  },
  sendByLink: {
    ...byLink,
    id: 'sendByLink',
    path: `${v1}/by-link`,
    says: 'Give the one command that a link is for, once',
    more: 'Sent again with the same Idempotency-Key and body, it answers as before and does nothing again. What the command itself may be refused with, it is refused with here.',
    headers: [
      token,
      {
        name: 'Idempotency-Key',
        required: true,
        says: 'As of any command',
        example: '5f0c1f8e-3e0c-4f64-9d2e-0f6f4d1f7a11',
      },
      {
        name: 'If-Match',
        required: true,
        says: 'The revision that the task was read at (stageRevision)',
        example: '"7"',
      },
    ],
    body: 'ByLink',
    answer: json('SentByLink', 'Accepted and on record'),
    refusals: [
      ...noGood,
      ...['held-by-link', 'idempotency-key-missing', 'idempotency-key-malformed', 'idempotency-key-reused'],
      ...['if-match-missing', 'if-match-malformed', 'stale-revision', 'not-allowed-now', ...bodyFaults],
    ],
  },
} as const satisfies Record<string, RouteSpec>;
