import type { KeptTable } from './kept-table.js';

/** Papers, so that a restored instance prints and answers for those that were issued; and which of them nobody has looked at again. */
export const paperTables: readonly KeptTable[] = [
  {
    name: 'paper_document',
    columns: [
      ...['document', 'shipment', 'plan', 'kind', 'of', 'reference', 'content', 'sha256', 'facts', 'made_at', 'code'],
      ...['command', 'by', 'kept_at'],
    ],
  },
  { name: 'paper_mark', columns: ['shipment', 'revision', 'marked_at', 'tries', 'try_after'] },
  { name: 'paper_spread', columns: ['what', 'after'] },
];
