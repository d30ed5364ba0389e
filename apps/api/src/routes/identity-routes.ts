import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const ofShipment = { path: `${v1}/shipments/{id}/identities`, params: queries.shipmentParams } as const;
const ofSubject = { path: `${v1}/shipments/{id}/identities/{subject}`, params: queries.subjectParams } as const;
const here = { tag: 'identities', open: false } as const;

const tag = { ETag: 'The record’s revision' } as const;
const ifMatch = {
  name: 'If-Match',
  required: true,
  says: 'The revision of the record that its author had read, as an entity tag',
  example: '"3"',
} as const;

const hidden = ['no-such-shipment', 'shipment-id-malformed', 'no-such-subject', 'row-security-bypassed'] as const;
const erasing = [
  'if-match-missing',
  'if-match-malformed',
  'stale-revision',
  'identity-erased',
  'not-the-holder',
  'stands-no-more',
  'keys-missing',
] as const;

/**
 * Who the donor and the recipients are. For coordinators and physicians of the organisations on that side; whoever else asks is told what they would be told of a shipment that
 * does not exist.
 */
export const identityRoutes = {
  listIdentities: {
    ...ofShipment,
    ...here,
    id: 'listIdentities',
    method: 'get',
    says: 'Who of a shipment is known on one’s own side, without what is known',
    more: 'Nobody where one stands on neither side, or there is no such shipment.',
    answer: json('Identities', 'The donor, or the recipients'),
    refusals: ['shipment-id-malformed', 'row-security-bypassed'],
  },
  getIdentity: {
    ...ofSubject,
    ...here,
    id: 'getIdentity',
    method: 'get',
    says: 'Who somebody is',
    more: 'Each look is in the audit record: who looked, at whom, and at which fields.',
    answer: { ...json('Identity', 'What is recorded'), headers: tag },
    refusals: [...hidden, 'no-such-identity', 'identity-erased', 'keys-missing'],
  },
  putIdentity: {
    ...ofSubject,
    ...here,
    id: 'putIdentity',
    method: 'put',
    says: 'Record who somebody is, or replace the record',
    more: 'Kept encrypted, apart from the log, for this side alone. Whoever stands there no more reads what it recorded, and writes nothing.',
    headers: [
      { ...ifMatch, required: false },
      { name: 'If-None-Match', required: false, says: '`*`: nothing is to be recorded yet', example: '*' },
    ],
    body: 'IdentityRecord',
    answer: { ...json('IdentityWritten', 'The revision that stands now'), headers: tag },
    refusals: [
      ...hidden,
      ...[
        'if-match-missing',
        'if-match-malformed',
        'stale-revision',
        'stands-no-more',
        'keys-missing',
        'date-implausible',
      ],
      ...['body-faulty', 'body-not-json', 'body-not-json-type', 'body-too-large', 'text-not-storable'],
    ],
  },
  eraseIdentity: {
    ...ofSubject,
    ...here,
    id: 'eraseIdentity',
    method: 'delete',
    says: 'Erase who somebody is, for good',
    more: 'By people of the organisation that recorded it, or of those that stand there when it does no more. Refused while a duty to keep it holds.',
    headers: [ifMatch],
    answer: { ...json('IdentityWritten', 'The revision that stands now'), headers: tag },
    refusals: [...hidden, ...erasing, 'no-such-identity', 'retention-holds'],
  },
  eraseIdentityTogether: {
    ...ofSubject,
    ...here,
    path: `${v1}/shipments/{id}/identities/{subject}/erasure`,
    id: 'eraseIdentityTogether',
    method: 'post',
    says: 'Erase who somebody is although a duty to keep it may hold: two people of one organisation',
    more: 'The first asks, with a reason. When a second person sends the same, it is erased for good. Both are in the audit record.',
    headers: [ifMatch],
    body: 'Erasure',
    answer: { ...json('IdentityWritten', 'Whether it is erased now'), headers: tag },
    refusals: [
      ...hidden,
      ...erasing,
      ...[
        'no-such-identity',
        'erasure-asked-otherwise',
        'body-faulty',
        'body-not-json',
        'body-not-json-type',
        'body-too-large',
      ],
    ],
  },
} as const satisfies Record<string, RouteSpec>;
