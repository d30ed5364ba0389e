import { commonPasswords } from './common-passwords.js';

describe('common passwords', () => {
  it('hold those that are guessed first, in small letters', async () => {
    const common = await commonPasswords();
    for (const each of ['password', '123456789012', 'qwertyuiop', 'unbelievable']) expect(common.has(each)).toBe(true);
    expect(common.size).toBeGreaterThan(40_000);
    expect([...common].every((each) => each === each.toLowerCase())).toBe(true);
  });

  it('are read once', async () => expect(await commonPasswords()).toBe(await commonPasswords()));
});
