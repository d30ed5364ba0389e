import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { exampleShipment } from '@cellrelay/testkit';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { startApiProcess, type Answered, type ApiProcess } from './support/ops-process.js';
import { exampleOrder as order } from '../support/example-order.js';
import { recorded } from './support/seats.js';

const shipment = exampleShipment();
let where: ThrowAwayDatabase;
let database: Database;
let apis: readonly ApiProcess[] = [];

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await openDatabase({ url: where.workerUrl, folding });
  const first = await startApiProcess({ DATABASE_URL: where.ownerUrl });
  apis = [first, await startApiProcess({ DATABASE_URL: where.ownerUrl }, first.account)];
});
afterAll(async () => {
  await Promise.all(apis.map((api) => api.kill()));
  await database.close();
  await where.drop();
});

/** The same to both processes at once, so many times to each. */
function toBoth(post: (api: ApiProcess, nth: number) => Promise<Answered>, times = 1): Promise<readonly Answered[]> {
  const nths = Array.from({ length: times }, (_, nth) => nth);
  return Promise.all(nths.flatMap((nth) => apis.map((api, at) => post(api, nth * apis.length + at))));
}

describe('the same command, posted at once to two processes', () => {
  it('acts once under one key, however often, and everybody gets the same answer', async () => {
    const answers = await toBoth((api) => api.post('OpenShipment', order, { key: 'open' }), 5);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await recorded(database.pool, shipment)).toMatchObject({ ShipmentOpened: 1 });
  });

  it('under a key of its own each time is so many commands, the control: one acts, and the others are told no', async () => {
    const to = exampleShipment(2);
    const answers = await toBoth((api, nth) => api.post('OpenShipment', order, { key: `open-${nth}`, to }), 5);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body['code'] === 'shipment-exists')).toHaveLength(answers.length - 1);
  });
});
