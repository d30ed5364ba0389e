import { PaperCheckController } from './paper-check.controller.js';
import { PaperFactsController } from './paper-facts.controller.js';
import { PapersController } from './papers.controller.js';
import { PocketController } from './pocket.controller.js';
import { RequestMailsController } from './request-mails.controller.js';

/** What papers say that no log tells, papers of shipments, what of them is carried in a phone, requests that they are sent with, and what anybody is told who holds one. */
export const paperControllers = [
  ...[PaperFactsController, PapersController, PocketController],
  ...[RequestMailsController, PaperCheckController],
];
