import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { folding } from '../../../apps/ops/src/stack/folding.js';

/** The real store on a pool of that size. */
export function openStore(url: string, poolSize: number): Promise<Database> {
  return openDatabase({ url, poolSize, applicationName: 'cellrelay bench', folding });
}
