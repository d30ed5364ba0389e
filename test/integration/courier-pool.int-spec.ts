import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import type { LocalDate } from '@cellrelay/kernel';
import type { PooledCourier } from '@cellrelay/use-cases';
import pg from 'pg';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

let where: ThrowAwayDatabase;
let database: Database;

beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await openDatabase({ url: where.apiUrl, folding });
});
afterAll(async () => {
  await database.close();
  await where.drop();
});

const courier = (id: string, name: string, change: Partial<PooledCourier> = {}): PooledCourier => ({
  id,
  name,
  company: 'EXAMPLE Couriers',
  phone: '+49 000 0000001',
  basedIn: 'DE',
  trainedUntil: '2027-06-30' as LocalDate,
  passports: [{ country: 'DE', validUntil: '2030-01-31' as LocalDate }],
  visas: [{ country: 'CN', standing: 'expeditable', until: null }],
  restUntil: null,
  languages: ['de', 'en'],
  ...change,
});

describe('the pool of couriers', () => {
  it('keeps records, replaces them, and finds them by any word of theirs', async () => {
    const { couriers } = database;
    await couriers.put(courier('c-2', 'EXAMPLE Zeta'), 0);
    await couriers.put(courier('c-1', 'EXAMPLE Alpha', { visas: [], languages: ['ja'] }), 0);
    await couriers.put(courier('c-2', 'EXAMPLE Beta'), 1);
    expect(await couriers.find('c-2')).toEqual({ ...courier('c-2', 'EXAMPLE Beta'), revision: 2 });
    expect(await couriers.find('c-3')).toBeNull();
    const names = async (search: string, limit = 10) => {
      const { items, total } = await couriers.list(search, limit);
      return [items.map((each) => each.id), total];
    };
    expect(await names('')).toEqual([['c-1', 'c-2'], 2]);
    expect(await names('', 1)).toEqual([['c-1'], 2]);
    expect(await names('beta CN')).toEqual([['c-2'], 1]);
    expect(await names("ja %'")).toEqual([[], 0]);
  });

  it('lets nobody write over what somebody else has written meanwhile, and enters no id twice', async () => {
    const { couriers } = database;
    const first = await couriers.put(courier('c-9', 'EXAMPLE Gamma'), 0);
    expect(first?.revision).toBe(1);
    expect(await couriers.put(courier('c-9', 'EXAMPLE Delta'), 0)).toBeNull();
    const both = ['EXAMPLE Delta', 'EXAMPLE Epsilon'].map((name) => couriers.put(courier('c-9', name), 1));
    const written = (await Promise.all(both)).filter((each) => each !== null);
    expect(written).toHaveLength(1);
    expect(await couriers.find('c-9')).toEqual(written[0]);
    expect(await couriers.put(courier('c-8', 'EXAMPLE Eta'), 1)).toBeNull();
  });

  it('knows of no nomination where there is none', async () => {
    expect(await database.couriers.nominatedFor('c-1')).toEqual([]);
  });

  it('is written by the api alone, and deleted by nobody but the owner', async () => {
    const tried = async (url: string, statement: string) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        return await client.query(statement).then(
          () => 'done',
          (error: unknown) => (error as { code?: string }).code,
        );
      } finally {
        await client.end();
      }
    };
    expect(await tried(where.workerUrl, 'select from cellrelay.courier')).toBe('42501');
    expect(await tried(where.apiUrl, 'delete from cellrelay.courier')).toBe('42501');
    expect(await tried(where.apiUrl, 'select from cellrelay.courier')).toBe('done');
  });
});
