import { createPasswords, HashingBusy } from './password.js';

const quick = { memoryKiB: 64, passes: 1 };

describe('passwords', () => {
  it('fit only their own hash, which names argon2id and its cost', async () => {
    const passwords = createPasswords(quick);
    const hash = await passwords.hash('correct horse');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
    expect(await passwords.verify('correct horse', hash)).toBe(true);
    expect(await passwords.verify('correct hors', hash)).toBe(false);
  });

  it('are salted', async () => {
    const passwords = createPasswords(quick);
    expect(await passwords.hash('same')).not.toBe(await passwords.hash('same'));
  });

  it('fit nobody where there is no account, after the same work', async () => {
    expect(await createPasswords(quick).verify('anything', null)).toBe(false);
  });

  it('fit however the keyboard composed their letters', async () => {
    const passwords = createPasswords(quick);
    expect(await passwords.verify('Bu\u0308ro', await passwords.hash('B\u00fcro'))).toBe(true);
  });

  it('are refused as busy when too many wait, and served again afterwards', async () => {
    const passwords = createPasswords(quick);
    const asked = Array.from({ length: 20 }, () =>
      passwords.hash('x').then(
        () => 'done',
        (error: unknown) => (error instanceof HashingBusy ? 'busy' : 'broken'),
      ),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(4);
    expect(answers).not.toContain('broken');
    expect(await passwords.hash('again')).toContain('argon2id');
  });
});
