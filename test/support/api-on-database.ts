import { openTypesetter } from '@cellrelay/adapter-documents';
import { openDatabase, PostgresWords, type Database } from '@cellrelay/adapter-postgres';
import { FileWordsVault, configOf, createLogger, createPasswords } from '@cellrelay/platform';
import { fold, foldVersion } from '@cellrelay/shipment';
import {
  SitePolicies,
  BoardQuestions,
  BorderRules,
  IssueCommand,
  loggedEventOf,
  noRelay,
  reached,
  TakeCommand,
  type Mailer,
} from '@cellrelay/use-cases';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { createApi } from '../../apps/api/src/create-api.js';
import { signInBy } from '../../apps/ops/src/start/sign-in-by.js';
import { ordersOn, paperFactsOn } from '../../apps/ops/src/stack/api-side.js';
import { calendarsOf } from '../../apps/ops/src/stack/calendars-of.js';
import { exportsOf } from '../../apps/ops/src/stack/exports-of.js';
import { linksOf } from '../../apps/ops/src/stack/links-of.js';
import { codesBy, labelsOn, papersOn, type SiteAddress } from '../../apps/ops/src/stack/papers-on.js';
import { identitiesOn, lettersOn, scansOn } from '../../apps/ops/src/stack/walls-on.js';
import { airports, holidays } from '../../apps/ops/src/stack/open-stack.js';
import { readingsOn } from '../../apps/ops/src/stack/readings-on.js';
import { endpointsOn } from '../../apps/ops/src/stack/sending-of.js';
import { standardLimits, type LimitFigures } from '../../apps/api/src/limits/limits.js';
import { builtFileReader } from './built-file-reader.js';
import { throwAwayDatabase, type ThrowAwayDatabase } from './database.js';
import { firstCoordinator } from './first-coordinator.js';

/** The API over a database of its own, listening, with somebody signed in. No queue and no worker: nothing rings. */
export interface RunningApi {
  readonly url: string;
  readonly http: ReturnType<typeof request>;
  /** Headers of whoever is signed in. */
  readonly signedIn: { readonly Cookie: string; readonly Origin: string };
  readonly password: string;
  readonly own: ThrowAwayDatabase;
  readonly database: Database;
  readonly logged: readonly string[];
  readonly keysFolder: string;
  close(): Promise<void>;
}

/** Hashing at its least: what it costs is measured elsewhere. */
const passwords = createPasswords({ memoryKiB: 64, passes: 1 });

/** Starts it. Passwords are hashed cheaply, everything else is as in use. */
export async function apiOnDatabase(
  figures: Partial<LimitFigures> = {},
  { mailer, env = {} }: { readonly mailer?: Mailer; readonly env?: Record<string, string> } = {},
): Promise<RunningApi> {
  const own = await throwAwayDatabase();
  const database = await databaseOf(own);
  const logged: string[] = [];
  const config = configOf(env);
  const logger = createLogger({ level: 'info', form: 'json', write: (line) => logged.push(line) });
  const issue = new IssueCommand(database.shipments, noRelay, reached, holidays);
  const policies = new SitePolicies(database.policies, { airports, holidays });
  const keysFolder = await mkdtemp(path.join(tmpdir(), 'cellrelay-api-keys-'));
  const words = new PostgresWords(database.pool, new FileWordsVault(keysFolder));
  const first = await firstCoordinator(database.accounts, passwords);
  const takeCommand = new TakeCommand({
    issue,
    store: database.shipments,
    airports,
    policies,
    couriers: database.couriers,
    organisations: database.organisations,
    loggers: database.loggers,
    words,
  });
  const rules = new BorderRules(database.rules, database.shipments, () => database.clock.now());
  const typesetter = openTypesetter({ timeLimitMillis: 60_000 });
  const site: SiteAddress = { origin: config.web.origin };
  const paperTools = { issue, typesetter, words, codes: codesBy(database, keysFolder, site) };
  const app = await createApi(
    {
      takeCommand,
      links: linksOf(database, takeCommand, config.keysFolder),
      ...calendarsOf(database),
      savedViews: database.savedViews,
      questions: new BoardQuestions(database.shipments, database.board),
      policies,
      ...labelsOn(database, paperFactsOn(database), typesetter),
      paperFacts: paperFactsOn(database),
      orders: ordersOn(database, takeCommand, policies),
      rules,
      papers: papersOn(database, { rules, entered: paperFactsOn(database) }, paperTools),
      figures: database.figures,
      accounts: database.accounts,
      ownAccounts: database.ownAccounts,
      people: database.people,
      passwords,
      board: database.board,
      changes: database.changes,
      airports,
      couriers: database.couriers,
      onCall: database.onCall,
      ...identitiesOn(database, keysFolder),
      ...lettersOn(database, keysFolder),
      ...readingsOn(database, issue, { logger, files: builtFileReader() }),
      scans: scansOn(database, issue, keysFolder),
      loggers: database.loggers,
      words,
      clock: database.clock,
      downtimes: database.downtimes,
      deliveryRecord: database.deliveryRecord,
      endpoints: endpointsOn(database, keysFolder),
      audit: database.audit,
      exports: exportsOf(database, config.keysFolder),
      config,
      ...signInBy(config, database.providerLinks),
      ...(mailer === undefined ? {} : { mailer }),
      logger,
      health: { database: async () => ({ ok: (await database.clock.now()) !== '', says: 'reachable' }) },
      boardFolder: null,
    },
    { ...standardLimits, ...figures },
  );
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('localhost', '127.0.0.1');
  site.origin ??= url;
  const http = request(url);
  const answer = await http.post('/api/v1/session').set('Origin', url).send(first).expect(200);
  return {
    url,
    http,
    signedIn: { Cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '', Origin: url },
    password: first.password,
    own,
    database,
    logged,
    keysFolder,
    close: async () => {
      await app.close();
      await typesetter.close();
      await database.close();
      await own.drop();
      await rm(keysFolder, { recursive: true, force: true });
    },
  };
}

function databaseOf(own: ThrowAwayDatabase): Promise<Database> {
  return openDatabase({
    url: own.apiUrl,
    applicationName: 'cellrelay e2e',
    folding: { version: foldVersion, refold: (entries) => fold(entries.map((entry) => loggedEventOf(entry.text))) },
  });
}
