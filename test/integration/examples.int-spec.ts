import { AirportDirectory } from '@cellrelay/adapter-airports';
import { makeExamplePeople, openDatabase, removeExamples, verify, type Database } from '@cellrelay/adapter-postgres';
import type { ShipmentStore } from '@cellrelay/use-cases';
import { plantOnce } from '../../apps/ops/src/examples/plant-once.js';
import { derivations, folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

const airports = new AirportDirectory();
let where: ThrowAwayDatabase;
let database: Database;

beforeEach(async () => {
  where = await throwAwayDatabase();
  database = await openDatabase({ url: where.apiUrl, folding });
});
afterEach(async () => {
  await database.close();
  await where.drop();
});

const kinds = async (): Promise<readonly string[]> => (await plantOnce(database, airports)).map((each) => each.kind);

describe('the examples', () => {
  it('are planted once', async () => {
    expect(await kinds()).toEqual(['committed', 'committed']);
    expect(await kinds()).toEqual([]);
  });

  it('that a start which died half-way left out are planted by the next', async () => {
    let commits = 0;
    const dying: Pick<ShipmentStore, 'commit'> = {
      commit: (...told) => {
        commits += 1;
        return commits === 2 ? Promise.reject(new Error('killed')) : database.shipments.commit(...told);
      },
    };
    const shipments = Object.assign(Object.create(database.shipments) as Database['shipments'], dying);
    await expect(plantOnce({ ...database, shipments }, airports)).rejects.toThrow('killed');
    expect(await kinds()).toEqual(['repeated', 'committed']);
    expect(await kinds()).toEqual([]);
  });

  it('are what their logs make of them: nothing differs in a fresh installation', async () => {
    await kinds();
    const { shipments, differences } = await verify(database.pool, derivations);
    expect({ shipments, differences }).toEqual({ shipments: 2, differences: [] });
  });

  it('have people of each organisation, who go with them, and stand on the audit record', async () => {
    await kinds();
    await database.accounts.create('coordinator', 'hash');
    const people = await makeExamplePeople(database.pool, 'hash');
    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['courier', 'transplant-centre-physician']));
    const courier = await database.accounts.find('courier');
    expect(courier?.acting).toMatchObject({ role: 'courier', courier: 'example-courier' });
    const seen = { holder: 'example-courier', parts: ['courier'] } as const;
    expect(await database.board.own(seen)).toHaveLength(2);
    await removeExamples(database.pool, 'spec');
    expect(await database.accounts.count()).toBe(1);
    const { rows } = await database.pool.query<{ kind: string }>(
      `select text::json ->> 'kind' as kind from cellrelay.audit_entry order by seq`,
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['account-made', 'example-people-made', 'example-people-removed']);
  });

  it('stay away once removed', async () => {
    await kinds();
    expect(await removeExamples(database.pool, 'spec')).toHaveLength(2);
    expect(await kinds()).toEqual([]);
  });
});
