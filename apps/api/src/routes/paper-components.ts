import {
  earlierPaperView,
  paperStandingView,
  papersIssued,
  papersToIssue,
  papersView,
  paperView,
  planPapersView,
} from '@cellrelay/use-cases';

/** What is answered about papers. */
export const paperAnswers = {
  EarlierPaper: earlierPaperView,
  Paper: paperView,
  PaperStanding: paperStandingView,
  Papers: papersView,
  PapersIssued: papersIssued,
  PlanPapers: planPapersView,
} as const;

/** What is sent about them. */
export const paperBodies = { PapersToIssue: papersToIssue } as const;
