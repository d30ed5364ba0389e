import { openDataFolder } from './data-folder.js';
import { DataFolderInUse } from './embedded-errors.js';
import { mainOf } from './end-server.js';
import { clusterOf } from './home.js';
import { readPostmasterFile } from './postmaster-file.js';
import { secretsOf } from './secrets.js';
import { knock } from './sign-in.js';
import {
  DEFAULT_DATABASE,
  startEmbeddedPostgres,
  urlsOf,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './start-embedded-postgres.js';
import { until } from './waiting.js';

const COMES_UP_WITHIN_MS = 20_000;

/**
 * For commands that are run beside a running application (verify, backup, password): uses the server of whoever holds the folder, and starts one only when nobody does. Ending
 * a joined one ends nothing.
 *
 * @throws DataFolderInUse when the holder's server does not answer
 * @throws EmbeddedPostgresError as startEmbeddedPostgres
 */
export async function joinEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres(options);
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    const joined = await join(openDataFolder(options.dataFolder), options.database ?? DEFAULT_DATABASE);
    if (joined === undefined) throw error;
    return joined;
  }
}

async function join(dataFolder: string, database: string): Promise<EmbeddedPostgres | undefined> {
  let port: number | undefined;
  await until(async () => (port = await answeringPort(dataFolder)) !== undefined, COMES_UP_WITHIN_MS);
  if (port === undefined) return undefined;
  return {
    ...urlsOf(port, secretsOf(dataFolder), database),
    port,
    how: 'joined',
    announce: () => undefined,
    stop: () => Promise.resolve(),
  };
}

async function answeringPort(dataFolder: string): Promise<number | undefined> {
  const cluster = clusterOf(dataFolder);
  const port = cluster === undefined || mainOf(cluster).length === 0 ? undefined : readPostmasterFile(cluster)?.port;
  if (cluster === undefined || port === undefined) return undefined;
  return (await knock(port, secretsOf(dataFolder).admin, cluster)) === 'ready' ? port : undefined;
}
