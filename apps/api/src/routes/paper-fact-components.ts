import { paperFactBodies as bodies, paperFactViews } from '@cellrelay/use-cases';

/** What is answered of what was entered for papers. */
export const paperFactAnswers = paperFactViews;

/** What is entered. */
export const paperFactBodies = {
  NewPapersSite: bodies.site,
  NewPostalAddress: bodies.postal,
  NewCourierPassport: bodies.passport,
  NewDonorMarkers: bodies.markers,
  NewCustomsValue: bodies.value,
  NewPartyAddress: bodies.party,
} as const;
