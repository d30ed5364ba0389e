import type { KeptTable } from './kept-table.js';

/** Who is on call, and who is to be told of what: else a restored instance would tell nobody. */
export const onCallTables: readonly KeptTable[] = [
  { name: 'on_call_roster', columns: ['organisation', 'roster', 'revision', 'changed_at'] },
  { name: 'telling_wish', columns: ['account', 'wish', 'changed_at'] },
  {
    name: 'alert_notice',
    columns: [
      ...['id', 'key', 'shipment', 'alert', 'account', 'channel', 'severity', 'ends', 'notice', 'not_before'],
      ...['noted_at', 'delivery', 'settled_at', 'looked_at', 'ended_at'],
    ],
  },
];
