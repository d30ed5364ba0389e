import * as queries from './audit-queries.js';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

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
} as const satisfies Record<string, RouteSpec>;
