import { passwordFault } from './chosen-password.js';

const guessable = {
  names: ['ana@example.org', 'Ana Maria Example', 'EXAMPLE Donor Registry'],
  common: new Set(['password', 'unbelievable', 'qwertyuiop', 'letmein']),
};

describe('a password that somebody has chosen', () => {
  it.each([
    ['elevenchars', 'password-too-short'],
    ['fi\u0301ve\u0301', 'password-too-short'],
    ['twelve chars', null],
    ['ana.example.org', 'password-is-name'],
    ['Ana@Example.org', 'password-is-name'],
    ['ana@example.organa@example.org', 'password-is-name'],
    ['aaaaaaaaaaaa', 'password-is-name'],
    ['Registry-2026', 'password-is-name'],
    ['EXAMPLE Donor Registry!', 'password-is-name'],
    ['CellRelay 2026', 'password-is-name'],
    ['my registry keeps eels', null],
    ['unbelievable', 'password-common'],
    ['Password1234', 'password-common'],
    ['2026!Password!', 'password-common'],
    ['letmeinletmein', 'password-common'],
    ['qwertyuiop12', 'password-common'],
    ['123456789012', 'password-common'],
    ['31415926535897', 'password-common'],
    ['abcdefghijkl', 'password-common'],
    ['abcdabcdabcd', 'password-common'],
    ['passwords are kept by nobody', null],
    ['長い合言葉を選びました今日', null],
  ])('%j: %s', (password, fault) => {
    expect(passwordFault(password, guessable)).toBe(fault);
  });
});
