import type pg from 'pg';
import type { PaperFactStore, RuleStore } from '@cellrelay/use-cases';
import { PostgresPaperFactStore } from '../paper-facts/postgres-paper-fact-store.js';
import { PostgresRuleStore } from './postgres-rule-store.js';

/** What a site makes of the rules of borders, and what is entered for the papers that they ask for. */
export interface BorderStores {
  readonly rules: RuleStore;
  readonly paperFacts: PaperFactStore;
}

/** Those stores on that pool. */
export function borderStoresOn(pool: pg.Pool): BorderStores {
  return { rules: new PostgresRuleStore(pool), paperFacts: new PostgresPaperFactStore(pool) };
}
