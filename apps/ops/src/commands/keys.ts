import { backupKeys, renewKeys, restoreKeys } from '@cellrelay/adapter-postgres';
import { FileIdentityVault, FileWordsVault, readConfig } from '@cellrelay/platform';
import { wordsSides } from '@cellrelay/shipment';
import { keysFolderOf } from '../where.js';
import { withServer } from './with-server.js';

const needsFile = 'Say which file: keys backup FILE, keys restore FILE.';

/** `keys backup FILE`, `keys restore FILE`, `keys renew`: the keys of identities and of words, which no backup of the data holds. */
export function keysCommand([what = '', file]: readonly string[]): Promise<number> {
  if (what === 'renew' && file === undefined) return renew();
  if (what !== 'backup' && what !== 'restore') return told('Say backup FILE, restore FILE or renew.');
  if (file === undefined) return told(needsFile);
  return withServer(async ({ ownerUrl }) => {
    console.log(what === 'backup' ? await keptIn(ownerUrl, file) : await broughtBack(ownerUrl, file));
    return 0;
  });
}

async function keptIn(ownerUrl: string, file: string): Promise<string> {
  const keys = await backupKeys(ownerUrl, file);
  return `${keys} wrapped keys. They open nothing without the files in the folder of keys: keep these apart from them, and both apart from the data.`;
}

async function broughtBack(ownerUrl: string, file: string): Promise<string> {
  const { restored, had } = await restoreKeys(ownerUrl, file);
  return `${restored} of ${had} keys came back; the others are there, or what they open is erased or gone.`;
}

function renew(): Promise<number> {
  const folder = keysFolderOf(readConfig());
  const vaults = { identities: new FileIdentityVault(folder), words: new FileWordsVault(folder) };
  return withServer(async ({ ownerUrl }) => {
    for (const side of wordsSides) {
      const { newest, before, keys } = await renewKeys(ownerUrl, vaults, side);
      console.log(`${keys} keys of the ${side}'s side are wrapped by ${newest} now.`);
      if (before.length > 0)
        console.log(
          `Nothing here needs ${before.join(', ')}: destroyed everywhere, earlier backups of keys open nothing.`,
        );
    }
    return 0;
  });
}

function told(sentence: string): Promise<number> {
  console.error(sentence);
  return Promise.resolve(1);
}
