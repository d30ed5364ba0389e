import type { WrappedKey } from '@cellrelay/use-cases';
import { folderOrRefuse, keyFilesIn, keyIn, makeKeyFile } from './key-files.js';
import { sealed, unsealed } from './sealing.js';

/** Keys that are wrapped by the newest key of a purpose, which lies as a file in that folder. The first is made when it is needed. `bound`: whose a wrapped key is, said again to open it. */
export class SideKeys {
  constructor(private readonly folder: string | null) {}

  async wrap(
    key: Uint8Array,
    { id, purpose, bound }: { id: string; purpose: string; bound: string },
  ): Promise<WrappedKey> {
    const folder = folderOrRefuse(this.folder);
    const { name } = (await keyFilesIn(folder, purpose)).at(-1) ?? (await makeKeyFile(folder, purpose));
    return { id, wrappedBy: name, wrapped: sealed(await keyIn(folder, name), bound, key) };
  }

  async unwrap({ wrappedBy, wrapped }: WrappedKey, bound: string): Promise<Buffer> {
    return unsealed(await keyIn(folderOrRefuse(this.folder), wrappedBy), bound, wrapped);
  }

  async renew(purpose: string): Promise<{ newest: string; before: readonly string[] }> {
    const folder = folderOrRefuse(this.folder);
    const before = (await keyFilesIn(folder, purpose)).map((file) => file.name);
    return { newest: (await makeKeyFile(folder, purpose)).name, before };
  }
}
