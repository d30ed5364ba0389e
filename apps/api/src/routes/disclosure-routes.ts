import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const ofSubject = `${v1}/shipments/{id}/identities/{subject}` as const;
const here = { tag: 'identities', open: false } as const;
const hidden = ['no-such-shipment', 'shipment-id-malformed', 'no-such-subject', 'row-security-bypassed'] as const;
const ofOne = { path: `${ofSubject}/disclosures/{grant}`, params: queries.grantParams } as const;

/**
 * What of an identity is disclosed to somebody who is not on that person's side. For coordinators and physicians: of an organisation on that side, who ask, approve and end; and
 * of whoever was let read. Anybody else is told what they would be told of a shipment that does not exist.
 */
export const disclosureRoutes = {
  listDisclosures: {
    path: `${ofSubject}/disclosures`,
    params: queries.subjectParams,
    ...here,
    id: 'listDisclosures',
    method: 'get',
    says: 'What of somebody on one’s own side is disclosed to others, and what can be',
    query: queries.pageQuery,
    answer: json('Disclosures', 'The newest first'),
    refusals: [...hidden, 'cursor-unknown'],
  },
  askDisclosure: {
    path: `${ofSubject}/disclosures`,
    params: queries.subjectParams,
    ...here,
    id: 'askDisclosure',
    method: 'post',
    says: 'Ask that somebody be disclosed to another organisation in the shipment',
    more: 'Nothing is disclosed until a second person of the same organisation approves it.',
    body: 'DisclosureWish',
    answer: { ...json('DisclosureMade', 'It waits to be approved'), status: 201 },
    refusals: [
      ...hidden,
      ...['no-such-identity', 'identity-erased', 'not-on-this-side', 'granted-already', 'too-many-grants'],
      ...['own-side-needs-no-grant', 'reader-stands-nowhere', 'field-not-on-paper', 'rule-not-for-this'],
      ...['body-faulty', 'body-not-json', 'body-not-json-type', 'body-too-large', 'text-not-storable'],
    ],
  },
  approveDisclosure: {
    ...ofOne,
    ...here,
    path: `${ofSubject}/disclosures/{grant}/approval`,
    id: 'approveDisclosure',
    method: 'post',
    says: 'Approve what another person of one’s organisation asked to be disclosed',
    body: 'Nothing',
    answer: json('DisclosureMade', 'It can be read from now on'),
    refusals: [
      ...hidden,
      ...['no-such-grant', 'own-request', 'not-the-holder', 'grant-not-open'],
      ...['body-faulty', 'body-not-json', 'body-not-json-type', 'body-too-large'],
    ],
  },
  endDisclosure: {
    ...ofOne,
    ...here,
    id: 'endDisclosure',
    method: 'delete',
    says: 'End a disclosure, or what is asked for, at once and for good',
    answer: json('DisclosureMade', 'Nobody reads under it any more'),
    refusals: [...hidden, 'no-such-grant', 'grant-not-open'],
  },
  listDisclosed: {
    path: `${v1}/shipments/{id}/disclosed`,
    params: queries.shipmentParams,
    ...here,
    id: 'listDisclosed',
    method: 'get',
    says: 'What of the other side’s identities is disclosed to oneself, without what it says',
    more: 'Nothing where nothing is, or there is no such shipment.',
    answer: json('Disclosed', 'One for each person and kind of paper'),
    refusals: ['shipment-id-malformed', 'row-security-bypassed'],
  },
  readDisclosed: {
    path: `${v1}/shipments/{id}/disclosed/{subject}/{document}`,
    params: queries.disclosedParams,
    ...here,
    id: 'readDisclosed',
    method: 'get',
    says: 'What was disclosed to oneself of somebody, for that kind of paper',
    more: 'Each look is in the audit record, with the disclosure that it was under.',
    answer: json('DisclosureRead', 'The fields that were disclosed'),
    refusals: ['no-such-shipment', 'shipment-id-malformed', 'row-security-bypassed', 'keys-missing'],
  },
} as const satisfies Record<string, RouteSpec>;
