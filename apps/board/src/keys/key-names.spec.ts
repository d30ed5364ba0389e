import { keyShortcuts, keysShown } from './key-names.js';

describe('keys', () => {
  it('are named as they stand on the keyboard', () => {
    expect([keysShown('Mod+k', false), keysShown('Mod+k', true), keysShown('g b', true)]).toEqual([
      'Ctrl K',
      '⌘ K',
      'g b',
    ]);
  });

  it('are told to assistive technology where it has a word for them', () => {
    expect([keyShortcuts('Mod+k', false), keyShortcuts('Mod+k', true), keyShortcuts('/', false)]).toEqual([
      'Control+K',
      'Meta+K',
      '/',
    ]);
    expect(keyShortcuts('g b', false)).toBeUndefined();
  });
});
