import * as queries from './delivery-queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const bodyFaults = ['body-faulty', 'body-not-json', 'body-not-json-type', 'body-too-large', 'text-not-storable'];
const one = { tag: 'deliveries', open: false, params: queries.deliveryParams } as const;
const endpoint = { tag: 'deliveries', open: false, params: queries.endpointParams } as const;
const programs = { tag: 'deliveries', open: false, path: `${v1}/endpoints` } as const;
const secretOnce =
  'Signed as Standard Webhooks say, by a secret that is answered this once. Events are CloudEvents 1.0 in structured JSON: `org.cellrelay.alert.raised`, `.changed`, `.acknowledged`, `.resolved`, and `org.cellrelay.milestone.reached`, as the organisation may see them.';

/** What an organisation’s people and programs are told. */
export const deliveryRoutes = {
  listDeliveries: {
    tag: 'deliveries',
    open: false,
    id: 'listDeliveries',
    method: 'get',
    path: `${v1}/deliveries`,
    says: 'What people and programs of one’s organisation are told, the newest first',
    query: queries.deliveriesQuery,
    answer: json('DeliveryPage', 'A page of it'),
    refusals: ['query-faulty'],
  },
  getDelivery: {
    ...one,
    id: 'getDelivery',
    method: 'get',
    path: `${v1}/deliveries/{id}`,
    says: 'One of them, with what it says and each try',
    answer: json('Delivery', 'The delivery'),
    refusals: ['no-such-delivery'],
  },
  getDeliveryMail: {
    ...one,
    id: 'getDeliveryMail',
    method: 'get',
    path: `${v1}/deliveries/{id}/mail`,
    says: 'A mail as it is sent, for mail programs',
    more: 'The same bytes that were or would be handed to the mail server, where the server’s settings are what they were.',
    answer: { status: 200, says: 'The mail', schema: 'Text', mediaType: 'message/rfc822' },
    refusals: ['no-such-delivery'],
  },
  replayDelivery: {
    ...one,
    id: 'replayDelivery',
    method: 'post',
    path: `${v1}/deliveries/{id}/replay`,
    says: 'Tell a program again what it was told, under the same id',
    body: 'Nothing',
    answer: json('Delivery', 'As it stands now'),
    refusals: ['no-such-delivery', 'delivery-not-replayed', ...bodyFaults],
  },
  listEndpoints: {
    ...programs,
    id: 'listEndpoints',
    method: 'get',
    says: 'Programs that one’s organisation has told of its shipments',
    answer: json('Endpoints', 'All of them'),
    refusals: [],
  },
  makeEndpoint: {
    ...programs,
    id: 'makeEndpoint',
    method: 'post',
    says: 'Have a program told of alerts and milestones from now on',
    more: secretOnce,
    body: 'NewEndpoint',
    answer: { ...json('EndpointMade', 'The endpoint, with its secret'), status: 201 },
    refusals: ['endpoint-not-taken', 'too-many-endpoints', 'keys-missing', ...bodyFaults],
  },
  renewEndpointSecret: {
    ...endpoint,
    id: 'renewEndpointSecret',
    method: 'post',
    path: `${v1}/endpoints/{id}/secret`,
    says: 'Make a new secret; the former one signs too for a day more',
    body: 'Nothing',
    answer: json('EndpointMade', 'The endpoint, with its new secret'),
    refusals: ['no-such-endpoint', 'keys-missing', ...bodyFaults],
  },
  endEndpoint: {
    ...endpoint,
    id: 'endEndpoint',
    method: 'delete',
    path: `${v1}/endpoints/{id}`,
    says: 'Tell a program nothing any more',
    answer: json('Endpoint', 'As it stands now'),
    refusals: ['no-such-endpoint'],
  },
} as const satisfies Record<string, RouteSpec>;
