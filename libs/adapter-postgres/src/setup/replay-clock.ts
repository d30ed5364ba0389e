import pg from 'pg';
import type { Instant } from '@cellrelay/kernel';
import { inTransaction, withClient } from '../client.js';
import { APPLICATION_ROLES } from '../embedded/ensure-database.js';
import { instantOfRow } from '../instants.js';

/** The clock of a replay's throw-away database: stands still until it is set. */
export interface ReplayClock {
  /** Puts the clock there. Refused when that is earlier than it shows: within a replay time does not run backwards. */
  set(at: Instant): Promise<void>;
  now(): Promise<Instant>;
  close(): Promise<void>;
}

const readers = [APPLICATION_ROLES.api, APPLICATION_ROLES.worker];

const install = [
  'create schema cellrelay_replay',
  'create table cellrelay_replay.clock (at timestamptz not null)',
  'create unique index only_one on cellrelay_replay.clock ((true))',
  `create or replace function cellrelay.clock() returns timestamptz language sql volatile as 'select at from cellrelay_replay.clock'`,
  ...readers.map(
    (role) =>
      `do $$ begin if exists (select from pg_roles where rolname = '${role}') then
         grant usage on schema cellrelay_replay to ${role}; grant select on cellrelay_replay.clock to ${role};
       end if; end $$`,
  ),
];

/**
 * Lets the time that shipments live by stand still at `at` in this database, from now on and for good. For throw-away databases: one that holds a
 * shipment already is refused, and nothing changed.
 */
export async function installReplayClock(ownerUrl: string, at: Instant): Promise<ReplayClock> {
  await withClient(ownerUrl, (client) =>
    inTransaction(client, 'begin', async () => {
      const found = await client.query('select from cellrelay.shipment limit 1');
      if (found.rowCount !== 0)
        throw new Error(
          'This database holds shipments: its clock cannot be replaced. A replay runs on a database of its own.',
        );
      for (const statement of install) await client.query(statement);
      await client.query('insert into cellrelay_replay.clock (at) values ($1)', [at]);
    }),
  );
  return openReplayClock(ownerUrl);
}

/** The clock of a database in which it was installed before, such as that of a replay that goes on after its process died. */
export function openReplayClock(ownerUrl: string): ReplayClock {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, application_name: 'cellrelay replay clock' });
  pool.on('error', () => undefined);
  const clock = {
    set: async (at: Instant): Promise<void> => {
      const set = await pool.query('update cellrelay_replay.clock set at = $1 where at <= $1', [at]);
      if (set.rowCount !== 1)
        throw new RangeError(`The replay's clock shows ${await clock.now()}; it cannot be put back to ${at}.`);
    },
    now: async (): Promise<Instant> => {
      const [row] = (await pool.query<{ at: Date }>('select at from cellrelay_replay.clock')).rows;
      if (row === undefined) throw new Error('This database has no replay clock.');
      return instantOfRow(row.at);
    },
    close: () => pool.end(),
  };
  return clock;
}

/** Puts the clock of a replay's database there, once. */
export async function setReplayClock(ownerUrl: string, at: Instant): Promise<void> {
  const clock = openReplayClock(ownerUrl);
  try {
    await clock.set(at);
  } finally {
    await clock.close();
  }
}
