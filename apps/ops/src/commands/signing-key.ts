import { KeyFiles, readConfig } from '@cellrelay/platform';
import type { SigningKey } from '@cellrelay/use-cases';
import { keysFolderOf } from '../where.js';
import { withDatabase } from './with-server.js';

/** Makes a key to sign exports with, and retires the one before: what that has signed is checked with its public half for good. */
export function rotateKeyCommand(): Promise<number> {
  return withDatabase('ownerUrl', async ({ signingKeys }) => {
    const key = await new KeyFiles(keysFolderOf(readConfig())).make();
    await signingKeys.takeUp(key);
    console.log(`${key.id} signs from now on. Its private half is in the folder of keys; give its public half away:`);
    console.log(key.publicKey.trimEnd());
    return 0;
  });
}

/** Lists the register, the newest first. */
export function listKeysCommand(): Promise<number> {
  return withDatabase('apiUrl', async ({ signingKeys }) => {
    const keys = await signingKeys.list();
    for (const { id, from, retiredAt } of keys) console.log(`${id}  from ${from}  ${retiredText(retiredAt)}`);
    if (keys.length === 0) console.log('There is no key yet: npm run ops -- signing-key rotate');
    return 0;
  });
}

/** Prints the public half of a key; of the one in use unless named. */
export function publicKeyCommand([id]: readonly string[]): Promise<number> {
  return withDatabase('apiUrl', async ({ signingKeys }) => {
    const keys = await signingKeys.list();
    const key = keys.find((each) => (id === undefined ? each.retiredAt === null : each.id === id));
    if (key === undefined) console.error(id === undefined ? 'There is no key in use.' : 'There is no such key.');
    else console.log(key.publicKey.trimEnd());
    return key === undefined ? 1 : 0;
  });
}

function retiredText(at: SigningKey['retiredAt']): string {
  return at === null ? 'in use' : `retired ${at}`;
}
