import * as queries from './audit-queries.js';
import { shipmentParams } from './queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

const exported = {
  method: 'get',
  tag: 'record',
  open: false,
  more: 'For the operator’s auditors and administrators, and itself on the audit record. As JSON Lines with the stored texts, their hashes and a signed statement: apps/ops/verifier checks it with nothing but the public key. As CSV for reading only.',
  query: queries.exportQuery,
  answer: { status: 200, says: 'The file', schema: 'Text', mediaType: 'application/x-ndjson' },
} as const;

const exportRefusals = ['not-yours-to-ask', 'query-faulty', 'keys-missing', 'signing-key-missing'] as const;

/** The record of who changed rights and who looked at what identifies somebody. */
export const auditRoutes = {
  listAudit: {
    id: 'listAudit',
    method: 'get',
    path: `${v1}/audit`,
    tag: 'record',
    open: false,
    says: 'The audit record, the newest line first',
    more: 'For the operator’s auditors and administrators. Who changed rights, and who looked at what identifies somebody; never what was seen.',
    query: queries.auditQuery,
    answer: json('Audit', 'A page of the record'),
    refusals: ['not-yours-to-ask', 'query-faulty'],
  },
  exportAudit: {
    ...exported,
    id: 'exportAudit',
    path: `${v1}/audit/export`,
    says: 'The whole audit record as a file',
    refusals: exportRefusals,
  },
  exportLog: {
    ...exported,
    id: 'exportLog',
    path: `${v1}/shipments/{id}/export`,
    says: 'A shipment’s whole log as a file',
    params: shipmentParams,
    refusals: [...exportRefusals, 'shipment-id-malformed', 'no-such-shipment'],
  },
} as const satisfies Record<string, RouteSpec>;
