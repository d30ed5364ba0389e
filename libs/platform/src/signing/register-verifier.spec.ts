import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { instantOf } from '@cellrelay/kernel';
import { FileSigner } from './file-signer.js';
import { KeyFiles } from './key-files.js';
import { RegisterVerifier } from './register-verifier.js';

const from = instantOf('2026-11-26T08:00:00.000Z')!;

describe('a verifier', () => {
  it('takes what a key of the register has signed, in use or retired, and nothing else', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'cellrelay-keys-'));
    const files = new KeyFiles(folder);
    const [old, fresh, foreign] = [await files.make(), await files.make(), await files.make()];
    const keys = [
      { ...fresh, from, retiredAt: null },
      { ...old, from, retiredAt: from },
    ];
    const verifier = new RegisterVerifier({ list: () => Promise.resolve(keys) });
    const signed = (key: typeof old) =>
      new FileSigner({ current: () => Promise.resolve({ ...key, from, retiredAt: null }) }, files).sign('EXAMPLE 北京');
    const [byOld, byFresh, byForeign] = [await signed(old), await signed(fresh), await signed(foreign)];
    expect(await verifier.verifies('EXAMPLE 北京', byOld)).toBe(true);
    expect(await verifier.verifies('EXAMPLE 北京', byFresh)).toBe(true);
    expect(await verifier.verifies('EXAMPLE 北', byFresh)).toBe(false);
    expect(await verifier.verifies('EXAMPLE 北京', byForeign)).toBe(false);
    expect(await verifier.verifies('EXAMPLE 北京', { ...byForeign, key: fresh.id })).toBe(false);
    expect(await verifier.verifies('EXAMPLE 北京', { ...byFresh, signature: '' })).toBe(false);
    await rm(folder, { recursive: true });
  });
});
