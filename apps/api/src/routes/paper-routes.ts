import * as paperQueries from './paper-queries.js';
import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const here = { tag: 'papers', open: false } as const;
const anybody = { tag: 'papers', open: true, method: 'get', params: paperQueries.paperParams } as const;
const ofShipment = ['shipment-id-malformed', 'no-such-shipment'] as const;
const notNow = ['papers-busy', 'paper-not-set', 'paper-cannot-be-set'] as const;
const pdf = (says: string) => ({ status: 200, says, schema: 'Text', mediaType: 'application/pdf' }) as const;

/** Papers of a shipment: made, issued, read, and checked by whoever holds one. */
export const paperRoutes = {
  getPapers: {
    ...here,
    id: 'getPapers',
    method: 'get',
    path: `${v1}/shipments/{id}/papers`,
    params: queries.shipmentParams,
    says: 'A shipment’s papers: what can be made, what that lacks, what was issued and whether it is still valid',
    more: 'Only papers that the reader may hold. The operator’s people are also told what a paper lacks, and where it is entered.',
    answer: json('Papers', 'Plan by plan'),
    refusals: ofShipment,
  },
  previewPaper: {
    ...here,
    id: 'previewPaper',
    method: 'get',
    path: `${v1}/shipments/{id}/papers/preview`,
    params: queries.shipmentParams,
    query: paperQueries.previewQuery,
    says: 'A paper as it would be issued now, marked as a draft',
    more: 'It has no code and is not on record.',
    answer: pdf('The draft'),
    refusals: [...ofShipment, 'no-such-paper', 'papers-not-made', 'query-faulty', ...notNow],
  },
  getPack: {
    ...here,
    id: 'getPack',
    method: 'get',
    path: `${v1}/shipments/{id}/papers/pack`,
    params: queries.shipmentParams,
    query: paperQueries.packQuery,
    says: 'All valid papers of a plan in one file, behind a cover with their contents',
    answer: pdf('The pack'),
    refusals: [...ofShipment, 'no-such-paper', 'query-faulty', ...notNow],
  },
  issuePapers: {
    ...here,
    id: 'issuePapers',
    method: 'post',
    path: `${v1}/shipments/{id}/papers`,
    params: queries.shipmentParams,
    headers: [
      {
        name: 'Idempotency-Key',
        required: true,
        says: 'Chosen by the caller, new for every intent: 1 to 150 printable characters without spaces',
        example: '5f0c1f8e-3e0c-4f64-9d2e-0f6f4d1f7a11',
      },
    ],
    body: 'PapersToIssue',
    says: 'Issue papers of a plan: all that can be made, or those that are named',
    more: 'Each gets an id, is kept as it is, and takes the place of the one before. Those that lack something are answered, and hold up no other. Sent again with the same key and body, it answers the same and does nothing again.',
    answer: {
      ...json('PapersIssued', 'Issued, and what could not be made'),
      headers: { 'Idempotent-Replayed': '`true` when this is the answer of the first time' },
    },
    refusals: [
      ...ofShipment,
      ...([
        'plan-not-live',
        'no-such-paper',
        'papers-not-made',
        'too-many',
        'papers-too-many',
        'not-allowed-now',
      ] as const),
      ...(['idempotency-key-missing', 'idempotency-key-malformed', 'idempotency-key-reused'] as const),
      ...(['body-faulty', 'body-not-json', 'body-not-json-type', 'body-too-large', 'text-not-storable'] as const),
    ],
  },
  getPaper: {
    ...here,
    id: 'getPaper',
    method: 'get',
    path: `${v1}/shipments/{id}/papers/{document}`,
    params: paperQueries.issuedPaperParams,
    says: 'A paper as it was issued, with its code',
    more: 'Also one that is valid no more: the file is as it was, and the code tells.',
    answer: pdf('The paper'),
    refusals: [...ofShipment, 'no-such-paper', ...notNow],
  },
  getPocket: {
    ...here,
    id: 'getPocket',
    method: 'get',
    path: `${v1}/shipments/{id}/pocket`,
    params: queries.shipmentParams,
    says: 'What is carried in a phone on a trip: codes of bags and box to check, and what is shown to officers',
    more: 'For whoever packs, takes over or carries the box. Bags are told by DIN and product code, never by GRID. Sentences are those of the papers, in the languages of the airports on the way, for whoever holds those papers.',
    answer: json('Pocket', 'As things stand now, to be kept for when there is no network'),
    refusals: [...ofShipment, 'not-yours-to-do'],
  },
  paperStanding: {
    ...anybody,
    id: 'paperStanding',
    path: `${v1}/papers/{document}/standing`,
    says: 'Whether a paper is valid, superseded, withdrawn, or unknown here; nothing else is told of it',
    answer: json('PaperStanding', 'How it stands'),
    refusals: ['too-many-requests'],
  },
  paperPage: {
    ...anybody,
    id: 'paperPage',
    path: '/papers/{document}',
    says: 'The same as a page, for whoever reads the code of a paper with a phone',
    answer: { status: 200, says: 'The page', schema: 'Text', mediaType: 'text/html' },
    refusals: ['too-many-requests'],
  },
} as const satisfies Record<string, RouteSpec>;
