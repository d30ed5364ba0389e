import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { migrations } from '../migrations/all-migrations.js';
import { rows } from '../rows/all-rows.js';
import { HeardClient } from './heard-client.js';

/** How a process reaches the database. */
export interface Reach {
  readonly url: string;
  /** Connections kept at most; one pool per process. */
  readonly poolSize: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  /** A statement that runs longer is cancelled. 0: never. */
  readonly statementTimeoutMs: number;
  /** A connection on which an answer is waited for longer is given up: it leads nowhere. 0: never. */
  readonly silentAfterMs: number;
}

/** TypeORM on that database, not yet connected. Tables come from migrations alone: all that there are, unless fewer are named. */
export function dataSourceOn(reach: Reach, ran: typeof migrations = migrations): DataSource {
  return new DataSource({
    type: 'postgres',
    url: reach.url,
    schema: 'cellrelay',
    entities: rows,
    migrations: ran,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: reach.poolSize,
    applicationName: reach.applicationName,
    connectTimeoutMS: 10_000,
    extra: {
      Client: HeardClient,
      statement_timeout: reach.statementTimeoutMs,
      // A proxy or a firewall that has forgotten a connection takes what is sent and says nothing: the server's own limits never come through.
      query_timeout: reach.silentAfterMs,
      // A process that hangs within a transaction must not hold a shipment's row, nor the live stream, for ever.
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
    },
  });
}

/** For set-up work as the owner: one connection at a time, and no limit on how long a statement takes. */
export function ownerDataSource(ownerUrl: string, ran?: typeof migrations): DataSource {
  const unlimited = { statementTimeoutMs: 0, silentAfterMs: 0 };
  return dataSourceOn({ url: ownerUrl, poolSize: 2, applicationName: 'cellrelay set-up', ...unlimited }, ran);
}
