import { instantOf } from '@cellrelay/kernel';
import { operatorsCoordinator } from '@cellrelay/testkit';
import type { Account } from '@cellrelay/use-cases';
import { createFirstAccount, renewPassword } from './first-account.js';
import { createPasswords } from './password.js';

const passwords = createPasswords({ memoryKiB: 64, passes: 1 });

function storeWith(already: number, taken = false) {
  const kept: string[] = [];
  const account = (name: string, passwordHash: string): Account => ({
    id: '1',
    name,
    passwordHash,
    createdAt: instantOf('2026-11-22T08:00:00.000Z')!,
    acting: operatorsCoordinator,
  });
  return {
    kept,
    count: () => Promise.resolve(already),
    create: (name: string, hash: string) => {
      if (!taken) kept.push(hash);
      return Promise.resolve(taken ? null : account(name, hash));
    },
    setPassword: (name: string, hash: string) => {
      if (name === 'coordinator') kept.push(hash);
      return Promise.resolve(name === 'coordinator');
    },
  };
}

describe('the first account', () => {
  it('gets a password that fits, and is stored hashed', async () => {
    const store = storeWith(0);
    const shown = await createFirstAccount(store, passwords);
    expect(shown).toEqual({ name: 'coordinator', password: expect.stringMatching(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/) });
    expect(store.kept.join()).not.toContain(shown!.password);
    expect(await passwords.verify(shown!.password, store.kept[0]!)).toBe(true);
  });

  it('is made once', async () => {
    const store = storeWith(1);
    expect(await createFirstAccount(store, passwords)).toBeNull();
    expect(store.kept).toEqual([]);
  });

  it('shows no password when another start was quicker', async () => {
    expect(await createFirstAccount(storeWith(0, true), passwords)).toBeNull();
  });
});

describe('a lost password', () => {
  it('is replaced by one that fits', async () => {
    const store = storeWith(1);
    const shown = await renewPassword(store, passwords, 'coordinator');
    expect(await passwords.verify(shown!.password, store.kept[0]!)).toBe(true);
  });

  it('of nobody is not', async () => {
    expect(await renewPassword(storeWith(1), passwords, 'nobody')).toBeNull();
  });
});
