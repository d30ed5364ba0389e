import type pg from 'pg';
import type {
  AuditStore,
  BeatStore,
  CourierPool,
  DeliveryRecord,
  DeliveryStore,
  DowntimeStore,
  FiguresStore,
  OrganisationDirectory,
  PolicyStore,
  ProviderLinks,
} from '@cellrelay/use-cases';
import { PostgresAuditStore } from './audit/postgres-audit-store.js';
import { borderStoresOn, type BorderStores } from './border-rules/border-stores.js';
import { PostgresCourierPool } from './couriers/postgres-courier-pool.js';
import { PostgresDeliveryRecord } from './deliveries/postgres-delivery-record.js';
import { PostgresDeliveryStore } from './deliveries/postgres-delivery-store.js';
import { PostgresBeatStore } from './downtimes/postgres-beat-store.js';
import { PostgresDowntimeStore } from './downtimes/postgres-downtime-store.js';
import { PostgresFiguresStore } from './figures/postgres-figures-store.js';
import { PostgresProviderLinks } from './oidc/postgres-provider-links.js';
import { PostgresOrganisationDirectory } from './people/postgres-organisation-directory.js';
import { PostgresPolicyStore } from './policies/postgres-policy-store.js';
import { readingStoresOn, type ReadingStores } from './readings/reading-stores.js';
import { recordStoresOn, type RecordStores } from './record/record-stores.js';

/** What a site keeps beside its shipments: its policies, its figures, its couriers, when its bells did not ring, who signs in by a provider, who changed rights, and what goes out. */
export interface SiteStores extends ReadingStores, RecordStores, BorderStores {
  readonly policies: PolicyStore;
  readonly figures: FiguresStore;
  readonly couriers: CourierPool;
  readonly organisations: OrganisationDirectory;
  readonly deliveries: DeliveryStore;
  readonly deliveryRecord: DeliveryRecord;
  readonly beats: BeatStore;
  readonly downtimes: DowntimeStore;
  readonly providerLinks: ProviderLinks;
  readonly audit: AuditStore;
}

/** Those stores on that pool. */
export function siteStoresOn(pool: pg.Pool): SiteStores {
  return {
    policies: new PostgresPolicyStore(pool),
    figures: new PostgresFiguresStore(pool),
    organisations: new PostgresOrganisationDirectory(pool),
    couriers: new PostgresCourierPool(pool),
    deliveries: new PostgresDeliveryStore(pool),
    deliveryRecord: new PostgresDeliveryRecord(pool),
    beats: new PostgresBeatStore(pool),
    downtimes: new PostgresDowntimeStore(pool),
    providerLinks: new PostgresProviderLinks(pool),
    audit: new PostgresAuditStore(pool),
    ...borderStoresOn(pool),
    ...recordStoresOn(pool),
    ...readingStoresOn(pool),
  };
}
