import { backup, restore, verify, type Verified } from '@cellrelay/adapter-postgres';
import { derivations } from '../stack/folding.js';
import { migrateAll } from '../stack/migrate-all.js';
import { withDatabase, withServer } from './with-server.js';

/** Recomputes every chain, state, agenda and row from the logs, and says what differs. */
export function verifyCommand(): Promise<number> {
  return withDatabase('apiUrl', async ({ pool }) => report(await verify(pool, derivations)));
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

/** Reads such a file into an empty database, then verifies it. */
export function restoreCommand([file = '']: readonly string[]): Promise<number> {
  return withDatabase('ownerUrl', async ({ pool }, { ownerUrl }) => {
    await migrateAll(ownerUrl);
    listed(await restore(ownerUrl, file));
    return report(await verify(pool, derivations));
  });
}

function listed(rows: Readonly<Record<string, number>>): number {
  for (const [table, count] of Object.entries(rows)) console.log(`${table.padEnd(20)} ${count}`);
  return 0;
}
