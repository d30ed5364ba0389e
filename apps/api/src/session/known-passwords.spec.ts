import { instantOf } from '@cellrelay/kernel';
import { operatorsCoordinator } from '@cellrelay/testkit';
import type { Account, AccountStore } from '@cellrelay/use-cases';
import { KnownPasswords } from './known-passwords.js';

const ana: Account = {
  id: '1',
  name: 'ana',
  passwordHash: 'hash of right',
  createdAt: instantOf('2026-11-22T08:00:00.000Z')!,
  acting: operatorsCoordinator,
};

function knownWith(asked: unknown[]): KnownPasswords {
  const accounts = { find: (name: string) => Promise.resolve(name === 'ana' ? ana : null) } as AccountStore;
  const verify = (password: string, hash: string | null): Promise<boolean> => {
    asked.push(hash);
    return Promise.resolve(hash === `hash of ${password}`);
  };
  return new KnownPasswords(accounts, { verify, hash: () => Promise.reject(new Error('nothing is hashed here')) });
}

it('does the same work for a name that nobody has as for a wrong password: one look-up, one hash', async () => {
  const [known, unknown]: unknown[][] = [[], []];
  expect(await knownWith(known!).accountOf({ name: 'ana', password: 'wrong' })).toBeNull();
  expect(await knownWith(unknown!).accountOf({ name: 'nobody', password: 'wrong' })).toBeNull();
  expect([known, unknown]).toEqual([['hash of right'], [null]]);
});

it('knows an account by its own password alone', async () => {
  expect(await knownWith([]).accountOf({ name: 'ana', password: 'right' })).toBe(ana);
  expect(await knownWith([]).accountOf({ name: 'Ana', password: 'right' })).toBeNull();
});
