import type pg from 'pg';
import type { LabelCodeStore, PaperFactStore, RuleStore } from '@cellrelay/use-cases';
import { PostgresLabelCodeStore } from '../label-codes/postgres-label-code-store.js';
import { PostgresPaperFactStore } from '../paper-facts/postgres-paper-fact-store.js';
import { PostgresRuleStore } from './postgres-rule-store.js';

/** What a site keeps to print by: what it makes of the rules of borders, what it has entered for papers, and its own list of codes on labels. */
export interface PrintingStores {
  readonly rules: RuleStore;
  readonly paperFacts: PaperFactStore;
  readonly labelCodes: LabelCodeStore;
}

/** Those stores on that pool. */
export function printingStoresOn(pool: pg.Pool): PrintingStores {
  return {
    rules: new PostgresRuleStore(pool),
    paperFacts: new PostgresPaperFactStore(pool),
    labelCodes: new PostgresLabelCodeStore(pool),
  };
}
