import { installReplayClock, openDatabase, type Database, type ReplayClock } from '@cellrelay/adapter-postgres';
import { openedAt, storeContract } from '@cellrelay/testkit';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

let where: ThrowAwayDatabase;
let clock: ReplayClock;
let database: Database;

storeContract('PostgreSQL', async () => {
  where = await throwAwayDatabase();
  clock = await installReplayClock(where.ownerUrl, openedAt);
  database = await openDatabase({ url: where.workerUrl, folding });
  return {
    shipments: database.shipments,
    agenda: database.agenda,
    setClock: (at) => clock.set(at),
    now: () => clock.now(),
  };
});

afterAll(async () => {
  await database.close();
  await clock.close();
  await where.drop();
});
