import { movedSince } from './moved-since.js';

describe('what changed meanwhile', () => {
  const stood = [
    { name: 'flights', says: 'booked' },
    { name: 'customs', says: 'asked for' },
  ] as const;

  it('is what reads otherwise, with how it read', () =>
    expect(
      movedSince(stood, [
        { name: 'flights', says: 'delayed' },
        { name: 'customs', says: 'asked for' },
      ]),
    ).toEqual([{ name: 'flights', before: 'booked', now: 'delayed' }]));

  it('is nothing where it is not known how it stood', () =>
    expect(movedSince([], [{ name: 'flights', says: 'delayed' }])).toEqual([]));
});
