import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ShipmentId } from '@cellrelay/kernel';
import { commitmentOf, type WordsOwner } from '@cellrelay/use-cases';
import { FileIdentityVault } from './identity-vault.js';
import { FileWordsVault } from './words-vault.js';

const shipment = '0190b2f0-0000-7000-8000-000000000001' as ShipmentId;
const donor = { shipment, side: 'donor' } as const satisfies WordsOwner;
const words = 'EXAMPLE: the donor has a fever, said her mother';

let folder: string;
let vault: FileWordsVault;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'cellrelay-words-')), 'keys');
  vault = new FileWordsVault(folder);
});
afterEach(() => rm(path.dirname(folder), { recursive: true }));

async function kept(owner: WordsOwner, texts = [words]) {
  const key = await vault.newKey(owner);
  return { key, texts: await vault.seal(key, { ...owner, organisation: 'o1' }, texts) };
}

it('opens what it sealed, with the salt that proves what was written, and shows nothing of it', async () => {
  const { key, texts } = await kept(donor, [words, 'x', words]);
  const [first, , third] = texts;
  const [opened] = await vault.open(key, donor, [first!]);
  expect(opened?.text).toBe(words);
  expect(commitmentOf(opened!)).toBe(first!.commitment);
  expect(Buffer.from(first!.sealed).includes('fever')).toBe(false);
  expect(third!.commitment).toBe(first!.commitment);
  expect(Buffer.from(third!.sealed).equals(Buffer.from(first!.sealed))).toBe(false);
});

it('commits to the same words otherwise for another shipment, another side, and under another key', async () => {
  const other = '0190b2f0-0000-7000-8000-000000000002' as ShipmentId;
  const all = [donor, donor, { ...donor, side: 'patient' } as const, { ...donor, shipment: other }];
  const found = await Promise.all(all.map(async (owner) => (await kept(owner)).texts[0]!.commitment));
  expect(new Set(found).size).toBe(4);
});

it('commits to the same words otherwise for another organisation under the same key, so that nobody tries a guess against it', async () => {
  const { key, texts } = await kept(donor);
  const [guessed] = await vault.seal(key, { ...donor, organisation: 'o2' }, [words]);
  expect(guessed!.commitment).not.toBe(texts[0]!.commitment);
  expect((await vault.open(key, donor, [guessed!]))[0]?.text).toBe(words);
});

it.each<[string, Partial<WordsOwner>, object]>([
  ['another shipment', { shipment: '0190b2f0-0000-7000-8000-000000000002' as ShipmentId }, {}],
  ['the other side', { side: 'patient' }, {}],
  ['another commitment', {}, { commitment: 'a'.repeat(43) }],
])('opens nothing for %s', async (_what, owner, text) => {
  const { key, texts } = await kept(donor);
  const found = vault.open(key, { ...donor, ...owner }, [{ ...texts[0]!, ...text }]);
  await (Object.keys(owner).length === 0 ? expect(found).resolves.toEqual([null]) : expect(found).rejects.toThrow());
});

it('opens nothing with another key, nor with a byte changed', async () => {
  const { key, texts } = await kept(donor);
  const { key: others } = await kept(donor);
  expect(await vault.open(others, donor, texts)).toEqual([null]);
  const changed = Buffer.from(texts[0]!.sealed);
  changed[40]! ^= 1;
  const found = await vault.open(key, donor, [{ ...texts[0]!, sealed: changed }, ...texts]);
  expect(found.map((each) => each?.text)).toEqual([undefined, words]);
});

it('is wrapped by the file of its side, and anew once that is renewed', async () => {
  const identities = new FileIdentityVault(folder);
  const whose = { ...donor, subject: 'donor' } as const;
  const person = await identities.newKey(whose);
  const { key, texts } = await kept(donor);
  await kept({ shipment, side: 'operator' });
  expect(key.wrappedBy).toBe(person.wrappedBy);
  expect((await readdir(folder)).map((name) => name.replace(/-\d+-.*/, '')).sort()).toEqual([
    'identity-donor',
    'identity-operator',
  ]);
  const { newest } = await identities.renew('donor');
  const anew = await vault.rewrapped(key, donor);
  expect([anew.id, anew.wrappedBy]).toEqual([key.id, newest]);
  await rm(path.join(folder, `${key.wrappedBy}.key`));
  expect((await vault.open(anew, donor, texts))[0]?.text).toBe(words);
  await expect(vault.open(key, donor, texts)).rejects.toMatchObject({ refusal: { code: 'keys-missing' } });
});

it('without a folder refuses, and says what to set', async () => {
  const refused = { refusal: { code: 'keys-missing', sentence: expect.stringContaining('CELLRELAY_KEYS') } };
  await expect(new FileWordsVault(null).newKey(donor)).rejects.toMatchObject(refused);
});
