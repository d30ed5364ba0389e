import type { FirstAccount } from '@cellrelay/use-cases';
import { createFirstAccounts, renewPassword } from './first-account.js';
import { createPasswords } from './password.js';

const passwords = createPasswords({ memoryKiB: 64, passes: 1 });

function storeWith(already: boolean) {
  const kept: FirstAccount[] = [];
  const renewed: string[] = [];
  return {
    kept,
    renewed,
    createFirst: (accounts: readonly FirstAccount[]) => {
      if (!already) kept.push(...accounts);
      return Promise.resolve(!already);
    },
    setPassword: (name: string, hash: string) => {
      if (name === 'coordinator') renewed.push(hash);
      return Promise.resolve(name === 'coordinator');
    },
  };
}

describe('the first accounts', () => {
  it('get passwords that fit, of their own, and are stored hashed', async () => {
    const store = storeWith(false);
    const shown = await createFirstAccounts(store, passwords);
    const password = expect.stringMatching(/^([a-z2-9]{5}-){3}[a-z2-9]{5}$/);
    expect(shown).toEqual([
      { name: 'coordinator', password },
      { name: 'administrator', password },
    ]);
    expect(store.kept).toMatchObject([{ role: 'coordinator' }, { role: 'administrator' }]);
    for (const [at, { password: said }] of shown.entries()) {
      expect(JSON.stringify(store.kept)).not.toContain(said);
      expect(await passwords.verify(said, store.kept[at]!.passwordHash)).toBe(true);
    }
    expect(await passwords.verify(shown[0]!.password, store.kept[1]!.passwordHash)).toBe(false);
  });

  it('are made once, and no password is shown when another start was quicker', async () => {
    expect(await createFirstAccounts(storeWith(true), passwords)).toEqual([]);
  });
});

describe('a lost password', () => {
  it('is replaced by one that fits', async () => {
    const store = storeWith(false);
    const shown = await renewPassword(store, passwords, 'coordinator');
    expect(await passwords.verify(shown!.password, store.renewed[0]!)).toBe(true);
  });

  it('of nobody is not', async () => {
    expect(await renewPassword(storeWith(false), passwords, 'nobody')).toBeNull();
  });
});
