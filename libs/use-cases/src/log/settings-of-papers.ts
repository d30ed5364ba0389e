import type { Policy } from '@cellrelay/shipment';

/** The setting that policies gained with the issue of papers. Written out: what an old log tells must not change when a default does. */
export const settingsOfPapers = {
  papersReprintMinutes: {
    value: 60,
    source: 'site choice, a judgement: no source says how soon papers are to be put right',
    mark: 'site',
  },
} satisfies Partial<Policy>;
