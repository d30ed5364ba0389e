import { BorderRules1795471200000 } from './1795471200000-border-rules.js';
import { PaperFacts1795474800000 } from './1795474800000-paper-facts.js';
import { Papers1795478400000 } from './1795478400000-papers.js';
import { LabelCodes1795482000000 } from './1795482000000-label-codes.js';
import { Scans1795485600000 } from './1795485600000-scans.js';
import { RequestMails1795489200000 } from './1795489200000-request-mails.js';
import { SavedViews1795492800000 } from './1795492800000-saved-views.js';
import { WayFigures1795496400000 } from './1795496400000-way-figures.js';

/** What borders ask for, what papers say, the papers, the codes on labels, scans of what was answered, requests by mail, views of the list that people keep, and what is counted of the way. */
export const borderMigrations = [
  BorderRules1795471200000,
  PaperFacts1795474800000,
  Papers1795478400000,
  LabelCodes1795482000000,
  Scans1795485600000,
  RequestMails1795489200000,
  SavedViews1795492800000,
  WayFigures1795496400000,
];
