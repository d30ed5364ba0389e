import { BorderRules1795471200000 } from './1795471200000-border-rules.js';
import { PaperFacts1795474800000 } from './1795474800000-paper-facts.js';
import { Papers1795478400000 } from './1795478400000-papers.js';

/** What borders ask for, what papers say, and the papers. */
export const borderMigrations = [BorderRules1795471200000, PaperFacts1795474800000, Papers1795478400000];
