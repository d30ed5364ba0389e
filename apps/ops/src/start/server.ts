import { startEmbeddedPostgres, type DatabaseUrls } from '@cellrelay/adapter-postgres';
import type { Config } from '@cellrelay/platform';
import { dataFolderOf, keysFolderOf } from '../where.js';

/** The database that this start runs on. */
export interface Server {
  readonly urls: Pick<DatabaseUrls, 'ownerUrl' | 'apiUrl' | 'workerUrl'>;
  /** For the person at the terminal; no password. */
  readonly says: string;
  readonly embedded: boolean;
  /** Where keys lie, if anywhere. */
  readonly keysFolder: string | null;
  announce(url: string): void;
  /** Whether the embedded server died and could not be brought back. */
  lost(): boolean;
  stop(): Promise<void>;
}

/** The server that DATABASE_URL names, or the one that comes with the packages. */
export async function openServer(config: Config, say: (line: string) => void): Promise<Server> {
  return config.databaseUrl === null ? embedded(config, say) : external(config, config.databaseUrl);
}

async function embedded(config: Config, say: (line: string) => void): Promise<Server> {
  const dataFolder = dataFolderOf(config.dataFolder);
  let lost = false;
  const server = await startEmbeddedPostgres({ dataFolder, log: say, onLost: () => (lost = true) });
  return {
    urls: server,
    says: `PostgreSQL of its own (${server.how}) on 127.0.0.1:${server.port}, data in ${dataFolder}`,
    embedded: true,
    keysFolder: keysFolderOf(config),
    announce: (url) => server.announce(url),
    lost: () => lost,
    stop: () => server.stop(),
  };
}

/** One role for all: whoever sets up a server of their own may give api and worker roles later, by what `migrate` grants. */
function external(config: Config, url: string): Server {
  const { host, pathname } = new URL(url);
  return {
    urls: { ownerUrl: url, apiUrl: url, workerUrl: url },
    says: `PostgreSQL at ${host}${pathname}, from DATABASE_URL`,
    embedded: false,
    keysFolder: keysFolderOf(config),
    announce: () => undefined,
    lost: () => false,
    stop: () => Promise.resolve(),
  };
}
