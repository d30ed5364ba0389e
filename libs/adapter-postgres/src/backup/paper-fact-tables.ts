import type { KeptTable } from './kept-table.js';

/** What papers say that no log tells: else a restored instance could make none of them. */
export const paperFactTables: readonly KeptTable[] = [
  {
    name: 'paper_fact',
    columns: ['kind', 'about', 'revision', 'shipment', 'organisation', 'body', 'by', 'at'],
  },
];
