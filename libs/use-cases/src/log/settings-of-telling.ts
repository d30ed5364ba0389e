import type { Policy } from '@cellrelay/shipment';

/** The setting that policies gained with the telling of alerts. Written out: what an old log tells must not change when a default does. */
export const settingsOfTelling = {
  alertLadder: {
    value: { nextChannelMinutes: 5, persons: 3, repeatMinutes: 30, repeatAtMostMinutes: 1440, tellEnd: true },
    source: 'site choice: the first person has a quarter of an hour; what is told daily for weeks is still told',
    mark: 'site',
  },
} satisfies Partial<Policy>;
