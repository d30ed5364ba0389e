import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import type { Letters } from '@cellrelay/use-cases';
import { plantLetter } from '../../apps/ops/src/examples/example-letter.js';
import { plantOnce } from '../../apps/ops/src/examples/plant-once.js';
import { lettersOn } from '../../apps/ops/src/stack/walls-on.js';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { airports, holidays } from '../../apps/ops/src/stack/open-stack.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';

let where: ThrowAwayDatabase;
let database: Database;
let all: pg.Client;
let folder: string;
let letters: Letters;
const warned: string[] = [];

beforeEach(async () => {
  where = await throwAwayDatabase();
  database = await openDatabase({ url: where.apiUrl, folding });
  all = new pg.Client({ connectionString: where.superuserUrl });
  await all.connect();
  folder = await mkdtemp(path.join(tmpdir(), 'cellrelay-example-letter-'));
  ({ letters } = lettersOn(database, folder));
  warned.length = 0;
});
afterEach(async () => {
  await all.end();
  await database.close();
  await where.drop();
  await rm(folder, { recursive: true, force: true });
});

const plant = (by: Letters = letters): Promise<void> =>
  plantLetter(
    { api: database, letters: by },
    {
      warn: (what) => warned.push(what),
    },
  );

async function kept(): Promise<readonly unknown[]> {
  return (await all.query('select state, revision from cellrelay.letter order by at')).rows;
}

/** As if the start had been cut short before it handed the letter in. */
function dying(): Letters {
  return Object.assign(Object.create(letters) as Letters, { move: () => Promise.reject(new Error('killed')) });
}

describe('the example letter', () => {
  it('is nowhere without examples, and otherwise handed in once, however often the start is made', async () => {
    await plant();
    expect(await kept()).toEqual([]);
    await plantOnce(database, { airports, holidays });
    await plant();
    await plant();
    expect(await kept()).toEqual([{ state: 'screening', revision: 2 }]);
    await all.query(`update cellrelay.letter set state = 'withdrawn', revision = 3`);
    await plant();
    expect(await kept()).toEqual([{ state: 'withdrawn', revision: 3 }]);
    expect(warned).toEqual([]);
  });

  it('is handed in by the next start where one was cut short, and keeps none from going on', async () => {
    await plantOnce(database, { airports, holidays });
    await plant(dying());
    expect(warned).toEqual(['example-letter-not-planted']);
    expect(await kept()).toEqual([{ state: 'written', revision: 1 }]);
    await plant();
    expect(await kept()).toEqual([{ state: 'screening', revision: 2 }]);
  });

  it('hands in no draft of somebody else’s words', async () => {
    await plantOnce(database, { airports, holidays });
    const others = Object.assign(Object.create(letters) as Letters, {
      write: (...[asker, id, body]: Parameters<Letters['write']>) =>
        letters.write(asker, id, { ...(body as object), text: 'Mine.' }),
      move: dying().move,
    });
    await plant(others);
    await plant();
    expect(await kept()).toEqual([{ state: 'written', revision: 1 }]);
  });
});
