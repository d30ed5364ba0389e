import { placedParts } from '@cellrelay/use-cases';
import { z } from 'zod';
import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { HeaderSpec, RouteSpec } from './route-spec.js';

const here = { tag: 'papers', open: false } as const;
const ofShipment = ['shipment-id-malformed', 'no-such-shipment', 'not-yours-to-ask'] as const;
const tag = { ETag: 'How often it was entered' } as const;

const site = { ...here, path: `${v1}/papers/site` } as const;
const postal = {
  ...here,
  path: `${v1}/organisations/{id}/postal`,
  params: z.object({ id: z.string().max(40).meta({ description: 'The organisation’s id' }) }),
} as const;
const passport = { ...here, path: `${v1}/couriers/{id}/passport`, params: queries.courierParams } as const;
const facts = { ...here, path: `${v1}/shipments/{id}/paper-facts`, params: queries.shipmentParams } as const;

/** How each of them is entered: whole, on the revision that was read; the entries before are kept. */
const entering = {
  method: 'put',
  more: 'The whole of it is entered, unless somebody else has entered it since it was read. Earlier entries stay on record; the audit record says which fields were changed, never to what.',
  headers: [
    {
      name: 'If-Match',
      required: false,
      says: 'The revision that its author had read, as an entity tag; not for a first entry',
      example: '"3"',
    },
    { name: 'If-None-Match', required: false, says: '`*`: nothing is to be entered there yet', example: '*' },
  ] satisfies readonly HeaderSpec[],
} as const;

const entryFaults = [
  ...['if-match-missing', 'if-match-malformed', 'stale-revision', 'named-twice', 'date-implausible'],
  ...['body-faulty', 'body-not-json', 'body-not-json-type', 'body-too-large', 'text-not-storable'],
] as const;

/** What papers say that no shipment’s log tells: entered by whoever knows it, and said only of whom it was entered for. */
export const paperFactRoutes = {
  getPapersSite: {
    ...site,
    id: 'getPapersSite',
    method: 'get',
    says: 'What is entered once for all papers: who makes and signs them, sizes of boxes, values for customs',
    answer: { ...json('PapersSite', 'As it stands'), headers: tag },
    refusals: [],
  },
  putPapersSite: {
    ...site,
    ...entering,
    id: 'putPapersSite',
    says: 'Enter it',
    body: 'NewPapersSite',
    answer: { ...json('PapersSite', 'As it stands now'), headers: tag },
    refusals: ['currency-unknown', ...entryFaults],
  },
  getPostalAddress: {
    ...postal,
    id: 'getPostalAddress',
    method: 'get',
    says: 'Where an organisation is written to and called; of one’s own, or of any for the operator’s people',
    answer: { ...json('PostalAddress', 'As it stands'), headers: tag },
    refusals: ['no-such-organisation'],
  },
  putPostalAddress: {
    ...postal,
    ...entering,
    id: 'putPostalAddress',
    says: 'Enter where an organisation is written to and called',
    body: 'NewPostalAddress',
    answer: { ...json('PostalAddress', 'As it stands now'), headers: tag },
    refusals: ['no-such-organisation', ...entryFaults],
  },
  getCourierPassport: {
    ...passport,
    id: 'getCourierPassport',
    method: 'get',
    says: 'The passport that a courier travels on; for their company and themselves alone, beside the operator’s coordinators',
    answer: { ...json('CourierPassport', 'As it stands'), headers: tag },
    refusals: ['no-such-courier'],
  },
  putCourierPassport: {
    ...passport,
    ...entering,
    id: 'putCourierPassport',
    says: 'Enter the passport that a courier travels on, or take it away',
    body: 'NewCourierPassport',
    answer: { ...json('CourierPassport', 'As it stands now'), headers: tag },
    refusals: ['no-such-courier', 'of-another-by-now', 'country-unknown', ...entryFaults],
  },
  getPaperFacts: {
    ...facts,
    id: 'getPaperFacts',
    method: 'get',
    says: 'What was entered for the papers of a shipment: to the donor’s side its test results, to the operator’s coordinators all of it',
    answer: json('PaperFacts', 'As it stands, each with its revision'),
    refusals: ofShipment,
  },
  putDonorMarkers: {
    ...facts,
    ...entering,
    path: `${v1}/shipments/{id}/paper-facts/markers`,
    id: 'putDonorMarkers',
    says: 'Enter the results of the donor’s infectious-disease tests, or take them away',
    body: 'NewDonorMarkers',
    answer: { ...json('PaperFactsMarkers', 'As they stand now'), headers: tag },
    refusals: [...ofShipment, 'donor-unknown', 'of-another-by-now', ...entryFaults],
  },
  putCustomsValue: {
    ...facts,
    ...entering,
    path: `${v1}/shipments/{id}/paper-facts/value`,
    id: 'putCustomsValue',
    says: 'Enter what this shipment’s goods are worth for customs purposes, or go back to the value of all',
    body: 'NewCustomsValue',
    answer: { ...json('PaperFactsValue', 'As it stands now'), headers: tag },
    refusals: [...ofShipment, 'currency-unknown', 'of-another-by-now', ...entryFaults],
  },
  putPartyAddress: {
    ...facts,
    ...entering,
    path: `${v1}/shipments/{id}/paper-facts/parties/{part}`,
    params: queries.shipmentParams.extend({
      part: z
        .enum(placedParts)
        .meta({ description: 'The part that the party has; `destination`: where it was diverted to' }),
    }),
    id: 'putPartyAddress',
    says: 'Enter the address of a party that is in no register, or take it away',
    body: 'NewPartyAddress',
    answer: { ...json('PaperFactsParty', 'As it stands now'), headers: tag },
    refusals: [...ofShipment, 'no-party-to-enter', 'of-another-by-now', ...entryFaults],
  },
} as const satisfies Record<string, RouteSpec>;
