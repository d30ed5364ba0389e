import { atMost } from './at-most.js';

describe('what is read of rules', () => {
  it('is all of it, and an error where there is more than is read', () => {
    expect(atMost(2, ['a', 'b'])).toEqual(['a', 'b']);
    expect(() => atMost(2, ['a', 'b', 'c'])).toThrow('more than 2');
  });
});
