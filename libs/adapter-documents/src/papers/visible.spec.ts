import { coverageOf } from '../engine/coverage.js';
import { fontFiles } from '../engine/fonts.js';
import { visible } from './visible.js';

const covered = coverageOf(fontFiles());

describe('a text as it is printed', () => {
  it.each([
    ['a right-to-left override', 'EXE\u202efdp', 'EXE[U+202E]fdp'],
    ['an isolate', '\u2067a\u2069', '[U+2067]a[U+2069]'],
    ['a bell and a null', 'a\u0007\u0000b', 'a[U+0007][U+0000]b'],
    ['a C1 control', 'a\u0085b', 'a[U+0085]b'],
    ['a zero-width space and a joiner', 'a\u200bb\u200dc', 'a[U+200B]b[U+200D]c'],
    ['a byte order mark', '\ufeffa', '[U+FEFF]a'],
    ['half of a pair', 'a\ud83d', 'a[U+D83D]'],
    ['a private character', '\ue000', '[U+E000]'],
    ['no character at all', '\uffff', '[U+FFFF]'],
    ['a line separator', 'a\u2028b', 'a[U+2028]b'],
    ['an emoji', '\u{1F9EC}', '[U+1F9EC]'],
    ['Thai, which no font has', 'ก', '[U+0E01]'],
    ['a tab', 'a\tb', 'a b'],
    ['line ends of any system', 'a\r\nb\nc', 'a\nb\nc'],
  ])('%s', (_, text, printed) => {
    expect(visible(text, covered)).toBe(printed);
  });

  it.each([
    'Ægir Öztürk-Łukasiewicz ẞ Đặng',
    'Владимир Φωτεινή',
    '直骨刃龍龙體体𠮷',
    'ひらがな カタカナ 한글',
    'محمد שלום',
    '± × · – — “ ” „ ‚ … € № ° ⁸ ₂ µ',
  ])('%s stays as it is', (text) => {
    expect(visible(text, covered)).toBe(text);
  });

  it('knows a character only where regular and bold have it', () => {
    const [latin = []] = fontFiles();
    expect(coverageOf([[...latin]])('a'.charCodeAt(0))).toBe(true);
    expect(coverageOf([[...latin]])('直'.charCodeAt(0))).toBe(false);
    expect(coverageOf([[...latin, ...(fontFiles()[1] ?? [])]])('Ł'.charCodeAt(0))).toBe(false);
  });
});
