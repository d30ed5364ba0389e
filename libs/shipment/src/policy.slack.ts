import type { Sourced } from './policy.sourced.js';

/** What the passes over the course of a trip go by, and when they ring. */
export interface SlackPolicy {
  /** Less than this between the expected start of infusion and the limit warns. */
  readonly leastSlackMinutes: Sourced<number>;
  /** When the flight is missed: the box left its centre later than this before take-off. When it should leave is `groundMinutesToAirport` and `airportBeforeDepartureMinutes`. */
  readonly leastToDepartureMinutes: Sourced<number>;
}

export const slackSettings: SlackPolicy = {
  leastSlackMinutes: { value: 240, source: 'site choice', mark: 'site' },
  leastToDepartureMinutes: {
    value: 90,
    source: 'site choice: the way to the airport and the end of boarding; no source says how long',
    mark: 'site',
  },
};
