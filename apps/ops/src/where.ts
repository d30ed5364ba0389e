import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '@cellrelay/platform';

/** The folder of the clone: this file lies three levels below it as source, four when built. */
export function cloneFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const source = path.resolve(here, '../../..');
  return existsSync(path.join(source, 'package.json')) ? source : path.resolve(here, '../../../..');
}

/** Where the data lies: as set, else a folder of the clone that git ignores. */
export function dataFolderOf(configured: string | null): string {
  return path.resolve(configured ?? path.join(cloneFolder(), '.cellrelay'));
}

/** Where keys lie: as set, else in the data folder; null on a PostgreSQL of one's own, whose keys nobody has given a place. */
export function keysFolderOf(config: Pick<Config, 'keysFolder' | 'databaseUrl' | 'dataFolder'>): string | null {
  if (config.keysFolder !== null) return path.resolve(config.keysFolder);
  return config.databaseUrl === null ? path.join(dataFolderOf(config.dataFolder), 'keys') : null;
}

/** The built board, or null where nobody has built it. */
export function boardFolder(): string | null {
  const folder = path.join(cloneFolder(), 'dist', 'board');
  return existsSync(path.join(folder, 'index.html')) ? folder : null;
}
