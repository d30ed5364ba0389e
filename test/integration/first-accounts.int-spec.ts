import pg from 'pg';
import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { createFirstAccounts, createPasswords } from '@cellrelay/platform';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

const passwords = createPasswords({ memoryKiB: 64, passes: 1 });
let where: ThrowAwayDatabase;
let database: Database;
let superuser: pg.Client;

beforeEach(async () => {
  where = await throwAwayDatabase();
  database = await openDatabase({ url: where.apiUrl, folding });
  superuser = new pg.Client({ connectionString: where.superuserUrl });
  await superuser.connect();
});
afterEach(async () => {
  await superuser.end();
  await database.close();
  await where.drop();
});

/** Whoever makes the account of that name loses their connection in the midst of it, as if they had been killed. */
async function killedMaking(name: string): Promise<void> {
  await superuser.query(`create function public.die() returns trigger language plpgsql security definer as $$
    begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
  await superuser.query(
    `create trigger dying before insert on cellrelay.account for each row when (new.name = '${name}') execute function public.die()`,
  );
}

async function made(): Promise<unknown> {
  const { rows } = await superuser.query<{ name: string; role: string; lines: number }>(
    `select a.name, a.role, (select count(*)::int from cellrelay.audit_entry e where e.about = a.id::text) as lines from cellrelay.account a order by 1`,
  );
  return rows;
}

const both = [
  { name: 'administrator', role: 'administrator', lines: 1 },
  { name: 'coordinator', role: 'coordinator', lines: 1 },
];

describe('the first accounts', () => {
  it('are both made, each with its line of the audit record, and by one start alone', async () => {
    const starts = [1, 2, 3].map(() => createFirstAccounts(database.accounts, passwords));
    const shown = await Promise.all(starts);
    expect(shown.filter((each) => each.length > 0)).toHaveLength(1);
    expect(await made()).toEqual(both);
  });

  it('are neither made by a start that is killed between them, so that the next makes both', async () => {
    await killedMaking('administrator');
    await expect(createFirstAccounts(database.accounts, passwords)).rejects.toThrow();
    expect(await made()).toEqual([]);
    await superuser.query('drop trigger dying on cellrelay.account');
    expect(await createFirstAccounts(database.accounts, passwords)).toHaveLength(2);
    expect(await made()).toEqual(both);
  });

  it('control: made one after the other, the one stays without the other, and no start makes it', async () => {
    await killedMaking('administrator');
    await database.accounts.create('coordinator', 'hash');
    await expect(database.people.operatorsAdministrator('administrator', 'hash')).rejects.toThrow();
    await superuser.query('drop trigger dying on cellrelay.account');
    expect(await createFirstAccounts(database.accounts, passwords)).toEqual([]);
    expect(await made()).toEqual([both[1]]);
  });
});
