import {
  backup,
  migrateTo,
  migrationsIn,
  restore,
  verify,
  verifyAudit,
  type RowCounts,
  type Database,
  type Verified,
  type VerifiedAudit,
} from '@cellrelay/adapter-postgres';
import { derivations } from '../stack/folding.js';
import { migrateAll } from '../stack/migrate-all.js';
import { rederiveStale } from '../stack/rederive-stale.js';
import { withDatabase, withServer } from './with-server.js';

/** Recomputes every chain, state, agenda and row from the logs, and says what differs. */
export function verifyCommand(): Promise<number> {
  return withDatabase('apiUrl', ({ pool }) => verified(pool));
}

async function verified(pool: Database['pool']): Promise<number> {
  return Math.max(report(await verify(pool, derivations)), reportAudit(await verifyAudit(pool, derivations)));
}

function reportAudit({ lines, differences }: VerifiedAudit): number {
  for (const { at, sentence } of differences) console.log(`audit record ${at}: ${sentence}`);
  console.log(`${lines} lines of the audit record: ${differences.length} differences`);
  return differences.length === 0 ? 0 : 1;
}

function report({ shipments, events, stale, differences }: Verified): number {
  for (const { shipment, what, at, sentence } of differences) console.log(`${shipment} ${what} ${at}: ${sentence}`);
  const older = stale === 0 ? '' : `, ${stale} with a state of an earlier release`;
  console.log(`${shipments} shipments, ${events} log lines${older}: ${differences.length} differences`);
  return differences.length === 0 ? 0 : 1;
}

/** Writes everything into one file, as of one moment, while the software may go on. */
export function backupCommand([file = '']: readonly string[]): Promise<number> {
  return withServer(async ({ ownerUrl }) => listed(await backup(ownerUrl, file)));
}

/** Reads such a file, of this version or an earlier one, into an empty database, brings it to this version, then verifies it. */
export function restoreCommand([file = '']: readonly string[]): Promise<number> {
  return withDatabase('ownerUrl', async ({ pool, shipments }, { ownerUrl }) => {
    const told = await restoreFrom(ownerUrl, file);
    await rederiveStale({ shipments }, (shipment, error) =>
      console.error(`${shipment} stays as it was: ${String(error)}`),
    );
    listed(told);
    return verified(pool);
  });
}

/** Into a database as far as the backup was; then it is migrated on, as an earlier version's own database would be. */
export async function restoreFrom(ownerUrl: string, file: string): Promise<RowCounts> {
  await migrateTo(ownerUrl, await migrationsIn(file));
  const told = await restore(ownerUrl, file);
  await migrateAll(ownerUrl);
  return told;
}

function listed(rows: Readonly<Record<string, number>>): number {
  for (const [table, count] of Object.entries(rows)) console.log(`${table.padEnd(20)} ${count}`);
  return 0;
}
