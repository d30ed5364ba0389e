const unused = {} as never;

/** Parts of the API that a spec does not ask anything of. */
export const unusedParts = {
  ...{ identities: unused, disclosures: unused, letters: unused, letterRules: unused, readingFiles: unused },
  ...{
    downtimes: unused,
    forecasts: unused,
    decisions: unused,
    audit: unused,
    exports: unused,
    people: unused,
    links: unused,
  },
  ...{
    loggers: unused,
    intake: unused,
    temperature: unused,
    calendars: unused,
    savedViews: unused,
    calendarFeeds: unused,
  },
  ...{ paperFacts: unused, papers: unused, rules: unused, onCall: unused, deliveryRecord: unused, endpoints: unused },
  ...{ labelCodes: unused, labels: unused, orders: unused },
  scans: unused,
};
