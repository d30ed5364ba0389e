import {
  earlierPaperView,
  paperStandingView,
  papersIssued,
  papersToIssue,
  papersView,
  paperView,
  planPapersView,
  pocketView,
  requestMailBody,
  requestMailView,
  requestsView,
} from '@cellrelay/use-cases';

/** What is answered about papers. */
export const paperAnswers = {
  EarlierPaper: earlierPaperView,
  Paper: paperView,
  PaperStanding: paperStandingView,
  Papers: papersView,
  PapersIssued: papersIssued,
  PlanPapers: planPapersView,
  Pocket: pocketView,
  RequestMail: requestMailView,
  Requests: requestsView,
} as const;

/** What is sent about them. */
export const paperBodies = { PapersToIssue: papersToIssue, RequestMailToSend: requestMailBody } as const;
