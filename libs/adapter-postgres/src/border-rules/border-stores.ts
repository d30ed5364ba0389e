import type pg from 'pg';
import type { PaperFactStore, RuleStore } from '@cellrelay/use-cases';
import { PostgresPaperFactStore } from '../paper-facts/postgres-paper-fact-store.js';
import { paperStoresOn, type PaperStores } from '../papers/paper-stores.js';
import { PostgresRuleStore } from './postgres-rule-store.js';

/** What a site makes of the rules of borders, what is entered for the papers that they ask for, and the papers. */
export interface BorderStores extends PaperStores {
  readonly rules: RuleStore;
  readonly paperFacts: PaperFactStore;
}

/** Those stores on that pool. */
export function borderStoresOn(pool: pg.Pool): BorderStores {
  return {
    rules: new PostgresRuleStore(pool),
    paperFacts: new PostgresPaperFactStore(pool),
    ...paperStoresOn(pool),
  };
}
