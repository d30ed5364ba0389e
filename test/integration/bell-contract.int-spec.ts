import { bellContract } from '@cellrelay/testkit';
import { BellsOnDatabase } from '../support/bells.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

let where: ThrowAwayDatabase;
let bells: BellsOnDatabase;

bellContract('BullMQ on PostgreSQL', async () => {
  where = await throwAwayDatabase();
  bells = new BellsOnDatabase(where.workerUrl);
  return bells;
});

afterAll(async () => {
  await bells.close();
  await where.drop();
});
