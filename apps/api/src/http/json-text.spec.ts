import fc from 'fast-check';
import { readJsonText } from './json-text.js';

const told = (text: string) => {
  const read = readJsonText(text);
  return read.ok ? read.value : read.error.sentence;
};

describe('a JSON text', () => {
  it('is read as the platform reads it, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 4 }), (text, indent) => {
        const spaced = JSON.stringify(JSON.parse(text), null, indent);
        expect(told(spaced)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('is taken exactly when the platform takes it, equal keys apart', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-0.5e3',
      '01',
      'null',
      'tru',
      ' ',
      '\n',
      '"',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        const read = readJsonText(text);
        if (!read.ok && read.error.code === 'body-faulty') return;
        expect(read.ok).toBe(isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['{"a":', 'The body is not JSON: it ends before what it begins is closed.'],
    ['', 'The body is not JSON: it ends before what it begins is closed.'],
    ['{"a":1,}', 'The body is not JSON: "}" cannot stand at line 1, column 8.'],
    ['{\n  "a": 1\n  "b": 2\n}', 'The body is not JSON: "\\"" cannot stand at line 3, column 3.'],
    ['{a: 1}', 'The body is not JSON: "a" cannot stand at line 1, column 2.'],
    ['{} {}', 'The body is not JSON: "{" cannot stand at line 1, column 4.'],
    ['[1, 𠮷]', 'The body is not JSON: "𠮷" cannot stand at line 1, column 5.'],
    ['{"a": "line\nbreak"}', 'The body is not JSON: "\\"" cannot stand at line 1, column 7.'],
  ])('that is none is refused with the place: %j', (text, sentence) => expect(told(text)).toBe(sentence));

  it.each([
    ['{"a":1,"b":2,"a":1}', '/a', 'at line 1, column 14'],
    ['{"bags":[{},{"x/y":1,\n"x\\/y":2}]}', '/bags/1/x~1y', 'at line 2, column 1'],
    ['{"a":{"a":[{"a":1},{"a":1}]}, "\\u0061": 0}', '/a', 'at line 1, column 31'],
  ])('that gives a field twice is refused with its name: %j', (text, at, place) => {
    expect(readJsonText(text)).toMatchObject({ ok: false, error: { code: 'body-faulty', at } });
    expect(told(text)).toContain(place);
  });

  it('of the largest size is read in no time, deep, long or hostile', () => {
    expect(readJsonText('['.repeat(65_000)).ok).toBe(false);
    readJsonText(`"${'\\\\'.repeat(32_000)}`);
    readJsonText(`{${Array.from({ length: 6_000 }, (_, index) => `"k${index}":1`).join(',')}}`);
  }, 2_000);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
