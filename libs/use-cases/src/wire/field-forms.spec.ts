import { splitEnvelope } from './envelope.js';
import { day, line, longText, timeZone } from './fields.js';
import { bag } from './identifier-fields.js';
import { namesIn } from './field-names.js';
import { refusalsOf } from './refusals.js';
import { zonedTime } from './zoned-time.js';
import { z } from 'zod';

const named = (path: readonly PropertyKey[]) => path.map(String).join('.');

function told(field: z.ZodType, value: unknown) {
  const read = field.safeParse(value, { reportInput: true });
  return read.success ? read.data : refusalsOf(read.error.issues, named).map(({ code, sentence }) => [code, sentence]);
}

describe('text', () => {
  it.each([
    ['REAL\u200B-1', 5, 'U+200B'],
    ['REAL\u202E-1', 5, 'U+202E'],
    ['a\u001B[31m', 2, 'U+001B'],
    ['a\nb', 2, 'U+000A'],
    ['a\tb', 2, 'U+0009'],
    ['a\u2028b', 2, 'U+2028'],
    ['\u200B', 1, 'U+200B'],
    ['𠮷\u00AD', 2, 'U+00AD'],
  ])('of one line refuses %j and says where', (text, position, code) => {
    expect(told(line('Reference'), text)).toEqual([
      ['text-characters', expect.stringContaining(`Character ${position} is ${code},`)],
    ]);
  });

  it('of one line takes every script', () => {
    expect(['北京 – Ürümqi', "O'Hare & Söhne", 'ক্ষ']).toEqual(
      ['北京 – Ürümqi', "O'Hare & Söhne", ' ক্ষ '].map((text) => told(line('Name'), text)),
    );
  });

  it('of several lines takes line breaks and nothing else that is invisible', () => {
    expect(told(longText('Reason'), 'one\ntwo')).toBe('one\ntwo');
    expect(told(longText('Reason'), 'one\r\ntwo')).toEqual([['text-characters', expect.stringContaining('U+000D')]]);
    expect(told(longText('Reason'), 'one\u202Etwo')).toEqual([['text-characters', expect.stringContaining('U+202E')]]);
  });

  it('is refused in who said it, too', () => {
    const statedBy = { person: 'A.\u200B Example', organisation: 'Centre', how: 'mail' };
    expect(splitEnvelope({ statedBy })).toMatchObject({
      ok: false,
      error: [{ code: 'text-characters', at: '/statedBy/person' }],
    });
    expect(splitEnvelope({ statedBy: { person: 'A', how: 'mail' } })).toMatchObject({
      ok: false,
      error: [{ code: 'field-missing', sentence: 'Organisation is missing.', at: '/statedBy/organisation' }],
    });
  });
});

describe('a zone', () => {
  it.each([
    ['asia/shanghai', 'Asia/Shanghai'],
    ['AMERICA/CHICAGO', 'America/Chicago'],
    ['america/port-au-prince', 'America/Port-au-Prince'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['US/Central', 'US/Central'],
    ['Asia/Shanghai', 'Asia/Shanghai'],
  ])('typed as %s is %s', (typed, spelt) => {
    expect(told(timeZone('Zone'), typed)).toBe(spelt);
    expect(told(zonedTime('At'), { local: '2026-11-23T08:00', zone: typed })).toMatchObject({ zone: spelt });
  });

  it.each(['asia/kolkata', 'US/CENTRAL', 'Asia/Pekin', '+08:00', ''])('is not %j', (typed) => {
    expect(told(timeZone('Zone'), typed)).toEqual([['zone-unknown', expect.any(String)]]);
  });
});

describe('a bag', () => {
  it.each([
    'G123498654321/S1128VA0',
    'G1234 98 654321 00 H / S1128VA0',
    'G1234 98 654321 00 H S1128VA0',
    'G123498654321 S1128VA0',
    'g12349865432100hs1128VA0',
    '=G12349865432100=<S1128VA0',
  ])('is read from %s', (typed) => {
    expect(told(bag('Bag'), typed)).toBe('G123498654321/S1128VA0');
  });

  it('is refused with a wrong check character, with the stroke or without', () => {
    const refused = [['din-check-character-wrong', expect.any(String)]];
    expect(told(bag('Bag'), 'G123498654321J/S1128VA0')).toEqual(refused);
    expect(told(bag('Bag'), 'G123498654321J S1128VA0')).toEqual(refused);
  });

  it.each(['G123498654321', 'S1128VA0', 'G123498654321 S1128', 'bag 1', ''])(
    'is not %j, and its form is told',
    (typed) => {
      expect(told(bag('Bag'), typed)).toEqual([['bag-malformed', expect.stringContaining('DIN/PRODUCT CODE')]]);
    },
  );
});

describe('the name of a field in a sentence', () => {
  const visit = z.strictObject({ on: day('Day'), by: line('By').nullable().meta({ title: 'Visited by' }) });
  const name = namesIn(
    z.toJSONSchema(z.strictObject({ visits: z.array(visit).meta({ title: 'Visits' }) }), { io: 'input' }),
  );

  it('is its title, and where it stands in a list', () => {
    expect(name(['visits'])).toBe('Visits');
    expect(name(['visits', 1, 'on'])).toBe('Day (Visits 2)');
    expect(name(['visits', 0, 'by'])).toBe('Visited by (Visits 1)');
  });

  it('is its path in words where nothing has a title there', () => {
    expect(name(['visits', 0, 'constructor'])).toBe('Visits 1, constructor');
    expect(name(['policy', 'customsLeadDays', 'value'])).toBe('Customs lead days');
    expect(name(['policy', 'value'])).toBe('The value');
    expect(name(['__proto__', 'x'])).toBe('__proto__, x');
    expect(name([])).toBe('The body');
  });
});
