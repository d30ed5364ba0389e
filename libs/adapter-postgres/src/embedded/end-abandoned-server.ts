import { realpathSync } from 'node:fs';
import path from 'node:path';
import { endServer } from './end-server.js';
import { holdFolder } from './folder-hold.js';
import { clusterOf } from './home.js';

/**
 * Ends the server that a dead process left running on a data folder, without starting anything. What is in the folder stays; the answer is where that is,
 * for the folder of the server may be another one than the data folder.
 *
 * @throws DataFolderInUse when a living process holds the folder
 */
export async function endAbandonedServer(dataFolder: string, log: (line: string) => void): Promise<readonly string[]> {
  const folder = realpathSync(dataFolder);
  const hold = await holdFolder(folder);
  try {
    const cluster = clusterOf(folder);
    if (cluster === undefined) return [folder];
    await endServer(cluster, log);
    return [folder, path.dirname(cluster)];
  } finally {
    hold.letGo();
  }
}
