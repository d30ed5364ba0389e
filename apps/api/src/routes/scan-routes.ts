import { z } from 'zod';
import * as queries from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const named = (says: string, most: number) => z.string().trim().min(1).max(most).meta({ description: says });

/** What the paper shows: one of the three. */
export const keepScanQuery = z.strictObject({
  request: named('The request to customs that it is the answer to, as CN-export-PEK', 60).optional(),
  exemption: named('The request for exemption from X-ray that it is the answer to, as 1/0/PEK', 60).optional(),
  document: named('Else what the document is called. No names of people: it stands in the log', 60).optional(),
});

export const scanParams = queries.shipmentParams.extend({
  scan: z.string().max(10).meta({ description: 'The scan’s number, as S1' }),
});

const address = `${v1}/shipments/{id}/scans`;
const ofShipment = { open: false, params: queries.shipmentParams } as const;
const nowhere = ['shipment-id-malformed', 'no-such-shipment'] as const;

/** Scans of papers: answers of customs and airport security, as they were given. A scan is withdrawn by the command `WithdrawScan`. */
export const scanRoutes = {
  listScans: {
    ...ofShipment,
    tag: 'questions',
    id: 'listScans',
    method: 'get',
    path: address,
    says: 'The scans of a shipment’s papers, and which answers are without one',
    more: 'For the operator’s people alone: to all others the shipment has none.',
    answer: json('Scans', 'All of them'),
    refusals: [...nowhere],
  },
  keepScan: {
    ...ofShipment,
    tag: 'scans',
    id: 'keepScan',
    method: 'post',
    path: address,
    query: keepScanQuery,
    headers: [
      {
        name: 'Idempotency-Key',
        required: true,
        says: 'A text of your own, new for every intent, the same when you send the same again',
        example: 'scan-3f6c1a',
      },
    ],
    says: 'Keep a scan: a PDF, JPEG or PNG of at most 8 MiB, as it is',
    more: 'What it is, its own first bytes tell. It lies sealed, outside the log, which has its hash. The same bytes again for the same paper change nothing. Without a folder of keys none is kept.',
    body: 'scan',
    answer: { ...json('Scan', 'The scan, with its number'), status: 201 },
    refusals: [
      ...[...nowhere, 'query-faulty', 'scan-of-one-thing', 'no-such-request', 'text-missing'],
      ...['idempotency-key-missing', 'idempotency-key-malformed', 'idempotency-key-reused', 'body-not-file-type'],
      ...['body-encoded', 'request-broken-off', 'file-empty', 'file-too-large', 'scan-type-not-taken'],
      ...['too-many-scans', 'no-such-scan', 'keys-missing'],
    ],
  },
  getScan: {
    open: false,
    tag: 'scans',
    id: 'getScan',
    method: 'get',
    path: `${address}/{scan}`,
    params: scanParams,
    says: 'The scan, as it was kept',
    more: 'As a file to be saved: no page shows it. Whoever reads it is on the audit record. Of its media type, whatever this description says.',
    answer: {
      status: 200,
      says: 'The bytes',
      schema: 'Text',
      mediaType: 'application/octet-stream',
      headers: { 'Content-Disposition': 'The name under which it is saved: the scan’s number, and nobody’s name' },
    },
    refusals: [...nowhere, 'no-such-scan', 'scan-damaged', 'keys-missing'],
  },
} as const satisfies Record<string, RouteSpec>;
