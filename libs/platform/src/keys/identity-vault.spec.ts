import { mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ShipmentId } from '@cellrelay/kernel';
import type { Side, Whose, WrappedKey } from '@cellrelay/use-cases';
import { FileIdentityVault } from './identity-vault.js';

const shipment = '0190b2f0-0000-7000-8000-000000000001' as ShipmentId;
const other = '0190b2f0-0000-7000-8000-000000000002' as ShipmentId;
const donor: Whose = { shipment, side: 'donor', subject: 'donor' };
const patient: Whose = { shipment, side: 'patient', subject: 'R1' };
const text = '{"name":"EXAMPLE 王 علی"}';

let folder: string;
let vault: FileIdentityVault;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'cellrelay-keys-')), 'keys');
  vault = new FileIdentityVault(folder);
});
afterEach(() => rm(path.dirname(folder), { recursive: true }));

async function kept(whose: Whose, revision = 1): Promise<{ key: WrappedKey; sealed: Uint8Array; revision: number }> {
  const key = await vault.newKey(whose);
  return { key, sealed: await vault.seal(key, whose, { revision, text }), revision };
}

describe('the vault', () => {
  it('opens what it sealed, in any script, and shows nothing of it', async () => {
    const { key, ...rest } = await kept(donor);
    expect(await vault.open(key, donor, rest)).toBe(text);
    expect(Buffer.from(rest.sealed).includes('EXAMPLE')).toBe(false);
    const again = await vault.seal(key, donor, { revision: 1, text });
    expect(Buffer.from(again).equals(Buffer.from(rest.sealed))).toBe(false);
  });

  it.each<[string, Whose, number]>([
    ['another shipment', { ...donor, shipment: other }, 1],
    ['the other side', { ...donor, side: 'patient' }, 1],
    ['another subject', { ...donor, subject: 'R1' }, 1],
    ['another revision', donor, 2],
  ])('opens nothing for %s', async (_what, whose, revision) => {
    const { key, sealed } = await kept(donor);
    await expect(vault.open(key, whose, { revision, sealed })).rejects.toThrow();
  });

  it('opens nothing with another person’s key, nor with a byte changed anywhere', async () => {
    const { key, ...rest } = await kept(donor);
    const { key: others } = await kept(patient);
    await expect(vault.open(others, donor, rest)).rejects.toThrow();
    await expect(vault.open({ ...key, wrapped: others.wrapped }, donor, rest)).rejects.toThrow();
    for (const at of rest.sealed.keys()) {
      const changed = Buffer.from(rest.sealed);
      changed[at]! ^= 1;
      await expect(vault.open(key, donor, { ...rest, sealed: changed })).rejects.toThrow();
    }
  });

  it('has a key of each side in a file of its own, for its owner alone', async () => {
    await kept(donor);
    await kept(donor);
    await kept(patient);
    const files = (await readdir(folder)).sort();
    expect(files).toEqual([
      expect.stringMatching(/^identity-donor-1-[0-9a-f]{8}\.key$/),
      expect.stringMatching(/^identity-patient-1-[0-9a-f]{8}\.key$/),
    ]);
    for (const file of files) expect((await stat(path.join(folder, file))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('wraps by the newest key once it is renewed, and opens what the older one wrapped until it is gone', async () => {
    const { key, ...rest } = await kept(donor);
    const { newest, before } = await vault.renew('donor');
    expect(before).toEqual([key.wrappedBy]);
    const anew = await vault.rewrapped(key, donor);
    expect([anew.id, anew.wrappedBy]).toEqual([key.id, newest]);
    await rm(path.join(folder, `${key.wrappedBy}.key`));
    expect(await vault.open(anew, donor, rest)).toBe(text);
    await expect(vault.open(key, donor, rest)).rejects.toMatchObject({ refusal: { code: 'keys-missing' } });
    expect((await vault.newKey(donor)).wrappedBy).toBe(newest);
  });

  it('counts to ten, and does not take ten for less than nine', async () => {
    for (let times = 0; times < 10; times += 1) await vault.renew('donor');
    expect((await vault.newKey(donor)).wrappedBy).toMatch(/^identity-donor-10-/);
  });

  it('refuses a key that is not what its name says', async () => {
    const { key, ...rest } = await kept(donor);
    const { key: others } = await kept(patient);
    await rename(path.join(folder, `${others.wrappedBy}.key`), path.join(folder, `${key.wrappedBy}.key`));
    await expect(vault.open(key, donor, rest)).rejects.toMatchObject({ refusal: { code: 'keys-missing' } });
    await writeFile(path.join(folder, `${key.wrappedBy}.key`), 'x');
    await expect(vault.newKey(donor)).rejects.toMatchObject({ refusal: { code: 'keys-missing' } });
  });

  it.each<Side>(['donor', 'patient'])(
    'without a folder refuses for the %s’s side, and says what to set',
    async (side) => {
      const without = new FileIdentityVault(null);
      const refused = { refusal: { code: 'keys-missing', sentence: expect.stringContaining('CELLRELAY_KEYS') } };
      await expect(without.newKey({ ...donor, side })).rejects.toMatchObject(refused);
      await expect(without.renew(side)).rejects.toMatchObject(refused);
    },
  );
});
