import type { KeptTable } from './kept-table.js';

/** The site's own list, which came with nothing and would have to be typed again. */
export const labelCodeTables: readonly KeptTable[] = [
  {
    name: 'label_code',
    columns: ['list', 'key', 'version', 'body', 'source', 'as_of', 'reason', 'person', 'by', 'at'],
  },
];
