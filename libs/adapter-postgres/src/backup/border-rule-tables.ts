import type { KeptTable } from './kept-table.js';

/** What the site has read and confirmed of rules: else a restored instance would print none of them. */
export const borderRuleTables: readonly KeptTable[] = [
  { name: 'border_rule', columns: ['rule', 'version', 'body', 'person', 'reason', 'by', 'at'] },
  {
    name: 'rule_confirmation',
    columns: [
      ...['id', 'rule', 'version', 'person', 'source', 'confirmed_on', 'until', 'example', 'by', 'at'],
      ...['withdrawn_at', 'withdrawn_by', 'withdrawn_for'],
    ],
  },
];
