import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** The built board, or null where nobody has built it. */
export function boardFolder(): string | null {
  const folder = path.join(cloneFolder(), 'dist', 'board');
  return existsSync(path.join(folder, 'index.html')) ? folder : null;
}
