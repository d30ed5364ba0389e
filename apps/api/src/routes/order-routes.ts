import { z } from 'zod';
import { json, v1 } from './route-parts.js';
import type { RouteSpec } from './route-spec.js';

export const importOrdersQuery = z.strictObject({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be the hash that the preview told')
    .meta({ description: 'Of the file, as the preview told it' }),
});

const here = { tag: 'commands', open: false } as const;
const file = [
  ...['body-not-file-type', 'body-encoded', 'request-broken-off', 'file-empty', 'file-too-large', 'file-no-text'],
  ...['orders-without-table', 'orders-column-unknown', 'orders-column-twice', 'orders-line-unreadable', 'too-many'],
] as const;

/** Orders by file. The file is sent twice, and nothing of it is kept but the shipments that it opens. */
export const orderRoutes = {
  getOrdersTemplate: {
    ...here,
    method: 'get',
    id: 'getOrdersTemplate',
    path: `${v1}/orders/template`,
    says: 'A file of orders to fill in, with one invented order (CSV)',
    answer: { status: 200, says: 'Every column that there may be', schema: 'Text', mediaType: 'text/csv' },
    refusals: [],
  },
  previewOrders: {
    ...here,
    method: 'post',
    id: 'previewOrders',
    path: `${v1}/orders/preview`,
    body: 'file',
    says: 'What the orders of a file (CSV) come to, line by line; nothing is opened',
    more: 'Columns as in the template, in any order, named in the first line; separated by commas, semicolons or tabs; UTF-8, UTF-16 or Windows-1252. A column that is not known is refused: none holds who anybody is. Each line is judged by itself, as opening it would be.',
    answer: json('OrdersPreview', 'Line by line'),
    refusals: [...file],
  },
  importOrders: {
    ...here,
    method: 'post',
    id: 'importOrders',
    path: `${v1}/orders/import`,
    query: importOrdersQuery,
    body: 'file',
    says: 'Open the orders of a file that are right',
    more: 'One after the other, in the order of the file. An order of a reference is opened from a file once, whoever sends it how often: after whatever broke it off the same file, or one that was mended, opens the rest.',
    answer: json('OrdersImported', 'What became of each line'),
    refusals: ['query-faulty', 'file-changed', ...file],
  },
} as const satisfies Record<string, RouteSpec>;
