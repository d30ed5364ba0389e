import type { Policy } from '@cellrelay/shipment';

const then = { source: 'as it was before this was watched', mark: 'site' } as const;

/** What policies have gained for the way to the airport, answers and marrow. Written out: of the way to the airport an old shipment is not asked, and of marrow not advised, as then. */
export const settingsOfDeadlines = {
  answerDueWorkingDays: { value: 1, source: 'site choice', mark: 'site' },
  holidayRegions: { value: {}, source: 'as it was before regions were told apart', mark: 'site' },
  groundMinutesToAirport: { value: null, ...then },
  airportBeforeDepartureMinutes: { value: 120, source: 'site choice', mark: 'site' },
  marrowAdvisories: { value: 'none', ...then },
} satisfies Partial<Policy>;
