import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { installReplayClock, openDatabase, type Database } from '@cellrelay/adapter-postgres';
import type { Instant, LocalDate } from '@cellrelay/kernel';
import { createPasswords, FileWordsVault, KeyFiles } from '@cellrelay/platform';
import { foldVersion, type OrganisationKind } from '@cellrelay/shipment';
import { throwAwayDatabase, type ThrowAwayDatabase } from '../../../support/database.js';
import { organisationOf } from '../../../support/example-people.js';
import { readersIn, type Reader } from './readers.js';

/** Parts of a shipment, and of what kind whoever takes them is. */
export const parts = {
  'donor-registry': 'registry',
  'patient-registry': 'registry',
  'collection-centre': 'collection-centre',
  'transplant-centre': 'transplant-centre',
  'courier-company': 'courier-company',
} as const satisfies Record<string, OrganisationKind>;
export type Part = keyof typeof parts;

/** A database with organisations, people and keys, and with its clocks and its ids seeded. Every run has a copy of it. */
export interface Ground {
  readonly readers: readonly Reader[];
  readonly organisations: Readonly<Record<Part, string>>;
  /** An account of the donor's registry that asks nothing itself: it may be ended. */
  readonly spare: string;
  /** Sealing and signing keys: the same in every run. */
  readonly keysFolder: string;
  copy(): Promise<ThrowAwayDatabase>;
  close(): Promise<void>;
}

/** The clock of shipments before the first step of any journey. */
const start = '2024-01-01T00:00:00.000Z' as Instant;

/** Where an id is drawn by the database, it is drawn from one sequence; the clock that sessions and the audit record live by stands still. */
const seeding = (wall: string): readonly string[] => [
  'create sequence cellrelay.seeded',
  `create function cellrelay.seeded_uuid() returns uuid language sql volatile security definer set search_path = pg_catalog
   as $$ select md5('seed ' || nextval('cellrelay.seeded'))::uuid $$`,
  `do $$ declare c record; begin
     for c in select table_name, column_name from information_schema.columns where table_schema = 'cellrelay' and column_default = 'gen_random_uuid()' loop
       execute format('alter table cellrelay.%I alter column %I set default cellrelay.seeded_uuid()', c.table_name, c.column_name);
     end loop; end $$`,
  `create or replace function cellrelay.wall_clock() returns timestamptz language sql volatile as $$ select '${wall}'::timestamptz $$`,
];

/** Makes it. The wall clock stands at the moment of the making, so that sessions last as long as the tests do. */
export async function openGround(origin: string): Promise<Ground> {
  const own = await throwAwayDatabase();
  const keysFolder = await mkdtemp(path.join(tmpdir(), 'interference-keys-'));
  const owner = new pg.Client({ connectionString: own.ownerUrl });
  await owner.connect();
  for (const statement of seeding(new Date().toISOString())) await owner.query(statement);
  await owner.end();
  await (await installReplayClock(own.ownerUrl, start)).close();
  await onStores(own.ownerUrl, async ({ signingKeys }) => signingKeys.takeUp(await new KeyFiles(keysFolder).make()));
  // Made when they are needed, they would be made in the first run alone.
  for (const side of ['donor', 'patient', 'operator'] as const) await new FileWordsVault(keysFolder).renew(side);
  const made = await onStores(own.apiUrl, (database) => peopled(database, origin));
  return {
    ...made,
    keysFolder,
    copy: () => throwAwayDatabase({ template: own.name }),
    close: async () => {
      await own.drop();
      await rm(keysFolder, { recursive: true, force: true });
    },
  };
}

async function onStores<T>(url: string, use: (database: Database) => Promise<T>): Promise<T> {
  const folding = { version: foldVersion, refold: () => Promise.reject(new Error('nothing is stored')) as never };
  const database = await openDatabase({ url, folding, poolSize: 2 });
  return use(database).finally(() => database.close());
}

async function peopled(
  database: Database,
  origin: string,
): Promise<Pick<Ground, 'readers' | 'organisations' | 'spare'>> {
  const hash = await createPasswords({ memoryKiB: 64, passes: 1 }).hash(password);
  const made: [string, string][] = [];
  for (const [part, kind] of Object.entries(parts))
    made.push([part, await organisationOf(database, `EXAMPLE ${part}`, kind)]);
  const stranger = await organisationOf(database, 'EXAMPLE stranger', 'registry');
  const organisations = Object.fromEntries(made) as Ground['organisations'];
  await database.couriers.put(courier, 0);
  await enteredForPapers(database, organisations);
  const readers = await readersIn(database, { origin, hash, password, organisations, stranger, courier: courier.id });
  const acting = { person: 'EXAMPLE spare', role: 'physician', organisation: organisations['donor-registry'] } as const;
  const spare = await database.accounts.create('spare', hash, { ...acting, courier: null });
  return { organisations, readers, spare: spare?.id ?? '' };
}

/** What papers say of the site, the parties and the courier: the same in all tellings. */
async function enteredForPapers({ paperFacts }: Database, organisations: Ground['organisations']): Promise<void> {
  const by = { account: 'operator-coordinator', organisation: organisations['donor-registry'] };
  const audit = { about: 'papers', fields: [] };
  const address = { city: 'EXAMPLE City', lines: ['1 EXAMPLE Road'], phone: '+1 555 010 0100' };
  const passport = { number: 'EXAMPLE0001', country: 'US', validUntil: '2031-01-01' as LocalDate };
  for (const organisation of Object.values(organisations)) {
    const entry = { kind: 'postal', about: organisation, body: address, goesWith: { organisation }, audit } as const;
    await paperFacts.enter(by, entry, 0);
  }
  const body = { passport, holder: courier.name };
  await paperFacts.enter(by, { kind: 'passport', about: courier.id, body, goesWith: {}, audit }, 0);
}

/** Everybody's. */
const password = 'four words chosen well';

const courier: Parameters<Database['couriers']['put']>[0] = {
  ...{
    id: 'courier-81',
    name: 'EXAMPLE K. Pool',
    company: 'EXAMPLE Couriers',
    phone: '+1 555 010 0170',
    basedIn: 'US',
  },
  ...{ trainedUntil: '2030-01-01' as LocalDate, visas: [], languages: ['en'], restUntil: null },
  passports: [{ country: 'US', validUntil: '2031-01-01' as LocalDate }],
};
