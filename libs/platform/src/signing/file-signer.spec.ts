import { createPublicKey, verify } from 'node:crypto';
import { mkdtemp, open, readdir, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { instantOf } from '@cellrelay/kernel';
import { signedStatement, type SigningKey } from '@cellrelay/use-cases';
import { FileSigner } from './file-signer.js';
import { keyIdOf, KeyFiles } from './key-files.js';

const at = instantOf('2026-11-26T08:00:00.000Z')!;
const statement = { type: 'cellrelay-example', version: 1, at, name: 'Ærø 北京' };

let folder: string;
let files: KeyFiles;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'cellrelay-keys-'));
  files = new KeyFiles(path.join(folder, 'keys'));
});
afterEach(() => rm(folder, { recursive: true }));

const registered = (key: Pick<SigningKey, 'id' | 'publicKey'> | null) => ({
  current: () => Promise.resolve(key === null ? null : { ...key, from: at, retiredAt: null }),
});
const fits = (publicKey: string, signed: string, signature: string) =>
  verify(null, Buffer.from(signed), createPublicKey(publicKey), Buffer.from(signature, 'base64'));

describe('a signer', () => {
  it('signs a statement in its canonical form, with the key’s id in it', async () => {
    const key = await files.make();
    const { signed, signature } = await signedStatement(new FileSigner(registered(key), files), statement);
    expect(signed).toBe(
      `{"at":"2026-11-26T08:00:00.000Z","key":"${key.id}","name":"Ærø 北京","type":"cellrelay-example","version":1}`,
    );
    expect(fits(key.publicKey, signed, signature)).toBe(true);
    expect(fits(key.publicKey, signed.replace('Ærø', 'Aero'), signature)).toBe(false);
    expect(fits((await files.make()).publicKey, signed, signature)).toBe(false);
    expect(keyIdOf(createPublicKey(key.publicKey))).toBe(key.id);
  });

  it('keeps private keys where only their owner reads them', async () => {
    const { id } = await files.make();
    const [file] = await readdir(path.join(folder, 'keys'));
    expect(file).toBe(`signing-${id}.pem`);
    expect((await stat(path.join(folder, 'keys', file!))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(folder, 'keys'))).mode & 0o777).toBe(0o700);
  });

  it('has a private key on the disk, and its name in the folder, before it is told of', async () => {
    const handle = await open(folder, 'r');
    await handle.close();
    const synced: { ino: number; size: number }[] = [];
    const handles = Object.getPrototypeOf(handle) as FileHandle;
    const { sync } = handles;
    handles.sync = async function (this: FileHandle) {
      synced.push(await this.stat());
      await sync.call(this);
    };
    const { id } = await files.make().finally(() => {
      handles.sync = sync;
    });
    const keys = path.join(folder, 'keys');
    const [file, around] = [await stat(path.join(keys, `signing-${id}.pem`)), await stat(keys)];
    expect(synced.map(({ ino }) => ino)).toEqual([file.ino, around.ino]);
    expect(synced[0]?.size).toBe(file.size);
  });

  it('refuses without a folder, without a key in use, and without its private half', async () => {
    const code = (made: Promise<unknown>) => made.catch((error: { refusal: { code: string } }) => error.refusal.code);
    expect(await code(new KeyFiles(null).make())).toBe('keys-missing');
    expect(await code(new FileSigner(registered(null), files).sign('x'))).toBe('signing-key-missing');
    const [one, other] = [await files.make(), await files.make()];
    const file = ({ id }: { id: string }) => path.join(folder, 'keys', `signing-${id}.pem`);
    const signer = new FileSigner(registered(one), files);
    await rename(file(other), file(one));
    expect(await code(signer.sign('x'))).toBe('signing-key-missing');
    await writeFile(file(one), 'no key');
    expect(await code(signer.sign('x'))).toBe('signing-key-missing');
    await rm(file(one));
    expect(await code(signer.ready())).toBe('signing-key-missing');
    expect(await code(new FileSigner(registered(one), new KeyFiles(null)).sign('x'))).toBe('keys-missing');
  });

  it('states nothing for a key that was retired while it signed', async () => {
    const key = () => Promise.resolve('a');
    const sign = () => Promise.resolve({ key: 'b', signature: '' });
    const signer = { key, sign, ready: () => Promise.resolve() };
    await expect(signedStatement(signer, statement)).rejects.toThrow('another key');
  });
});
