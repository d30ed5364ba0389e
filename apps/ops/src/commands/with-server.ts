import { joinEmbeddedPostgres, openDatabase, type Database, type DatabaseUrls } from '@cellrelay/adapter-postgres';
import { readConfig } from '@cellrelay/platform';
import { folding } from '../stack/folding.js';
import { dataFolderOf } from '../where.js';

type Urls = Pick<DatabaseUrls, 'ownerUrl' | 'apiUrl' | 'workerUrl'>;

/** Lends the addresses of the database in use: of DATABASE_URL, or of the data folder, joined when the software runs and started for this command when not. */
export async function withServer<T>(use: (urls: Urls) => Promise<T>): Promise<T> {
  const { databaseUrl, dataFolder } = readConfig();
  if (databaseUrl !== null) return use({ ownerUrl: databaseUrl, apiUrl: databaseUrl, workerUrl: databaseUrl });
  const server = await joinEmbeddedPostgres({
    dataFolder: dataFolderOf(dataFolder),
    log: (line) => console.error(line),
  });
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

/** Lends the stores of the database in use, as one of its roles. */
export function withDatabase<T>(role: keyof Urls, use: (database: Database, urls: Urls) => Promise<T>): Promise<T> {
  return withServer(async (urls) => {
    const database = await openDatabase({ url: urls[role], applicationName: 'cellrelay ops', poolSize: 2, folding });
    try {
      return await use(database, urls);
    } finally {
      await database.close();
    }
  });
}
