import { settle } from './under-hand.js';

const rows = (text: string, content = 'old') => [...text].map((id) => ({ id, content }));
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).join('');

describe('sorting under the hand', () => {
  it('moves rows freely when no hand is on the list', () => {
    const settled = settle(rows('abc'), rows('cab'), false);
    expect([ids(settled.shown), settled.moved]).toEqual(['cab', 0]);
  });

  it('keeps rows in their places under the hand, but shows their newest content', () => {
    const settled = settle(rows('abc'), rows('cab', 'new'), true);
    expect(ids(settled.shown)).toBe('abc');
    expect(settled.shown.every(({ content }) => content === 'new')).toBe(true);
  });

  it('counts the rows that moved and not those that they moved past', () => {
    expect(settle(rows('abcdefg'), rows('gabcdef'), true).moved).toBe(1);
    expect(settle(rows('abcd'), rows('dcba'), true).moved).toBe(3);
    expect(settle(rows('abc'), rows('abc', 'new'), true).moved).toBe(0);
  });

  it('keeps a row that has left, and lets a new one wait, until the hand is gone', () => {
    const settled = settle(rows('abc'), rows('xac'), true);
    expect([ids(settled.shown), settled.moved]).toEqual(['abc', 2]);
  });

  it('shows the first rows at once, hand or not', () => {
    expect(ids(settle([], rows('ab'), true).shown)).toBe('ab');
  });
});
