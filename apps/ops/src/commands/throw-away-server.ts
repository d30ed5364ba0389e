import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@cellrelay/adapter-postgres';

/** Lends a packaged server in a temporary folder, and takes both away again whatever happens. */
export async function withThrowAwayServer<T>(use: (server: EmbeddedPostgres) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cellrelay-'));
  const server = await startEmbeddedPostgres({ dataFolder: path.join(folder, 'data'), log: () => undefined });
  try {
    return await use(server);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
