import type { Sourced } from './policy.sourced.js';

/** What is watched of the way to the airport, of answers, and of marrow that is long under way. */
export interface DeadlinePolicy {
  /** How many working days before a crossing or a flight an authority's answer is due. */
  readonly answerDueWorkingDays: Sourced<number>;
  /** Airports whose authorities keep the holidays of a region (ISO 3166-2, such as DE-BY) besides those of the whole country, by IATA code. */
  readonly holidayRegions: Sourced<Readonly<Record<string, string>>>;
  /** When the box should leave, with the next: how long it is on its way from the collection centre to the airport; null: nobody is asked whether it is on its way there. */
  readonly groundMinutesToAirport: Sourced<number | null>;
  /** How long before the departure the box is at the airport: search by hand and customs take their time. */
  readonly airportBeforeDepartureMinutes: Sourced<number>;
  /** What is made of the hours from which on recipients of marrow did worse. They are no limit. */
  readonly marrowAdvisories: Sourced<'warning' | 'notice' | 'none'>;
}

export const deadlineSettings: DeadlinePolicy = {
  answerDueWorkingDays: { value: 1, source: 'site choice', mark: 'site' },
  holidayRegions: {
    value: {},
    source: 'site choice: which of its airports lie where holidays differ is for the site to say',
    mark: 'site',
  },
  groundMinutesToAirport: { value: 60, source: 'site choice', mark: 'site' },
  airportBeforeDepartureMinutes: { value: 120, source: 'site choice', mark: 'site' },
  marrowAdvisories: { value: 'notice', source: 'viability.md 2.6: advisories, not limits', mark: 'V' },
};
