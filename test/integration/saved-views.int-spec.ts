import type { Database } from '@cellrelay/adapter-postgres';
import { createPasswords } from '@cellrelay/platform';
import { mostSavedViews, type SavedView } from '@cellrelay/use-cases';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { firstCoordinator } from '../support/first-coordinator.js';
import { opened } from './store-fixtures.js';

let where: ThrowAwayDatabase;
let database: Database;
let account: string;
let other: string;
beforeAll(async () => {
  where = await throwAwayDatabase();
  database = await opened(where.apiUrl);
  await firstCoordinator(database.accounts, createPasswords({ memoryKiB: 64, passes: 1 }));
  const made = await database.pool.query<{ id: string }>(`
    insert into cellrelay.account (name, password_hash, organisation, person, role)
    select 'second', password_hash, organisation, 'EXAMPLE Second', role from cellrelay.account returning id`);
  other = made.rows[0]?.id ?? '';
  const found = await database.pool.query<{ id: string }>('select id from cellrelay.account where id <> $1', [other]);
  account = found.rows[0]?.id ?? '';
});
afterAll(async () => {
  await database.close();
  await where.drop();
});

const view = (nth: number, more: Partial<SavedView> = {}): SavedView => ({
  ...{ id: `a0000000-0000-4000-8000-${String(nth).padStart(12, '0')}`, name: `View ${nth}`, view: 'all', q: '' },
  ...more,
});

describe('views of the list', () => {
  it('are each account’s own, in the order in which they were saved first', async () => {
    await database.savedViews.put(account, view(2));
    await database.savedViews.put(account, view(1));
    await database.savedViews.put(other, view(2, { name: 'Theirs', q: 'houston' }));
    expect(await database.savedViews.of(account)).toEqual([view(2), view(1)]);
    expect(await database.savedViews.of(other)).toEqual([view(2, { name: 'Theirs', q: 'houston' })]);
  });

  it('are saved once however often that is said, and changed in their place', async () => {
    expect(await database.savedViews.put(account, view(2))).toBe('kept');
    expect(await database.savedViews.put(account, view(2, { name: 'Air', view: 'air' }))).toBe('kept');
    expect(await database.savedViews.of(account)).toEqual([view(2, { name: 'Air', view: 'air' }), view(1)]);
  });

  it('have names of their own, whatever their capitals', async () => {
    expect(await database.savedViews.put(account, view(3, { name: 'AIR' }))).toBe('name-taken');
    expect(await database.savedViews.put(other, view(3, { name: 'AIR' }))).toBe('kept');
  });

  it('are forgotten once, and nobody else’s with them', async () => {
    expect([
      await database.savedViews.drop(account, view(2).id),
      await database.savedViews.drop(account, view(2).id),
    ]).toEqual([true, false]);
    expect(await database.savedViews.of(other)).toHaveLength(2);
  });

  it('are no more than fifty, also where they are saved at once', async () => {
    const many = Array.from({ length: mostSavedViews + 10 }, (_, nth) => view(100 + nth));
    const became = await Promise.all(many.map((one) => database.savedViews.put(account, one)));
    expect(became.filter((each) => each === 'too-many')).toHaveLength(11);
    expect(await database.savedViews.of(account)).toHaveLength(mostSavedViews);
    expect(await database.savedViews.put(account, view(1, { name: 'Still there' }))).toBe('kept');
  });
});
