import type pg from 'pg';
import type {
  BeatStore,
  CourierPool,
  DowntimeStore,
  FiguresStore,
  OrganisationDirectory,
  PolicyStore,
} from '@cellrelay/use-cases';
import { PostgresCourierPool } from './couriers/postgres-courier-pool.js';
import { PostgresBeatStore } from './downtimes/postgres-beat-store.js';
import { PostgresDowntimeStore } from './downtimes/postgres-downtime-store.js';
import { PostgresFiguresStore } from './figures/postgres-figures-store.js';
import { PostgresOrganisationDirectory } from './people/postgres-organisation-directory.js';
import { PostgresPolicyStore } from './policies/postgres-policy-store.js';

/** What a site keeps beside its shipments: its policies, its figures, its couriers, and when its bells did not ring. */
export interface SiteStores {
  readonly policies: PolicyStore;
  readonly figures: FiguresStore;
  readonly couriers: CourierPool;
  readonly organisations: OrganisationDirectory;
  readonly beats: BeatStore;
  readonly downtimes: DowntimeStore;
}

/** Those stores on that pool. */
export function siteStoresOn(pool: pg.Pool): SiteStores {
  return {
    policies: new PostgresPolicyStore(pool),
    figures: new PostgresFiguresStore(pool),
    organisations: new PostgresOrganisationDirectory(pool),
    couriers: new PostgresCourierPool(pool),
    beats: new PostgresBeatStore(pool),
    downtimes: new PostgresDowntimeStore(pool),
  };
}
