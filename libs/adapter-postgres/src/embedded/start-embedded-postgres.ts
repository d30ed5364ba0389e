import { folderUnusable, openDataFolder } from './data-folder.js';
import { checkDatabaseName } from './database-name.js';
import { endServer } from './end-server.js';
import { APPLICATION_ROLES, ensureDatabase } from './ensure-database.js';
import { ensureServer, type RunningServer, type ServerWish } from './ensure-server.js';
import { holdFolder, type FolderHold } from './folder-hold.js';
import { noteWhereItIs, openHome } from './home.js';
import { ADMIN_ROLE, ensureCluster } from './init-cluster.js';
import { type ServerSettings } from './launch.js';
import { secretsOf, type Secrets } from './secrets.js';
import { codeOf } from './thrown.js';
import { urlOf } from './sign-in.js';
import { watchServer } from './watch-server.js';

/** What the packaged server is started with. */
export interface EmbeddedPostgresOptions {
  /** Made, mode 0700, when it is not there. */
  readonly dataFolder: string;
  /** Gets plain sentences for the person who started the program; never a password. */
  readonly log: (line: string) => void;
  /** Made when it is not there, empty. Default `cellrelay`. */
  readonly database?: string;
  /** Further settings of the server, by PostgreSQL's names. Durability and the address listened on cannot be set. */
  readonly settings?: ServerSettings;
  /** Told when a server that died could not be brought back. By default only the log says so. */
  readonly onLost?: (error: Error) => void;
}

/** Addresses of one database, one for each role. They hold passwords: not for logs. */
export interface DatabaseUrls {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly apiUrl: string;
  readonly workerUrl: string;
}

/** The packaged server, up and answering. */
export interface EmbeddedPostgres extends DatabaseUrls {
  readonly port: number;
  /** `made` with a new cluster, `started`, `adopted` from a start that was killed, or `joined`: another living process's own. */
  readonly how: 'made' | 'started' | 'adopted' | 'joined';
  /** Tells whoever starts on the same folder where the board is. */
  announce(url: string): void;
  /** Ends the server (unless joined) and lets the folder go. To be called last, after the pools are closed; may be called again. */
  stop(): Promise<void>;
}

/** The database when none is named. */
export const DEFAULT_DATABASE = 'cellrelay';

/**
 * Starts the PostgreSQL that comes with the packages on a data folder, or adopts the one that a killed start left running there. Touches no other PostgreSQL.
 *
 * @throws DataFolderInUse when a living process holds the folder
 * @throws EmbeddedPostgresError with a code and a sentence that says what to do; what was in the folder is as it was
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  checkDatabaseName(options.database ?? DEFAULT_DATABASE);
  const dataFolder = openDataFolder(options.dataFolder);
  try {
    return await startIn(dataFolder, options);
  } catch (error) {
    throw NOT_WRITABLE.has(codeOf(error)) ? folderUnusable(dataFolder, error) : error;
  }
}

/** What a full or read-only disk answers with, wherever it is met first. */
const NOT_WRITABLE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EIO']);

async function startIn(dataFolder: string, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const hold = await holdFolder(dataFolder);
  try {
    return await startHeld(dataFolder, hold, options);
  } catch (error) {
    hold.letGo();
    throw error;
  }
}

async function startHeld(
  dataFolder: string,
  hold: FolderHold,
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const home = openHome(dataFolder, options.log);
  const secrets = secretsOf(dataFolder);
  const made = await ensureCluster(home, secrets.admin);
  noteWhereItIs(home);
  const wish: ServerWish = { home, adminPassword: secrets.admin, settings: options.settings ?? {}, log: options.log };
  const server = await ensureServer(wish);
  try {
    return await serve(wish, server, { secrets, hold, made, options });
  } catch (error) {
    await endServer(home.cluster, options.log);
    throw error;
  }
}

interface Start {
  readonly secrets: Secrets;
  readonly hold: FolderHold;
  readonly made: boolean;
  readonly options: EmbeddedPostgresOptions;
}

async function serve(wish: ServerWish, server: RunningServer, start: Start): Promise<EmbeddedPostgres> {
  const { secrets, hold, made, options } = start;
  const database = options.database ?? DEFAULT_DATABASE;
  await ensureDatabase(server.port, secrets, database);
  const watched = await watchServer(wish, server, options.onLost ?? (() => undefined));
  return {
    ...urlsOf(server.port, secrets, database),
    port: server.port,
    how: made ? 'made' : server.adopted ? 'adopted' : 'started',
    announce: (url) => hold.announce(url),
    stop: async () => {
      await watched.stop();
      hold.letGo();
    },
  };
}

/** The addresses of a database on the packaged server, role by role. */
export function urlsOf(port: number, secrets: Secrets, database: string): DatabaseUrls {
  return {
    superuserUrl: urlOf(port, ADMIN_ROLE, secrets.admin, database),
    ownerUrl: urlOf(port, APPLICATION_ROLES.owner, secrets.owner, database),
    apiUrl: urlOf(port, APPLICATION_ROLES.api, secrets.api, database),
    workerUrl: urlOf(port, APPLICATION_ROLES.worker, secrets.worker, database),
  };
}
