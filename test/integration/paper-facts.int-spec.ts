import { openDatabase, removeExamples, type Database } from '@cellrelay/adapter-postgres';
import { paperFactContract } from '@cellrelay/testkit';
import { donorOf, examplesKey, type NewPaperFact } from '@cellrelay/use-cases';
import pg from 'pg';
import { plantPaperFacts } from '../../apps/ops/src/examples/example-paper-facts.js';
import { plantOnce } from '../../apps/ops/src/examples/plant-once.js';
import { paperFactsOn } from '../../apps/ops/src/stack/api-side.js';
import { folding } from '../../apps/ops/src/stack/folding.js';
import { airports, holidays } from '../../apps/ops/src/stack/open-stack.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../support/database.js';
import { asked } from '../support/deliveries.js';

let where: ThrowAwayDatabase;
let api: Database;
const warned: string[] = [];

beforeAll(async () => {
  where = await throwAwayDatabase();
  api = await openDatabase({ url: where.apiUrl, folding });
});
afterAll(async () => {
  await api.close();
  await where.drop();
});

const plant = (database: Database = api): Promise<void> =>
  plantPaperFacts({ api: database }, { warn: (what) => warned.push(what) });
const count = async (): Promise<number> => {
  const [row] = await asked(where.ownerUrl, 'select count(*)::int as count from cellrelay.paper_fact');
  return (row as { count: number }).count;
};

paperFactContract('PostgreSQL', () =>
  Promise.resolve({
    store: api.paperFacts,
    audited: async (about) => {
      const lines = await asked(
        where.ownerUrl,
        `select text from cellrelay.audit_entry where kind = 'courier-passport-entered' and about = '${about}'`,
      );
      return lines.map(({ text }) => (JSON.parse(String(text)) as { data: { fields: string } }).data.fields);
    },
  }),
);

describe('what was entered for papers', () => {
  const entry: NewPaperFact<'postal'> = {
    ...{ kind: 'postal', about: 'o-1', goesWith: {}, audit: { about: 'o-1', fields: ['city'] } },
    body: { city: 'EXAMPLE City', lines: ['1 EXAMPLE Road'], phone: null },
  };
  const tried = async (url: string, statement: string): Promise<string> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client
      .query(statement)
      .then(
        () => 'done',
        (error: unknown) => (error as { code?: string }).code ?? '',
      )
      .finally(() => client.end());
  };

  it('is written by the api alone, and changed or deleted by nobody, the owner included', async () => {
    await api.paperFacts.enter({ account: 'coordinator', organisation: 'o' }, entry, 0);
    const insert = `insert into cellrelay.paper_fact (kind, about, revision, body, by) values ('postal', 'x', 1, '{}', 'x')`;
    expect(await tried(where.workerUrl, 'select from cellrelay.paper_fact')).toBe('done');
    expect(await tried(where.workerUrl, insert)).toBe('42501');
    const changes = [`update cellrelay.paper_fact set by = 'x'`, 'delete from cellrelay.paper_fact'];
    for (const statement of [...changes, 'truncate cellrelay.paper_fact']) {
      expect(await tried(where.apiUrl, statement)).toBe('42501');
      expect(await tried(where.ownerUrl, statement)).toBe('23001');
    }
  });

  it('leaves no entry where its line of the audit record cannot be written', async () => {
    const before = await count();
    const fields: readonly string[] = Object.assign([], {
      join: () => {
        throw new Error('killed');
      },
    });
    const unsaid = { ...entry, about: 'o-2', audit: { about: 'o-2', fields } };
    const entering = api.paperFacts.enter({ account: 'coordinator', organisation: 'o' }, unsaid, 0);
    await expect(entering).rejects.toThrow('killed');
    expect(await count()).toBe(before);
  });
});

describe('what papers of the examples say', () => {
  it('is nowhere without examples, planted once, and goes with them', async () => {
    const before = await count();
    await plant();
    expect(await count()).toBe(before);
    await plantOnce(api, { airports, holidays });
    await plant();
    const planted = await count();
    expect(planted).toBeGreaterThan(before + 5);
    await plant();
    expect(await count()).toBe(planted);
    await expectComplete();
    await removeExamples(api.pool, 'spec');
    expect(await count()).toBe(before);
    await plant();
    expect(await count()).toBe(before);
    expect(warned).toEqual([]);
  }, 120_000);
});

/** Of every example everything is known that somebody enters. */
async function expectComplete(): Promise<void> {
  const { rows } = await api.pool.query<{ id: Parameters<Database['shipments']['load']>[0] }>(
    'select id from cellrelay.shipment where example',
  );
  expect(rows).toHaveLength(2);
  for (const { id } of rows) {
    const shipment = await api.shipments.load(id);
    const entered = await paperFactsOn(api).of(id, shipment!);
    // Of a substitute who is in no pool no passport can be entered; no paper needs it.
    const { substitutePassport, ...needed } = entered;
    expect(substitutePassport).toBeUndefined();
    expect(Object.entries(needed).filter(([, value]) => value === undefined)).toEqual([]);
    expect(donorOf(shipment!)).not.toBeNull();
    expect(entered.issuer?.name).toMatch(/^EXAMPLE/);
  }
  expect(await api.paperFacts.newest([examplesKey])).toHaveLength(1);
}
