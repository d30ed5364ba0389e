import { bellContract } from '@cellrelay/testkit';
import { BullmqUnderTest } from '../support/bells.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

let where: ThrowAwayDatabase;
let bells: BullmqUnderTest;

bellContract('BullMQ on PostgreSQL', async () => {
  where = await throwAwayDatabase();
  bells = await BullmqUnderTest.at(where.workerUrl);
  return bells;
});

afterAll(async () => {
  await bells.close();
  await where.drop();
});
