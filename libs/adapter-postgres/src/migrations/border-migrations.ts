import { BorderRules1795471200000 } from './1795471200000-border-rules.js';
import { PaperFacts1795474800000 } from './1795474800000-paper-facts.js';

/** What borders ask for, and what papers say. */
export const borderMigrations = [BorderRules1795471200000, PaperFacts1795474800000];
