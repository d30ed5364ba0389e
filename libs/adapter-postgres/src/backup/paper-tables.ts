import type { KeptTable } from './kept-table.js';

/**
 * Papers, so that a restored instance prints and answers for those that were issued; and which of them nobody has looked at again. That all may be outdated is not kept: bringing back what was entered
 * says it anew.
 */
export const paperTables: readonly KeptTable[] = [
  {
    name: 'paper_document',
    columns: [
      ...['document', 'shipment', 'plan', 'kind', 'of', 'reference', 'content', 'sha256', 'facts', 'made_at', 'code'],
      ...['command', 'by', 'kept_at'],
    ],
  },
  { name: 'paper_mark', columns: ['shipment', 'revision', 'marked_at', 'tries', 'try_after'] },
];
