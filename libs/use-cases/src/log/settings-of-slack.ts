import type { Policy } from '@cellrelay/shipment';

/** The settings that policies gained with the passes over the course. Written out: what an old log tells must not change when a default does. */
export const settingsOfSlack = {
  leastSlackMinutes: { value: 240, source: 'site choice', mark: 'site' },
  leastToDepartureMinutes: {
    value: 90,
    source: 'site choice: the way to the airport and the end of boarding; no source says how long',
    mark: 'site',
  },
} satisfies Partial<Policy>;
