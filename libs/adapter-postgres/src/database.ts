import type { DataSource } from 'typeorm';
import type { BoardStore, ChangeStream, Clock, ReferenceStore } from '@cellrelay/use-cases';
import { PostgresAgendaStore } from './agenda/postgres-agenda-store.js';
import { PostgresBoardStore } from './board/postgres-board-store.js';
import { ChangeBell } from './changes/change-bell.js';
import { PostgresChangeStream } from './changes/postgres-change-stream.js';
import { peopleStoresOn, type PeopleStores } from './people-stores.js';
import { poolOf } from './pool.js';
import { PostgresClock } from './postgres-clock.js';
import { dataSourceOn } from './setup/data-source.js';
import type { Folding, StorePoint } from './shipments/commit.js';
import { siteStoresOn, type SiteStores } from './site-stores.js';
import { PostgresShipmentStore } from './shipments/postgres-shipment-store.js';

export interface DatabaseOptions {
  readonly url: string;
  /** Connections kept at most by this process (one more listens once somebody watches the changes). 10 unless told. */
  readonly poolSize?: number;
  readonly applicationName?: string;
  /** The core's fold and its version. */
  readonly folding: Folding;
  /** How long a lease lasts; 30 s unless told. */
  readonly leaseMs?: number;
  /** Items due within this time after a commit are answered as bells; ten minutes unless told. */
  readonly armWithinMs?: number;
  /** How many shipments' states are kept in memory, some 50 kB each; 1,000 unless told: about what one operator has on its way and in preparation. */
  readonly remembers?: number;
  /** A statement that runs longer is cancelled; 30 s unless told. */
  readonly statementTimeoutMs?: number;
  /** A connection on which an answer is waited for longer leads nowhere and is given up; 35 s unless told, so that the server's own limit comes first. */
  readonly silentAfterMs?: number;
  /** Tests let the process die between two statements of a commit. */
  readonly reach?: (point: StorePoint) => Promise<void>;
}

/** The stores of one process, on one pool. */
export interface Database extends SiteStores, PeopleStores {
  readonly dataSource: DataSource;
  readonly pool: ReturnType<typeof poolOf>;
  readonly shipments: PostgresShipmentStore;
  readonly agenda: PostgresAgendaStore;
  readonly board: BoardStore & ReferenceStore;
  readonly changes: ChangeStream;
  readonly clock: Clock;
  /** Ends all connections. Queries still under way are waited for. */
  close(): Promise<void>;
}

/** Connects. Fails when the server cannot be reached; migrates nothing. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const dataSource = dataSourceOn({
    url: options.url,
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'cellrelay',
    statementTimeoutMs: options.statementTimeoutMs ?? 30_000,
    silentAfterMs: options.silentAfterMs ?? 35_000,
  });
  await dataSource.initialize();
  return storesOn(dataSource, options);
}

function storesOn(dataSource: DataSource, options: DatabaseOptions): Database {
  const pool = poolOf(dataSource);
  const bell = new ChangeBell(pool, options.url, { noticeEveryMs: 50, pollEveryMs: 1_000 });
  const reach = options.reach ?? ((): Promise<void> => Promise.resolve());
  return {
    dataSource,
    pool,
    shipments: new PostgresShipmentStore(pool, {
      folding: options.folding,
      reach,
      armWithinMs: options.armWithinMs ?? 600_000,
      committed: () => bell.ring(),
      remembers: options.remembers ?? 1_000,
    }),
    agenda: new PostgresAgendaStore(pool, options.leaseMs ?? 30_000),
    board: new PostgresBoardStore(pool),
    changes: new PostgresChangeStream(pool, bell),
    ...peopleStoresOn(dataSource, pool),
    ...siteStoresOn(pool),
    clock: new PostgresClock(pool),
    close: async () => {
      await bell.close();
      await dataSource.destroy();
    },
  };
}
