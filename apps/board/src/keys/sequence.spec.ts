import { SequenceReader } from './sequence.js';

const commands = [{ keys: 'g b' }, { keys: 'j' }, { keys: 'b' }];
const typed = (keys: readonly [string, number][]) => {
  const reader = new SequenceReader();
  return keys.map(([key, at]) => reader.press(key, at, commands)?.keys);
};

describe('keys and sequences', () => {
  it('completes a sequence within a second', () =>
    expect(
      typed([
        ['g', 0],
        ['b', 900],
      ]),
    ).toEqual([undefined, 'g b']));

  it('forgets the beginning of a sequence after a second', () =>
    expect(
      typed([
        ['g', 0],
        ['b', 1100],
      ]),
    ).toEqual([undefined, 'b']));

  it('takes another key for itself in the midst of a sequence', () =>
    expect(
      typed([
        ['g', 0],
        ['j', 10],
        ['b', 20],
      ]),
    ).toEqual([undefined, 'j', 'b']));

  it('lets the latest binding of a key win', () => {
    const [first, second] = [
      { keys: 'a', n: 1 },
      { keys: 'a', n: 2 },
    ];
    expect(new SequenceReader().press('a', 0, [first, second])).toBe(second);
  });
});
