import { BorderRules1795471200000 } from './1795471200000-border-rules.js';
import { Scans1795485600000 } from './1795485600000-scans.js';

/** What borders ask for, and what they answered. */
export const paperMigrations = [BorderRules1795471200000, Scans1795485600000];
