import type { KeptTable } from './kept-table.js';

/**
 * What was told, and what became of it. What waited when the backup was made goes out when it is restored, perhaps again: told twice was held better than not at all.
 * Endpoints of programs are left out as tokens are; what was for them is given up.
 */
export const deliveryTables: readonly KeptTable[] = [
  {
    name: 'delivery',
    columns: [
      ...[
        'id',
        'key',
        'channel',
        'destination',
        'organisation',
        'account',
        'endpoint',
        'shipment',
        'urgency',
        'series',
      ],
      ...[
        'body',
        'status',
        'created_at',
        'asked_at',
        'tried_before',
        'next_at',
        'attempts',
        'lease_until',
        'lease_token',
        'ended_at',
        'settled_at',
      ],
    ],
  },
  {
    name: 'delivery_attempt',
    columns: ['delivery', 'number', 'token', 'at', 'ended_at', 'outcome', 'says', 'code'],
  },
];
