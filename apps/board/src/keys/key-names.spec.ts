import { keysShown } from './key-names.js';

describe('keys', () => {
  it('are named as they stand on the keyboard', () => {
    expect([keysShown('Mod+k', false), keysShown('Mod+k', true), keysShown('g b', true)]).toEqual([
      'Ctrl K',
      '⌘ K',
      'g b',
    ]);
  });
});
