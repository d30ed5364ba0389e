import { borderRuleRows } from './border-rule-rows.js';
import { PaperFactRow } from './paper-fact.row.js';
import { paperRows } from './paper-rows.js';
import { policyRows } from './policy-rows.js';

/** Tables of what a site keeps to, and of what it enters beside its shipments. */
export const siteRows = [...policyRows, ...borderRuleRows, PaperFactRow, ...paperRows];
