import { markedParts } from './marked-parts.js';

const mark = (from: number, to: number) => ({ from, to, kinds: ['age' as const] });

describe('a letter with what it may tell', () => {
  it.each([
    ['', []],
    ['abc', []],
    ['abc', [mark(0, 3)]],
    ['abcdef', [mark(0, 1), mark(1, 2), mark(4, 6)]],
    ['😀 32 years 你好', [mark(3, 11)]],
  ])('is the whole text, in order: %s', (text, marks) => {
    const parts = markedParts(text, marks);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.flatMap((part) => part.mark ?? [])).toEqual(marks);
    expect(parts.every((part) => part.text !== '')).toBe(true);
  });
});
