import type pg from 'pg';
import type { CourierPool, FiguresStore, PolicyStore } from '@cellrelay/use-cases';
import { PostgresCourierPool } from './couriers/postgres-courier-pool.js';
import { PostgresFiguresStore } from './figures/postgres-figures-store.js';
import { PostgresPolicyStore } from './policies/postgres-policy-store.js';

/** What a site keeps beside its shipments: its policies, its figures, its couriers. */
export interface SiteStores {
  readonly policies: PolicyStore;
  readonly figures: FiguresStore;
  readonly couriers: CourierPool;
}

/** Those stores on that pool. */
export function siteStoresOn(pool: pg.Pool): SiteStores {
  return {
    policies: new PostgresPolicyStore(pool),
    figures: new PostgresFiguresStore(pool),
    couriers: new PostgresCourierPool(pool),
  };
}
