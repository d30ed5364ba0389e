import { openDatabase, type Database } from '@cellrelay/adapter-postgres';
import { folding } from '../../../apps/ops/src/stack/folding.js';

/** The real store on a pool of that size, with the usual memory of states unless told. */
export function openStore(
  url: string,
  poolSize: number,
  memory: { readonly remembers?: number } = {},
): Promise<Database> {
  return openDatabase({ url, poolSize, applicationName: 'cellrelay bench', folding, ...memory });
}
